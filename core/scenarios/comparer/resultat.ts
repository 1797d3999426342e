import type { CellulesRemplies } from '../../lecture/lire.ts'
import { isoJour } from '../../socle/jour.ts'
import type { TableMouvements } from '../mesures/bandes.ts'
import type { ClasseDeplacement } from '../mesures/deplacements.ts'
import type { PertesEtGainsAuSeuil } from '../mesures/pertes-et-gains.ts'
import type { AnomalieComparaison, Comparaisons } from './comparer.ts'
import type { GainsDimension } from './gains.ts'
import type { MesuresPaire } from './paire.ts'

export interface TopEcrit {
  readonly n: number
  readonly communs: number
  readonly entrants: readonly string[]
  readonly sortants: readonly string[]
}

export interface PublicEcrit {
  readonly public: string
  readonly n: number
  /** Demandes of which nobody knows whether they belong: counted nowhere else. */
  readonly inconnus: number
  readonly part_top_a: number | null
  readonly part_top_b: number | null
}

export interface GainsEcrits {
  readonly dimension: string
  readonly modalite: string
  /** The figures are null when the group is withheld: under 11 households, or found from one that is. */
  readonly n: number | null
  readonly gain_moyen: number | null
  readonly seuils: readonly PertesEtGainsAuSeuil[] | null
}

/** What two grids make of the same demandes, as programs read it. */
export interface PaireEcrite {
  /** Demandes that both grids score. */
  readonly demandes: number
  readonly kendall_tau_b: number | null
  readonly spearman: number | null
  readonly tau_pondere: number | null
  readonly rbo: number | null
  readonly deplacement_moyen: number | null
  readonly deplacement_max: number | null
  readonly immobiles: number
  readonly deplacements: readonly ClasseDeplacement[]
  readonly top: readonly TopEcrit[]
  readonly publics: readonly PublicEcrit[]
  readonly transitions: TableMouvements
  readonly gains: readonly GainsEcrits[]
  /** With dwellings only. */
  readonly lots?: number
  readonly lots_changes?: number
  readonly part_lots_changes?: number | null
}

/** The document `comparaison/1`: the first two grids; `comparaisons` has every pair when there are more. */
export interface ComparaisonEcrite extends PaireEcrite {
  readonly format: 'comparaison/1'
  readonly jour: string
  readonly grilles: readonly { readonly id: string; readonly empreinte: string }[]
  readonly comparaisons?: readonly (PaireEcrite & { readonly a: string; readonly b: string })[]
  readonly vide_non: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
  readonly anomalies: readonly AnomalieComparaison[]
  readonly avertissements: readonly string[]
}

function gainsEcrits(gains: readonly GainsDimension[]): readonly GainsEcrits[] {
  return gains.flatMap(({ dimension, modalites }) =>
    modalites.map(({ code, gains: gain }) => ({
      dimension,
      modalite: code,
      n: gain?.n ?? null,
      gain_moyen: gain?.gainMoyen ?? null,
      seuils: gain?.seuils ?? null,
    })),
  )
}

function paireEcrite(paire: MesuresPaire, numeros: readonly string[]): PaireEcrite {
  const numero = (p: number): string => numeros[paire.population[p] ?? -1] ?? ''
  const { deplacements, lots } = paire
  return {
    demandes: paire.population.length,
    kendall_tau_b: paire.tauB,
    spearman: paire.spearman,
    tau_pondere: paire.tauPondere,
    rbo: paire.rbo,
    deplacement_moyen: deplacements.moyen,
    deplacement_max: deplacements.max,
    immobiles: deplacements.immobiles,
    deplacements: deplacements.classes,
    top: paire.top.map(({ n, communs, entrants, sortants }) => ({
      n,
      communs,
      entrants: entrants.map(numero),
      sortants: sortants.map(numero),
    })),
    publics: paire.publics.map(({ public: code, n, inconnus, partA, partB }) => ({
      public: code,
      n,
      inconnus,
      part_top_a: partA,
      part_top_b: partB,
    })),
    transitions: paire.transitions,
    gains: gainsEcrits(paire.gains),
    ...(lots === undefined ? {} : { lots: lots.lots, lots_changes: lots.changes, part_lots_changes: lots.part }),
  }
}

/**
 * The document `comparaison/1`.
 *
 * @throws Error when nothing was compared
 * @example comparaisonEcrite(comparaisons).top[0]?.communs //=> 1
 */
export function comparaisonEcrite(comparaisons: Comparaisons): ComparaisonEcrite {
  const { demandes, contexte, cotations, paires, anomalies } = comparaisons
  const identites = cotations.map(({ grilleLue }) => ({
    id: grilleLue.grille.id,
    empreinte: grilleLue.empreinte,
  }))
  const ecrites = paires.map((paire) => paireEcrite(paire, demandes.numeros))
  const [premiere] = ecrites
  if (premiere === undefined) throw new Error('a comparison has two grids or more')
  const id = (rang: number): string => identites[rang]?.id ?? ''
  return {
    format: 'comparaison/1',
    jour: isoJour(contexte.jour),
    grilles: identites,
    ...premiere,
    ...(ecrites.length > 1
      ? { comparaisons: ecrites.map((ecrite, k) => ({ a: id(0), b: id(k + 1), ...ecrite })) }
      : {}),
    vide_non: demandes.videNon,
    defauts: demandes.defauts,
    anomalies,
    avertissements: [...new Set(cotations.flatMap(({ grilleLue }) => grilleLue.avertissements))],
  }
}
