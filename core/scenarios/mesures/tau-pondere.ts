import { ArbreCumuls } from './arbre-cumuls.ts'
import { tailleCommune, type Totaux } from './ordre.ts'
import { type PairesTriees, pairesTriees } from './paires-triees.ts'
import { type RangsDenses, rangsDenses } from './rangs-denses.ts'
import { Somme, somme } from './somme.ts'

/**
 * Sum, over the pairs of elements of equal rank, of the weights of both members. The sums of a group start from 0 and
 * follow the order of the elements, as in `poidsDoublementExAequo`: where both describe the same groups they are equal to
 * the last bit, and the same ranking gives exactly 1.
 */
function poidsExAequo(rangs: Uint32Array, poids: Float64Array, effectifs: Uint32Array): number {
  const parRang = new Float64Array(effectifs.length)
  for (let i = 0; i < rangs.length; i++) {
    const rang = rangs[i] as number
    parRang[rang] = (parRang[rang] as number) + (poids[i] as number)
  }
  const total = new Somme()
  parRang.forEach((masse, rang) => total.ajouter(((effectifs[rang] as number) - 1) * masse))
  return total.valeur
}

/** The same for the pairs that are equal on both sides: neighbours, since the elements are sorted. */
function poidsDoublementExAequo({ x, y }: PairesTriees, poids: Float64Array): number {
  const total = new Somme()
  for (let debut = 0, fin = 0; debut < x.length; debut = fin) {
    let groupe = 0
    do groupe += poids[fin++] as number
    while (fin < x.length && x[fin] === x[debut] && y[fin] === y[debut])
    total.ajouter((fin - debut - 1) * groupe)
  }
  return total.valeur
}

/** Sum, over the pairs that the two sides order in opposite ways, of the weights of both members. */
function poidsInverse(y: Uint32Array, poids: Float64Array, nombreRangs: number): number {
  const nombres = new ArbreCumuls(nombreRangs)
  const masses = new ArbreCumuls(nombreRangs)
  const masse = new Somme()
  const total = new Somme()
  for (let i = 0; i < y.length; i++) {
    const rang = y[i] as number
    const poidsIci = poids[i] as number
    const devant = i - nombres.cumul(rang)
    if (devant > 0) total.ajouter(devant * poidsIci + (masse.valeur - masses.cumul(rang)))
    nombres.ajouter(rang, 1)
    masses.ajouter(rang, poidsIci)
    masse.ajouter(poidsIci)
  }
  return total.valeur
}

/** Vigna's index when the importance is the place by x, then by y, from the highest. */
function tauSelon(a: RangsDenses, b: RangsDenses): number {
  const paires = pairesTriees(a, b)
  const n = paires.x.length
  const poids = new Float64Array(n)
  for (let i = 0; i < n; i++) poids[i] = 1 / (n - i)
  const toutes = (n - 1) * somme(poids)
  const enX = poidsExAequo(paires.x, poids, a.effectifs)
  const enY = poidsExAequo(paires.y, poids, b.effectifs)
  const ecart =
    toutes - (enX + enY - poidsDoublementExAequo(paires, poids)) - 2 * poidsInverse(paires.y, poids, b.effectifs.length)
  return ecart / Math.sqrt((toutes - enX) * (toutes - enY))
}

/** `tauPondere` on ranks already made. */
export function tauPondereDesRangs(x: RangsDenses, y: RangsDenses): number | null {
  if (x.effectifs.length < 2 || y.effectifs.length < 2) return null
  // Sums of rounded weights may pass ±1 by a last bit.
  return Math.max(-1, Math.min(1, (tauSelon(x, y) + tauSelon(y, x)) / 2))
}

/**
 * Weighted τ (Vigna 2015), additive and hyperbolic: a swap between the demandes of places r and s (from 0) weighs
 * 1 / (r + 1) + 1 / (s + 1), so that a swap at the head of the list counts far more than one at its tail. The mean of the
 * values with the places of A and with the places of B, as SciPy's `weightedtau` gives by default. Null when one side is
 * all ties, or with fewer than two demandes. O(n log n); summed in a fixed order.
 *
 * @example tauPondere([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]) //=> -0.5669496815368273
 */
export function tauPondere(a: Totaux, b: Totaux): number | null {
  tailleCommune(a, b)
  return tauPondereDesRangs(rangsDenses(a), rangsDenses(b))
}
