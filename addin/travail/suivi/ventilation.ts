import type { Territoires } from '../../../core/index.ts'
import { formatCompte, formatNombre, formatTaux } from '../../../core/index.ts'
import { ventiler, type CaseVentilee, type Ventilation } from '../../../core/objectifs/index.ts'
import { nommerModalite, objectifSuivi, type ObjectifSuivi } from './comptes.ts'
import type {
  AxeVentilation,
  DemandeCompte,
  DemandeVentilation,
  LigneVentilee,
  TriVentilation,
  VentilationVue,
} from './contrat-objectifs.ts'
import { compteDe, direCompte, direEcart, type Fonds } from './decrire-objectifs.ts'

function entierOuRien(valeur: number | null): string {
  return valeur === null ? '' : formatNombre(valeur)
}

function ligneDe(
  c: CaseVentilee,
  axes: readonly AxeVentilation[],
  objectif: ObjectifSuivi,
  lieux: Territoires,
): LigneVentilee {
  const { taux, taux_max, intervalle } = c
  return {
    noms:
      c.modalites.length === 0
        ? ['Ensemble']
        : axes.map((axe, i) => nommerModalite(axe, c.modalites[i] ?? null, lieux)),
    modalites: c.modalites,
    compte: direCompte(c, objectif),
    taux: taux === null ? '—' : formatTaux(taux),
    fourchette: taux !== null && taux_max !== null && taux_max > taux ? `jusqu’à ${formatTaux(taux_max)}` : '',
    ecart: direEcart(c.ecart),
    manque: entierOuRien(c.manque),
    manqueAjoute: entierOuRien(c.manque_ajoute),
    intervalle:
      intervalle === null
        ? ''
        : `${formatTaux(intervalle.bas, { decimales: 0 })} à ${formatTaux(intervalle.haut, { decimales: 0 })}`,
    inconnues: c.inconnus === 0 ? '' : formatNombre(c.inconnus),
    faible: c.effectifFaible,
  }
}

/** What each heading sorts by; rows without a figure come last either way. */
const CLES: Readonly<Record<Exclude<TriVentilation, 'nom'>, (c: CaseVentilee) => number | null>> = {
  compte: ({ denominateur }) => denominateur,
  taux: ({ taux }) => taux,
  ecart: ({ ecart }) => ecart,
  manque: ({ manque }) => manque,
  manqueAjoute: ({ manque_ajoute }) => manque_ajoute,
}

function trier(lignes: readonly Rangee[], { tri, croissant }: DemandeVentilation): readonly Rangee[] {
  const sens = croissant ? 1 : -1
  if (tri === 'nom')
    return lignes.toSorted((a, b) => sens * a.ligne.noms.join(' ').localeCompare(b.ligne.noms.join(' '), 'fr'))
  const cle = CLES[tri]
  return lignes.toSorted((a, b) => {
    const [x, y] = [cle(a.c), cle(b.c)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sens * (x - y) || a.ligne.noms.join(' ').localeCompare(b.ligne.noms.join(' '), 'fr')
  })
}

interface Rangee {
  readonly c: CaseVentilee
  readonly ligne: LigneVentilee
}

/** A breakdown sorted, ready to be shown by windows. */
export interface Ventilee {
  readonly vue: VentilationVue
  readonly lignes: readonly LigneVentilee[]
  readonly ventilation: Ventilation
}

/** Rows that no line of a holder counts, since they give none. */
function noteDe(fonds: Fonds, demande: DemandeCompte, objectif: ObjectifSuivi): string {
  if (objectif.reservataire === undefined || 'reservataire' in demande.filtres) return ''
  const sans = ventiler(
    fonds.comptes.restreint(demande.annee, { ...demande.filtres, reservataire: null }, objectif.indicateur),
    objectif.indicateur,
    ['reservataire'],
  ).total
  const lignes = sans.denominateur + sans.inconnus_denominateur
  return lignes === 0
    ? ''
    : `${formatCompte(lignes, 'ligne')} sans réservataire ne sont dans aucune ligne de ce tableau.`
}

/** Breaks a target down as asked, under the filters. */
export function ventilerSuivi(fonds: Fonds, compte: DemandeCompte, demande: DemandeVentilation): Ventilee {
  const objectif = objectifSuivi(demande.objectif)
  const ventilation = ventiler(compteDe(fonds, compte, objectif), objectif.indicateur, demande.axes)
  const lignes = trier(
    ventilation.cases.map((c) => ({ c, ligne: ligneDe(c, demande.axes, objectif, fonds.lieux) })),
    demande,
  )
  return {
    ventilation,
    lignes: lignes.map(({ ligne }) => ligne),
    vue: {
      titre: objectif.titre,
      axes: ventilation.axes.map(({ libelle }) => libelle),
      nombre: lignes.length,
      total: ligneDe(ventilation.total, demande.axes, objectif, fonds.lieux),
      note: noteDe(fonds, compte, objectif),
    },
  }
}
