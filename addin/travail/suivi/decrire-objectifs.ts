import type { Territoires } from '../../../core/index.ts'
import { formatCompte, formatNombre, formatTaux, francais } from '../../../core/index.ts'
import { dateCivile } from '../../../core/socle/jour.ts'
import {
  AIDE_EFFECTIF,
  AIDE_MANQUE,
  AIDE_MANQUE_AJOUTE,
  AIDE_WILSON,
  avertissementsCibles,
  AXES,
  lignesLegales,
  projeter,
  ventiler,
  type CibleAppliquee,
  type Compte,
  type LigneObjectif,
  type Mesure,
} from '../../../core/objectifs/index.ts'
import {
  AXES_FILTRE,
  estLiant,
  nommerModalite,
  objectifSuivi,
  OBJECTIFS_SUIVIS,
  type Comptes,
  type ObjectifSuivi,
} from './comptes.ts'
import type {
  CarteObjectif,
  DemandeCompte,
  FiltresSuivi,
  FiltreVu,
  ObjectifsVus,
  PointTrimestre,
} from './contrat-objectifs.ts'

/** Everything that a description draws on. */
export interface Fonds {
  readonly comptes: Comptes
  readonly lieux: Territoires
  readonly jour: number
  /** Years that the allocations hold. */
  readonly annees: readonly number[]
}

/** The target that the headline answers for. */
export const OBJECTIF_PREMIER: ObjectifSuivi = objectifSuivi('q1_hors_qpv')

/** What an indicator counts, in one word. */
const NOMS = { baux: ['bail', 'baux'], decisions: ['décision', 'décisions'] } as const

/** « −5,0 points » */
export function direEcart(ecart: number | null): string {
  if (ecart === null) return ''
  const points = Math.abs(ecart * 100) < 2 ? 'point' : 'points'
  return `${formatNombre(ecart * 100, { decimales: 1, signe: true })}\u00a0${points}`
}

export function direCompte({ numerateur, denominateur }: Mesure, { indicateur }: ObjectifSuivi): string {
  const [un, plusieurs] = NOMS[indicateur.assiette]
  return `${formatNombre(numerateur)} sur ${formatCompte(denominateur, un, plusieurs)}`
}

function direFourchette({ taux, taux_max, inconnus_numerateur, inconnus_denominateur }: Mesure): string | undefined {
  if (taux === null || taux_max === null) return undefined
  const morceaux = [
    ...(taux_max > taux
      ? [
          `de ${formatTaux(taux)} à ${formatTaux(taux_max)} selon ${formatCompte(inconnus_numerateur, 'ligne')} à compléter`,
        ]
      : []),
    ...(inconnus_denominateur > 0 ? [`${formatCompte(inconnus_denominateur, 'ligne')} qu’on ne sait pas compter`] : []),
  ]
  return morceaux.length === 0 ? undefined : morceaux.join(', et ')
}

const connues = new WeakMap<Compte, readonly LigneObjectif[]>()

/** Every legal line of a year, worked out once. */
function legales(compte: Compte): readonly LigneObjectif[] {
  const lignes = connues.get(compte) ?? lignesLegales(compte)
  connues.set(compte, lignes)
  return lignes
}

/** The measure that the law follows: a row without holder is an unknown of each holder's. */
function mesureDe(fonds: Fonds, { annee, filtres }: DemandeCompte, objectif: ObjectifSuivi): Mesure {
  const { indicateur, reservataire } = objectif
  const compte = fonds.comptes.restreint(annee, filtres, indicateur)
  if (reservataire !== undefined && !('reservataire' in filtres)) {
    const perimetre = `reservataire:${reservataire}`
    const ligne = legales(compte).find((l) => l.code === indicateur.code && l.perimetre === perimetre)
    if (ligne !== undefined) return ligne
  }
  return ventiler(compteDe(fonds, { annee, filtres }, objectif), indicateur, ['bailleur']).total
}

/** The rows that a target counts, under the filters. */
export function compteDe({ comptes }: Fonds, { annee, filtres }: DemandeCompte, objectif: ObjectifSuivi): Compte {
  return comptes.restreint(annee, filtres, objectif.indicateur, objectif.reservataire)
}

function jaugeDe({ taux, taux_max, cible }: Mesure): CarteObjectif['jauge'] {
  if (taux === null) return undefined
  const plus = taux_max ?? taux
  // Without a target, only the whole gives the length of the bar a meaning.
  const maximum = cible === null ? 1 : Math.min(1, Math.max(plus, cible) * 1.25) || 1
  return { valeur: taux, plus, cible: cible ?? undefined, maximum }
}

