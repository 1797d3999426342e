import { ArbreCumuls } from './arbre-cumuls.ts'
import { tailleCommune, type Totaux } from './ordre.ts'
import { pairesTriees } from './paires-triees.ts'
import { type RangsDenses, rangsDenses } from './rangs-denses.ts'
import { Somme } from './somme.ts'

/** Sum, over the pairs within each run of equal elements, of the weights of both members. */
function poidsExAequo(n: number, poids: Float64Array, memeQueAvant: (i: number) => boolean): number {
  const total = new Somme()
  for (let debut = 0, fin = 0; debut < n; debut = fin) {
    const groupe = new Somme()
    do groupe.ajouter(poids[fin++] as number)
    while (fin < n && memeQueAvant(fin))
    total.ajouter((fin - debut - 1) * groupe.valeur)
  }
  return total.valeur
}

/** The same for ties in y, whose members are not neighbours. */
function poidsExAequoParRang(y: Uint32Array, poids: Float64Array, effectifs: Uint32Array): number {
  const parRang = Array.from(effectifs, () => 0)
  for (let i = 0; i < y.length; i++)
    parRang[y[i] as number] = (parRang[y[i] as number] as number) + (poids[i] as number)
  const total = new Somme()
  parRang.forEach((somme, rang) => total.ajouter(((effectifs[rang] as number) - 1) * somme))
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
  const { x, y } = pairesTriees(a, b)
  const n = x.length
  const poids = Float64Array.from({ length: n }, (_, i) => 1 / (n - i))
  const toutes = poidsExAequo(n, poids, () => true)
  const enX = poidsExAequo(n, poids, (i) => x[i] === x[i - 1])
  const enDeux = poidsExAequo(n, poids, (i) => x[i] === x[i - 1] && y[i] === y[i - 1])
  const enY = poidsExAequoParRang(y, poids, b.effectifs)
  const ecart = toutes - (enX + enY - enDeux) - 2 * poidsInverse(y, poids, b.effectifs.length)
  return ecart / Math.sqrt((toutes - enX) * (toutes - enY))
}

/** `tauPondere` on ranks already made. */
export function tauPondereDesRangs(x: RangsDenses, y: RangsDenses): number | null {
  if (x.effectifs.length < 2 || y.effectifs.length < 2) return null
  return (tauSelon(x, y) + tauSelon(y, x)) / 2
}

/**
 * Weighted τ (Vigna 2015), additive and hyperbolic: a swap between the demandes of places r and s (from 0) weighs
 * 1 / (r + 1) + 1 / (s + 1), so that a swap at the head of the list counts far more than one at its tail. The mean of the
 * values with the places of A and with the places of B, as SciPy's `weightedtau` gives by default. Null when one side is
 * all ties, or with fewer than two demandes. O(n log n); summed in a fixed order.
 *
 * @example tauPondere([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]) //=> -0.5669496815368272
 */
export function tauPondere(a: Totaux, b: Totaux): number | null {
  tailleCommune(a, b)
  return tauPondereDesRangs(rangsDenses(a), rangsDenses(b))
}
