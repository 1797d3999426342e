/** The place of each demande in a ranking: `ordre[i]` is 1 for the first, n for the last, each place taken once. */
export type Ordre = ArrayLike<number>

/** The points of each demande, in any unit (whole hundredths keep them exact). Higher is better. */
export type Totaux = ArrayLike<number>

/**
 * The number of demandes that two columns describe; throws when they do not describe the same ones (a fault of ours).
 *
 * @example tailleCommune([1, 2], [2, 1]) //=> 2
 */
export function tailleCommune(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`two rankings of the same demandes expected: ${a.length} and ${b.length}`)
  return a.length
}

/**
 * The demandes from the first to the last. Throws when `ordre` is not 1…n, each once (a fault of ours).
 *
 * @example indicesParOrdre([2, 3, 1]) //=> [2, 0, 1]
 */
export function indicesParOrdre(ordre: Ordre): Uint32Array {
  const n = ordre.length
  const indices = new Uint32Array(n).fill(n)
  for (let i = 0; i < n; i++) {
    const place = (ordre[i] as number) - 1
    if (indices[place] !== n) throw new Error(`places 1 to ${n}, each once, expected: ${place + 1} for demande ${i}`)
    indices[place] = i
  }
  return indices
}
