/**
 * Points in whole hundredths, so that sums are exact; undefined when there are more than two decimals or the number is
 * too large to be counted exactly.
 *
 * @example enCentiemes(0.29) //=> 29
 * @example enCentiemes(0.125) //=> undefined
 */
export function enCentiemes(points: number): number | undefined {
  const centiemes = Math.round(points * 100)
  return Math.abs(centiemes) <= CENTIEMES_MAXIMUM && centiemes / 100 === points ? centiemes : undefined
}

/** One hundred million points: far beyond any grid, far below the limit of exact integers. */
const CENTIEMES_MAXIMUM = 1e10

/**
 * Points of a total: scoring counts in whole hundredths, so that sums are exact.
 *
 * @example enPoints(1250) //=> 12.5
 */
export function enPoints(centiemes: number): number {
  return centiemes / 100
}
