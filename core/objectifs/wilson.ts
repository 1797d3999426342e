/** Ninety-five in a hundred, two-sided. */
const Z95 = 1.959963984540054

/**
 * Wilson's score interval of a share: what chance alone can do of a small count. Null when nothing is counted.
 *
 * Source: E. B. Wilson, « Probable inference, the law of succession, and statistical inference », JASA 22, 1927.
 *
 * @param z quantile of the normal law: 95 % unless told
 * @example wilson(10, 60) //=> { bas: 0.0931…, haut: 0.2803… }
 */
export function wilson(
  numerateur: number,
  denominateur: number,
  z = Z95,
): { readonly bas: number; readonly haut: number } | null {
  if (denominateur === 0) return null
  const z2 = z * z
  const centre = (numerateur + z2 / 2) / (denominateur + z2)
  const demi = (z / (denominateur + z2)) * Math.sqrt((numerateur * (denominateur - numerateur)) / denominateur + z2 / 4)
  // The bounds of nothing and of everything are exact: rounding must not step over them.
  return {
    bas: numerateur === 0 ? 0 : Math.max(0, centre - demi),
    haut: numerateur === denominateur ? 1 : Math.min(1, centre + demi),
  }
}
