import { type Ordre, tailleCommune } from './ordre.ts'
import { Somme } from './somme.ts'

/** The persistence of the contract: a reader goes on from one place to the next 98 times in 100 (50 places on average). */
export const PERSISTANCE = 0.98

/** How many demandes reach the common list at each depth: its prefix sum is the overlap. */
function entreesCommunes(a: Ordre, b: Ordre): Uint8Array {
  const entrees = new Uint8Array(a.length + 1)
  for (let i = 0; i < a.length; i++) {
    const profondeur = Math.max(a[i] as number, b[i] as number)
    entrees[profondeur] = (entrees[profondeur] as number) + 1
  }
  return entrees
}

/**
 * Rank-biased overlap, extrapolated (Webber, Moffat, Zobel 2010, eq. 32), of two full rankings of the same demandes.
 *
 * X(d) being the number of demandes that both place in their first d, RBO_ext = p^n × X(n)/n + (1 − p) Σ p^(d−1) × X(d)/d.
 * Here X(n) = n, nothing is left to extrapolate, and the sum is written from its complement,
 * 1 − (1 − p) Σ p^(d−1) × (d − X(d))/d: the same ranking gives exactly 1. Powers are successive products, the same on
 * every machine (Math.pow is not). Null without demandes. For ties, or lists that do not hold the same elements, see
 * `rboGroupes`.
 *
 * @param p persistence, 0 < p < 1
 * @example rbo([1, 2, 3], [1, 2, 3]) //=> 1
 * @example rbo([1, 2], [2, 1], 0.5) //=> 0.5
 */
export function rbo(a: Ordre, b: Ordre, p = PERSISTANCE): number | null {
  const n = tailleCommune(a, b)
  if (n === 0) return null
  const entrees = entreesCommunes(a, b)
  const manque = new Somme()
  let communs = 0
  let poids = 1
  for (let d = 1; d <= n && poids > 0; d++, poids *= p) {
    communs += entrees[d] as number
    manque.ajouter((poids * (d - communs)) / d)
  }
  return Math.max(0, 1 - (1 - p) * manque.valeur)
}
