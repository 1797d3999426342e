import { pairesRecherchees } from '../lots/paires-recherchees.ts'
import type { Lots, PairesLots, Recherches } from '../mesures/recherches.ts'
import { pairesLots } from '../mesures/recherches.ts'

/** Dwellings grouped by what distinguishes their candidates, and how many stand in each group. */
export interface PairesComptees {
  readonly paires: PairesLots
  readonly effectifs: Uint32Array
  readonly nombreLots: number
}

/** @param lots dwellings; without them, one for each pair that a demande names */
export function paires(recherches: Recherches, lots: Lots = pairesRecherchees(recherches)): PairesComptees {
  const groupes = pairesLots(lots)
  const effectifs = new Uint32Array(groupes.nombre)
  for (const paire of groupes.paireDuLot) effectifs[paire] = (effectifs[paire] ?? 0) + 1
  return { paires: groupes, effectifs, nombreLots: groupes.paireDuLot.length }
}