function trimestresDe(compte: Compte, objectif: ObjectifSuivi): readonly PointTrimestre[] {
  const { cases } = ventiler(compte, objectif.indicateur, ['trimestre'])
  return ['T1', 'T2', 'T3', 'T4'].map((nom): PointTrimestre => {
    const trouvee = cases.find(({ modalites }) => modalites[0] === nom)
    const taux = trouvee?.taux ?? null
    if (trouvee === undefined || taux === null) return { nom, taux, texte: `${nom}\u202f: aucune ligne comptée` }
    return { nom, taux, texte: `${nom}\u202f: ${formatTaux(taux)}, ${direCompte(trouvee, objectif)}` }
  })
}

/** No row says whether it counts: the rate would be 0 for want of data. */
function aveugle({ denominateur, inconnus_numerateur }: Mesure): boolean {
  return denominateur > 0 && inconnus_numerateur === denominateur
}

function direManque(
  mesure: Mesure,
  objectif: ObjectifSuivi,
  enCours: boolean,
): Pick<CarteObjectif, 'manque' | 'manqueAjoute' | 'atteint'> {
  const { manque, manque_ajoute, denominateur } = mesure
  if (aveugle(mesure)) return { manque: 'Rien n’est encore renseigné', manqueAjoute: undefined, atteint: undefined }
  if (manque === null || denominateur === 0) return { manque: undefined, manqueAjoute: undefined, atteint: undefined }
  if (manque === 0)
    return { manque: enCours ? 'Objectif tenu à ce jour' : 'Objectif tenu', manqueAjoute: undefined, atteint: true }
  const [un, plusieurs] = objectif.indicateur.quoi
  return {
    manque: `Il manque ${formatCompte(manque, un, plusieurs)}`,
    manqueAjoute:
      manque_ajoute === null
        ? undefined
        : `Pour l’atteindre sans rien changer d’autre\u202f: ${formatNombre(manque_ajoute)} de plus.`,
    atteint: false,
  }
}

/** Past years of the same perimeter, for their seasons. */
function passes(fonds: Fonds, demande: DemandeCompte, objectif: ObjectifSuivi): readonly Compte[] {
  return fonds.annees
    .filter((annee) => annee < demande.annee)
    .slice(0, 3)
    .map((annee) => compteDe(fonds, { ...demande, annee }, objectif))
}

function projectionDe(fonds: Fonds, demande: DemandeCompte, objectif: ObjectifSuivi): string | undefined {
  if ('trimestre' in demande.filtres || dateCivile(fonds.jour).annee !== demande.annee) return undefined
  const compte = compteDe(fonds, demande, objectif)
  const { attendus, phrase } = projeter(compte, objectif.indicateur, {
    jour: fonds.jour,
    passes: passes(fonds, demande, objectif),
  })
  return attendus === null ? undefined : phrase
}

function cibleDe(compte: Compte, { indicateur }: ObjectifSuivi): CibleAppliquee | undefined {
  return compte.cibles.find(({ code }) => code === indicateur.code)
}

function carteDe(fonds: Fonds, demande: DemandeCompte, objectif: ObjectifSuivi): CarteObjectif {
  const compte = compteDe(fonds, demande, objectif)
  const mesure = mesureDe(fonds, demande, objectif)
  const cible = cibleDe(compte, objectif)
  const { taux, inconnus } = mesure
  const projection = projectionDe(fonds, demande, objectif)
  return {
    cle: objectif.cle,
    titre: objectif.titre,
    definition: francais(objectif.indicateur.definition),
    baseLegale: francais(objectif.indicateur.baseLegale),
    aVerifier: cible?.etat === 'a-verifier',
    taux: taux === null ? undefined : aveugle(mesure) ? 'Inconnu' : formatTaux(taux),
    fourchette: direFourchette(mesure),
    compte: direCompte(mesure, objectif),
    inconnues: inconnus,
    jauge: jaugeDe(mesure),
    cible: mesure.cible === null ? undefined : `Objectif\u202f: au moins ${formatTaux(mesure.cible)}`,
    ...direManque(mesure, objectif, projection !== undefined),
    projection,
    trimestres: trimestresDe(compte, objectif),
    ecart: mesure.ecart === null || aveugle(mesure) ? undefined : direEcart(mesure.ecart),
  }
}

function filtresDe({ comptes, lieux }: Fonds, { annee }: DemandeCompte): readonly FiltreVu[] {
  const compte = comptes.annee(annee)
  return AXES_FILTRE.flatMap((axe): FiltreVu[] => {
    const { modalites, groupes } = compte.axe(axe, 'decisions')
    const facettes = modalites
      .map((valeur): { valeur: string | null; libelle: string } => ({
        valeur,
        libelle: nommerModalite(axe, valeur, lieux),
      }))
      .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'))
    if (axe !== 'trimestre' && groupes.includes(-1)) facettes.push({ valeur: null, libelle: 'non renseigné' })
    const libelle = AXES.find(({ code }) => code === axe)?.libelle ?? axe
    return facettes.length < 2 ? [] : [{ axe, libelle, facettes }]
  })
}

export function direPortee(filtres: FiltresSuivi, lieux: Territoires): string {
  return AXES_FILTRE.flatMap((axe) => {
    const modalite = filtres[axe]
    return modalite === undefined ? [] : [nommerModalite(axe, modalite, lieux)]
  }).join(', ')
}

