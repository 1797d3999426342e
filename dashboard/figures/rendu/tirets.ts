import type { Niveau } from '../figure.ts'

/** Dashes of the lines of comparison, in their order. */
export const TIRETS: readonly (readonly number[])[] = [
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2],
]

/** The dashes of a level: a target is a full line, the others as they come. */
export function tiretsDe(niveaux: readonly Niveau[], niveau: Niveau): readonly number[] {
  if (niveau.genre === 'objectif') return []
  return TIRETS[niveaux.filter(({ genre }) => genre !== 'objectif').indexOf(niveau) % TIRETS.length] ?? []
}
