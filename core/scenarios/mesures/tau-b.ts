import { ArbreCumuls } from './arbre-cumuls.ts'
import { tailleCommune, type Totaux } from './ordre.ts'
import { type PairesTriees, pairesTriees } from './paires-triees.ts'
import { type RangsDenses, rangsDenses } from './rangs-denses.ts'

function pairesDans(effectif: number): number {
  return (effectif * (effectif - 1)) / 2
}

function pairesExAequo(effectifs: Uint32Array): number {
  return effectifs.reduce((total, effectif) => total + pairesDans(effectif), 0)
}

function pairesDoublementExAequo({ x, y }: PairesTriees): number {
  let total = 0
  let suite = 0
  for (let i = 1; i < x.length; i++) {
    suite = x[i] === x[i - 1] && y[i] === y[i - 1] ? suite + 1 : 0
    total += suite
  }
  return total
}

/** Pairs that the two sides order in opposite ways (Knight 1966, with running counts in the place of a merge sort). */
function pairesInversees({ y }: PairesTriees, nombreRangs: number): number {
  const vus = new ArbreCumuls(nombreRangs)
  let total = 0
  for (let i = 0; i < y.length; i++) {
    const rang = y[i] as number
    total += i - vus.cumul(rang)
    vus.ajouter(rang, 1)
  }
  return total
}

/** `kendallTauB` on ranks already made. */
export function tauBDesRangs(a: RangsDenses, b: RangsDenses): number | null {
  const toutes = pairesDans(a.rangs.length)
  const exAequoA = pairesExAequo(a.effectifs)
  const exAequoB = pairesExAequo(b.effectifs)
  if (toutes === exAequoA || toutes === exAequoB) return null
  const paires = pairesTriees(a, b)
  const comparables = toutes - exAequoA - exAequoB + pairesDoublementExAequo(paires)
  const ecart = comparables - 2 * pairesInversees(paires, b.effectifs.length)
  return ecart / Math.sqrt((toutes - exAequoA) * (toutes - exAequoB))
}

/**
 * Kendall's τ-b between two columns of points, ties counted: 1 when every pair stays in the same order, −1 when every pair
 * is swapped. Null when one side is all ties, or with fewer than two demandes. O(n log n).
 *
 * Counts of pairs are whole numbers below 2^53 up to 134 million demandes. The denominator is the root of their product:
 * the product may round, but the root of a rounded square gives the number back, so that |τ| never exceeds 1 and the same
 * ranking gives exactly 1 (the product of two roots would not).
 *
 * @example kendallTauB([1, 2, 3], [10, 30, 20]) //=> 0.3333333333333333
 * @example kendallTauB([1, 1, 1], [1, 2, 3]) //=> null
 */
export function kendallTauB(a: Totaux, b: Totaux): number | null {
  tailleCommune(a, b)
  return tauBDesRangs(rangsDenses(a), rangsDenses(b))
}