/** The landlords that lack most, for a sentence. */
const CITES = 3

/** « surtout chez Habitat A (9) et Habitat B (5) » */
function direOu(fonds: Fonds, demande: DemandeCompte, objectif: ObjectifSuivi): string {
  if ('bailleur' in demande.filtres) return ''
  const { cases } = ventiler(compteDe(fonds, demande, objectif), objectif.indicateur, ['bailleur'])
  const enRetard = cases
    .filter(({ manque, modalites }) => (manque ?? 0) > 0 && modalites[0] !== null)
    .sort((a, b) => (b.manque ?? 0) - (a.manque ?? 0))
  const cites = enRetard.slice(0, CITES).map((c) => `${c.modalites[0] ?? ''} (${formatNombre(c.manque ?? 0)})`)
  const dernier = cites.pop()
  if (dernier === undefined) return ''
  const liste = cites.length === 0 ? dernier : `${cites.join(', ')} et ${dernier}`
  return `${enRetard.length > CITES ? ', surtout chez ' : ', chez '}${liste}`
}

/** Whether the rows that nobody can place would undo a target that is met on the others. */
function renversable({ numerateur, denominateur, inconnus_denominateur, cible }: Mesure): boolean {
  return cible !== null && numerateur < cible * (denominateur + inconnus_denominateur)
}

/** Rows that cannot be placed are said first: what is counted without them may not hold. */
function direInconnues({ denominateur, inconnus_denominateur: inconnues }: Mesure): string {
  if (inconnues === 0 || inconnues < denominateur * PART_INCONNUE) return ''
  return `${formatCompte(inconnues, 'ligne ne dit pas assez pour être comptée', 'lignes ne disent pas assez pour être comptées')}\u202f: voyez «\u202fÀ compléter d’abord\u202f».`
}

/** From this many rows that cannot be placed for those that are counted, they are said with the answer. */
const PART_INCONNUE = 0.1

/** The one sentence that answers, for the first target that counts something. */
function direTitre(fonds: Fonds, demande: DemandeCompte): string {
  const mesure = mesureDe(fonds, demande, OBJECTIF_PREMIER)
  const { denominateur, manque, taux } = mesure
  const annee = String(demande.annee)
  if (denominateur === 0 || taux === null || manque === null) return `Aucun bail hors QPV n’est compté en ${annee}`
  const part = `premier quartile hors QPV en ${annee}`
  if (aveugle(mesure)) return `On ne sait pas encore combien de baux du ${part} manquent`
  if (manque === 0 && renversable(mesure)) return `On ne sait pas encore si l’objectif du ${part} est tenu`
  if (manque === 0) return `L’objectif du ${part} est tenu\u202f: ${formatTaux(taux)}`
  const combien = `Il manque ${formatCompte(manque, 'bail', 'baux')} du ${part}`
  return `${combien}${direOu(fonds, demande, OBJECTIF_PREMIER)}`
}

function direChapeau(fonds: Fonds, demande: DemandeCompte, cartes: readonly CarteObjectif[]): string {
  const [premiere] = cartes
  const liantes = cartes.filter(({ atteint }) => atteint !== undefined)
  const tenus = liantes.filter(({ atteint }) => atteint === true).length
  const bilan =
    liantes.length === 0
      ? ''
      : `${formatCompte(tenus, 'objectif tenu', 'objectifs tenus')} sur ${formatNombre(liantes.length)}.`
  const inconnues = direInconnues(mesureDe(fonds, demande, OBJECTIF_PREMIER))
  const portee = direPortee(demande.filtres, fonds.lieux)
  return [portee === '' ? '' : `${portee}.`, inconnues, premiere?.projection ?? '', bilan]
    .filter((texte) => texte !== '')
    .join(' ')
}

/** Everything that the screen of targets shows at once. */
export function decrireObjectifs(fonds: Fonds, demande: DemandeCompte): ObjectifsVus {
  const base = fonds.comptes.annee(demande.annee)
  const cartes = OBJECTIFS_SUIVIS.filter((objectif) => estLiant(base, objectif)).map((objectif) =>
    carteDe(fonds, demande, objectif),
  )
  const observees = OBJECTIFS_SUIVIS.filter((objectif) => !estLiant(base, objectif)).map((objectif) =>
    carteDe(fonds, demande, objectif),
  )
  return {
    annee: demande.annee,
    titre: direTitre(fonds, demande),
    chapeau: direChapeau(fonds, demande, cartes),
    cartes,
    observees,
    filtres: filtresDe(fonds, demande),
    portee: direPortee(demande.filtres, fonds.lieux),
    avertissements: avertissementsCibles(base.cibles),
    aides: [AIDE_MANQUE, AIDE_MANQUE_AJOUTE, AIDE_WILSON, AIDE_EFFECTIF].map(francais),
  }
}
