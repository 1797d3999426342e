import type { Placement } from './appartenance.ts'
import { PLACES } from './appartenance.ts'

/** Counts of places by group; `debutGroupe` and `debutCroise` say where those of a group begin. */
export type TableauPlaces = Uint32Array

/** Counts rows by group (−1: none) and place, in one pass over the rows that count. */
export function denombrer({ places, rangs }: Placement, groupes: Int32Array, nombreGroupes: number): TableauPlaces {
  const tableau = new Uint32Array((nombreGroupes + 1) * PLACES)
  for (const i of rangs) {
    const k = ((groupes[i] ?? -1) + 1) * PLACES + (places[i] ?? 0)
    tableau[k] = (tableau[k] ?? 0) + 1
  }
  return tableau
}

/** Where the counts of a group begin; −1 is of the rows without group. */
export function debutGroupe(groupe: number): number {
  return (groupe + 1) * PLACES
}

/** Counts rows by pair of groups and place. */
export function denombrerCroise(
  { places, rangs }: Placement,
  premier: Int32Array,
  second: Int32Array,
  nombrePremier: number,
  nombreSecond: number,
): TableauPlaces {
  const tableau = new Uint32Array((nombrePremier + 1) * (nombreSecond + 1) * PLACES)
  for (const i of rangs) {
    const k = debutCroise(premier[i] ?? -1, second[i] ?? -1, nombreSecond) + (places[i] ?? 0)
    tableau[k] = (tableau[k] ?? 0) + 1
  }
  return tableau
}

/** Where the counts of a pair of groups begin; −1 is of the rows without group. */
export function debutCroise(premier: number, second: number, nombreSecond: number): number {
  return ((premier + 1) * (nombreSecond + 1) + second + 1) * PLACES
}

/** The places of all the rows. */
export function totaliser({ places, rangs }: Placement): TableauPlaces {
  const total = new Uint32Array(PLACES)
  for (const i of rangs) {
    const place = places[i] ?? 0
    total[place] = (total[place] ?? 0) + 1
  }
  return total
}
