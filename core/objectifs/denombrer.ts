import { DEHORS, PLACES } from './appartenance.ts'

/** Counts of places by group: those of group `g` begin at `(g + 1) × PLACES`; the first ones are of rows without group. */
export type TableauPlaces = Uint32Array

/** Counts rows by group and place, in one pass. */
export function denombrer(places: Uint8Array, groupes: Int32Array, nombreGroupes: number): TableauPlaces {
  const tableau = new Uint32Array((nombreGroupes + 1) * PLACES)
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? DEHORS
    if (place === DEHORS) continue
    const k = ((groupes[i] ?? -1) + 1) * PLACES + place
    tableau[k] = (tableau[k] ?? 0) + 1
  }
  return tableau
}

/** The places of all the rows, with or without a group. */
export function additionnerGroupes(tableau: TableauPlaces): TableauPlaces {
  const total = new Uint32Array(PLACES)
  tableau.forEach((nombre, k) => {
    total[k % PLACES] = (total[k % PLACES] ?? 0) + nombre
  })
  return total
}

/** Where the counts of a group begin. */
export function debutGroupe(groupe: number): number {
  return (groupe + 1) * PLACES
}

/** Two groupings crossed: rows without a group in the first one have none; in the second one, the group 0. */
export function croiser(premier: Int32Array, second: Int32Array, nombreSecond: number): Int32Array {
  const croises = new Int32Array(premier.length)
  for (let i = 0; i < croises.length; i++) {
    const a = premier[i] ?? -1
    croises[i] = a < 0 ? -1 : a * (nombreSecond + 1) + (second[i] ?? -1) + 1
  }
  return croises
}

/** The group that `croiser` gives to these two. */
export function groupeCroise(premier: number, second: number, nombreSecond: number): number {
  return premier * (nombreSecond + 1) + second + 1
}
