import type { IndicateurCalcule } from '../indicateurs/modele.ts'
import type { Lot, Resultat } from './cellules.ts'
import { calculerMedianes, compterLignes, denombrer, lireValeurs } from './denombrer.ts'
import type { Famille } from './famille.ts'
import { croiser, parBailleur } from './famille.ts'
import type { Mesurage, Reference } from './mesurage.ts'
import type { Groupement, NomUnivers, Univers } from './univers.ts'
import type { Mesure, Terme, Ventilation } from './ventilation.ts'
import { ventiler, ventilerMediane, ventilerRapport } from './ventilation.ts'

type Contributions = ReadonlyMap<string, readonly number[]>
type Compte = Pick<Resultat, 'ventilation' | 'contributions'>

/** How many of a universe there are in each group: rows, or dwellings for the stock. */
function tailleDe(un: Univers, groupement: Groupement, indicateurs: readonly IndicateurCalcule[]): Float64Array {
  if (un.nom !== 'parc') return compterLignes(un, groupement)
  const total = indicateurs
    .map(({ mesurage }) => mesurage)
    .find((m) => m.nature === 'compte' && m.univers === 'parc' && m.tout)
  if (total?.nature !== 'compte') return new Float64Array(groupement.nombre)
  return denombrer(total, un, groupement).effectifs.filter((_, k) => k % 2 === 0)
}

function tailles(
  famille: Famille,
  univers: ReadonlyMap<NomUnivers, Univers>,
  indicateurs: readonly IndicateurCalcule[],
) {
  return new Map(
    [...famille.groupements].flatMap(([nom, groupement]) => {
      const un = univers.get(nom)
      return un === undefined ? [] : [[nom, tailleDe(un, groupement, indicateurs)] as const]
    }),
  )
}

/** What each landlord brings to each count of a figure: the same figure counted for each of them. */
function contributionsDe(entier: Ventilation, parties: readonly Ventilation[]): Contributions {
  const contributions = new Map<string, readonly number[]>()
  entier.mesures.forEach(({ cellules }, m) => {
    for (const role of ['numerateur', 'denominateur'] as const) {
      const cellule = cellules[role]
      if (cellule !== null)
        contributions.set(
          cellule,
          parties.map(({ mesures }) => mesures[m]?.[role] ?? 0),
        )
    }
  })
  return contributions
}

function compterIndicateur(
  { indicateur: { id }, mesurage }: IndicateurCalcule,
  un: Univers,
  famille: Famille,
  nombres: Float64Array,
  inconnusComptes: boolean,
): readonly Compte[] {
  const groupement = famille.groupements.get(un.nom)
  if (groupement === undefined || mesurage.nature === 'rapport') return []
  if (mesurage.nature === 'mediane') {
    const { valeurs, connus } = calculerMedianes(lireValeurs(mesurage, un), mesurage.pas, groupement)
    return famille.membres.map((_, g) => ({ ventilation: ventilerMediane(un.nom, valeurs[g] ?? NaN, connus[g] ?? 0) }))
  }
  const effectifs = denombrer(mesurage, un, groupement)
  const bailleurs = parBailleur(un)
  const croises = bailleurs === undefined ? undefined : denombrer(mesurage, un, croiser(groupement, bailleurs))
  return famille.membres.map(({ suffixe }, g) => {
    const contexte = { id, suffixe, nombre: nombres[g] ?? 0, inconnusComptes }
    const ventilation = ventiler(mesurage, effectifs, g, contexte)
    if (bailleurs === undefined || croises === undefined) return { ventilation }
    const parties = Array.from({ length: bailleurs.nombre }, (_, b) =>
      ventiler(mesurage, croises, g * bailleurs.nombre + b, contexte),
    )
    return { ventilation, contributions: contributionsDe(ventilation, parties) }
  })
}

function mesureDe(resultats: readonly Resultat[], { indicateur, modalite }: Reference): Mesure | undefined {
  const cherchee = modalite ?? null
  return resultats
    .find((resultat) => resultat.indicateur.id === indicateur)
    ?.ventilation.mesures.find((mesure) => mesure.modalite === cherchee)
}

/** A ratio of figures already counted; undefined when one of them is not. */
function compterRapport(
  mesurage: Extract<Mesurage, { readonly nature: 'rapport' }>,
  resultats: readonly Resultat[],
): Ventilation | undefined {
  const modalites: readonly (string | null)[] = mesurage.modalites ?? [null]
  const termes = modalites.flatMap((modalite): Terme[] => {
    const avec = (reference: Reference): Reference => (modalite === null ? reference : { ...reference, modalite })
    const numerateur = mesureDe(resultats, avec(mesurage.numerateur))
    const denominateurs = mesurage.denominateurs.flatMap((reference) => mesureDe(resultats, avec(reference)) ?? [])
    return numerateur === undefined || denominateurs.length < mesurage.denominateurs.length
      ? []
      : [{ modalite, numerateur, denominateurs }]
  })
  return termes.length === 0 ? undefined : ventilerRapport(mesurage.univers, mesurage.dimension ?? null, termes)
}

