import { indicesParOrdre, type Ordre, tailleCommune } from './ordre.ts'

/** Who enters and who leaves the first n. */
export interface TopCommuns {
  /** The size asked, even when there are fewer demandes. */
  readonly n: number
  readonly communs: number
  /** Demandes in B's first n and not in A's, in B's order. */
  readonly entrants: readonly number[]
  /** Demandes in A's first n and not in B's, in A's order. */
  readonly sortants: readonly number[]
}

function premiersAbsents(parOrdre: Uint32Array, autre: Ordre, n: number): number[] {
  return Array.from(parOrdre.subarray(0, n)).filter((i) => (autre[i] as number) > n)
}

/**
 * The first n of two rankings, for each size asked.
 *
 * @example topCommuns([1, 2, 3], [3, 2, 1], [1]) //=> [{ n: 1, communs: 0, entrants: [2], sortants: [0] }]
 */
export function topCommuns(a: Ordre, b: Ordre, tailles: readonly number[]): TopCommuns[] {
  const total = tailleCommune(a, b)
  const parA = indicesParOrdre(a)
  const parB = indicesParOrdre(b)
  return tailles.map((n) => {
    const sortants = premiersAbsents(parA, b, n)
    return { n, communs: Math.min(n, total) - sortants.length, entrants: premiersAbsents(parB, a, n), sortants }
  })
}
