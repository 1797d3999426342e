import type { Classement } from '../../cotation/classer.ts'
import type { Cotation } from '../../cotation/coter.ts'

/** The demandes looked at, as indexes in the table read, increasing: each measure numbers them from 0 in that order. */
export type Population = Uint32Array

/** The demandes that a grid scores. */
export function populationDe({ indices }: Classement): Population {
  return indices.slice().sort()
}

/** The demandes that both grids score. */
export function populationCommune(a: Classement, b: Classement): Population {
  return populationDe(a).filter((i) => (b.ordre[i] ?? 0) > 0)
}

/**
 * The place of each demande of a population among them, 1 for the first: the places of the whole ranking, closed up.
 *
 * @example ordreParmi({ indices: [7, 2, 5], … }, Uint32Array.of(2, 7)) //=> Uint32Array [2, 1]
 */
export function ordreParmi({ indices, ordre }: Classement, population: Population): Uint32Array {
  if (indices.length === population.length) return population.map((i) => ordre[i] ?? 0)
  const places = new Uint32Array(ordre.length)
  for (const i of population) places[i] = 1
  let place = 0
  for (const i of indices) if (places[i] === 1) places[i] = ++place
  return population.map((i) => places[i] ?? 0)
}

/** The totals of a population, in hundredths. */
export function totauxDe({ totaux }: Cotation, population: Population): Float64Array {
  return Float64Array.from(population, (i) => totaux[i] ?? 0)
}