/**
 * Whether a figure says anything: a column that no row fills gives « 0 of 0 », which would be read as an answer.
 */
function muet({ nature, connus }: Ventilation): boolean {
  return nature !== 'compte' && nature !== 'rapport' && connus === 0
}

/** The indicators that say something of the whole territory. */
export function parlants(
  [entier]: readonly Lot[],
  indicateurs: readonly IndicateurCalcule[],
): readonly IndicateurCalcule[] {
  const muets = new Set(
    entier?.resultats.filter(({ ventilation }) => muet(ventilation)).map(({ indicateur: { id } }) => id),
  )
  return indicateurs.filter(({ indicateur: { id }, mesurage }) => {
    const termes = mesurage.nature === 'rapport' ? [mesurage.numerateur, ...mesurage.denominateurs] : []
    return !muets.has(id) && termes.every(({ indicateur }) => !muets.has(indicateur))
  })
}

/** Indicators of which so few answers are unknown that their number could not be published: 1 to `seuil` − 1. */
export function peuInconnus([entier]: readonly Lot[], seuil: number, indicateurs: readonly IndicateurCalcule[]) {
  const mesurages = new Map(indicateurs.map(({ indicateur: { id }, mesurage }) => [id, mesurage]))
  const nombres = new Map(entier?.univers.map(({ nom, nombre }) => [nom, nombre]))
  const rares = (entier?.resultats ?? []).filter(({ indicateur: { id }, ventilation }) => {
    const { nature, univers, connus, inconnus } = ventilation
    const { base, exacte } = mesurages.get(id) ?? {}
    const denombre = nature === 'part' || nature === 'repartition'
    // With those who are not concerned, in an exact rate: only their sum is found by subtraction.
    const deduits = exacte === true ? (nombres.get(univers) ?? 0) - connus : inconnus
    // The denominator that is the numerator of another figure is what it is.
    return denombre && inconnus > 0 && deduits < seuil && base?.includes(':') !== true
  })
  return new Set(rares.map(({ indicateur: { id } }) => id))
}

/** Whether an indicator is given for the places of a family. */
function convient({ nom }: Famille, { local }: IndicateurCalcule): boolean {
  return nom === null || local.includes(nom)
}

/**
 * Counts the indicators in every place of a family, those made of others last.
 *
 * @param inconnusComptes indicators whose unknown answers are in the denominator
 */
export function compterLots(
  famille: Famille,
  univers: ReadonlyMap<NomUnivers, Univers>,
  indicateurs: readonly IndicateurCalcule[],
  inconnusComptes: ReadonlySet<string> = new Set(),
): readonly Lot[] {
  const nombres = tailles(famille, univers, indicateurs)
  const siens = indicateurs.filter((indicateur) => convient(famille, indicateur))
  const parIndicateur = siens.map((indicateur) => {
    const un = univers.get(indicateur.mesurage.univers)
    const taille = nombres.get(indicateur.mesurage.univers)
    return un === undefined || taille === undefined
      ? []
      : compterIndicateur(indicateur, un, famille, taille, inconnusComptes.has(indicateur.indicateur.id))
  })
  return famille.membres.map(({ suffixe, place }, g) => {
    const comptes = siens.flatMap(({ indicateur }, k): Resultat[] => {
      const compte = parIndicateur[k]?.[g]
      return compte === undefined ? [] : [{ indicateur, ...compte }]
    })
    const rapports = siens.flatMap(({ indicateur, mesurage }): Resultat[] => {
      const ventilation = mesurage.nature === 'rapport' ? compterRapport(mesurage, comptes) : undefined
      return ventilation === undefined ? [] : [{ indicateur, ventilation }]
    })
    const parId = new Map([...comptes, ...rapports].map((resultat) => [resultat.indicateur.id, resultat]))
    const totaux = [...nombres].map(([nom, taille]) => ({ nom, nombre: taille[g] ?? 0 }))
    return {
      suffixe,
      place,
      famille: famille.nom,
      univers: totaux.filter(({ nom }) => comptes.some(({ ventilation }) => ventilation.univers === nom)),
      resultats: siens.flatMap(({ indicateur: { id } }) => parId.get(id) ?? []),
    }
  })
}
