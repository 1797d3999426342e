/** Groups of fewer households are not shown: their figures would tell of people one can recognise. */
export const SEUIL_SECRET = 11

/**
 * Which groups of a dimension to withhold: those under 11 households (an empty one tells nothing of anybody) and, where
 * groups are exclusive and a single one is withheld, the smallest other, else it would be found by subtraction.
 *
 * @param effectifs households of each group
 * @example aTaire([4, 30, 12], true) //=> [true, false, true]
 */
export function aTaire(effectifs: readonly number[], exclusive: boolean): readonly boolean[] {
  const tus = effectifs.map((n) => n > 0 && n < SEUIL_SECRET)
  if (!exclusive || tus.filter(Boolean).length !== 1) return tus
  const restants = effectifs.map((n, k) => (tus[k] === true || n === 0 ? Infinity : n))
  const moindre = restants.indexOf(Math.min(...restants))
  return restants[moindre] === Infinity ? tus : tus.map((tu, k) => tu || k === moindre)
}
