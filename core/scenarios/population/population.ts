import type { Classement } from '../../cotation/classer.ts'
import type { Cotation } from '../../cotation/coter.ts'

/** The demandes looked at, as indexes in the table read, increasing: each measure numbers them from 0 in that order. */
export type Population = Uint32Array

/**
 * The demandes that a grid scores, as indexes in the table, in its order.
 *
 * @example populationDe(cotation.classement).length //=> 1945
 */
export function populationDe({ indices, ordre }: Classement): Population {
  return garder(ordre, indices.length, () => true)
}

/** The demandes that have a place and pass a test, in the order of the table. */
function garder(ordre: Uint32Array, maximum: number, garde: (i: number) => boolean): Population {
  const population = new Uint32Array(maximum)
  let nombre = 0
  for (let i = 0; i < ordre.length; i++) if ((ordre[i] ?? 0) > 0 && garde(i)) population[nombre++] = i
  return population.subarray(0, nombre)
}

/**
 * The demandes that both grids score, as indexes in the table, in its order.
 *
 * @example
 * const [a, b] = comparaisons.cotations
 * populationCommune(a!.classement, b!.classement).length //=> 1945
 */
export function populationCommune(a: Classement, b: Classement): Population {
  return garder(a.ordre, a.indices.length, (i) => (b.ordre[i] ?? 0) > 0)
}

/**
 * The place of each demande of a population among them, 1 for the first: the places of the whole ranking, closed up.
 *
 * @example ordreParmi(cotation.classement, Uint32Array.of(0, 1)) //=> [2, 1]
 */
export function ordreParmi({ indices, ordre }: Classement, population: Population): Uint32Array {
  if (indices.length === population.length) return population.map((i) => ordre[i] ?? 0)
  const places = new Uint32Array(ordre.length)
  for (const i of population) places[i] = 1
  let place = 0
  for (const i of indices) if (places[i] === 1) places[i] = ++place
  return population.map((i) => places[i] ?? 0)
}

/**
 * The totals of a population, in hundredths.
 *
 * @example totauxDe(cotation, Uint32Array.of(0, 1)) //=> [200, 6000]
 */
export function totauxDe({ totaux }: Cotation, population: Population): Float64Array {
  const parmi = new Float64Array(population.length)
  for (let p = 0; p < parmi.length; p++) parmi[p] = totaux[population[p] ?? 0] ?? 0
  return parmi
}
