import { CANDIDATS_PAR_LOT, candidatsParPaire } from './candidats.ts'
import { type Ordre, tailleCommune } from './ordre.ts'
import type { PairesLots, Recherches } from './recherches.ts'

/** The dwellings whose candidates are not the same under two rankings. */
export interface LotsChanges {
  readonly lots: number
  readonly changes: number
  /** changes / lots; null without dwellings. */
  readonly part: number | null
  /** Per dwelling, 1 when its set of candidates differs. */
  readonly parLot: Uint8Array
}

function contient(a: Int32Array, b: Int32Array): boolean {
  return b.every((demande) => a.includes(demande))
}

/** Both ways: a list that is not full holds `PERSONNE` more than once. */
function memeEnsemble(a: Int32Array, b: Int32Array): boolean {
  return contient(a, b) && contient(b, a)
}

function candidatsDe(candidats: Int32Array, paire: number): Int32Array {
  return candidats.subarray(CANDIDATS_PAR_LOT * paire, CANDIDATS_PAR_LOT * (paire + 1))
}

/** Compares two lists of candidates (see `candidatsParPaire`), as sets: their order inside the three is not looked at. */
export function comparerCandidats(a: Int32Array, b: Int32Array, { paireDuLot, nombre }: PairesLots): LotsChanges {
  tailleCommune(a, b)
  const parPaire = Uint8Array.from({ length: nombre }, (_, p) =>
    memeEnsemble(candidatsDe(a, p), candidatsDe(b, p)) ? 0 : 1,
  )
  const parLot = Uint8Array.from(paireDuLot, (paire) => parPaire[paire] as number)
  const lots = parLot.length
  const changes = parLot.reduce((total, change) => total + change, 0)
  return { lots, changes, part: lots === 0 ? null : changes / lots, parLot }
}

/**
 * The share of the dwellings whose set of three candidates differs between two rankings.
 *
 * @param paires the dwellings, grouped once by `pairesLots`
 * @example
 * const { population, ordreA, ordreB } = comparaisons.paires[0]!
 * lotsChanges(ordreA, ordreB, recherchesDe(demandes, population), banc.lots).changes //=> 20
 */
export function lotsChanges(a: Ordre, b: Ordre, recherches: Recherches, paires: PairesLots): LotsChanges {
  tailleCommune(a, b)
  return comparerCandidats(candidatsParPaire(a, recherches, paires), candidatsParPaire(b, recherches, paires), paires)
}
