import { tailleCommune, type Totaux } from './ordre.ts'
import { type RangsDenses, rangsDenses } from './rangs-denses.ts'

/** Per distinct value, twice its mid-rank less twice the mean rank: whole numbers, of sum 0 over the demandes. */
function doublesRangsCentres({ effectifs, rangs }: RangsDenses): Float64Array {
  const centres = new Float64Array(effectifs.length)
  let avant = 0
  effectifs.forEach((effectif, valeur) => {
    centres[valeur] = 2 * avant + effectif - rangs.length
    avant += effectif
  })
  return centres
}

function produitScalaire(x: RangsDenses, y: RangsDenses): number {
  const centresX = doublesRangsCentres(x)
  const centresY = doublesRangsCentres(y)
  let total = 0
  for (let i = 0; i < x.rangs.length; i++) {
    total += (centresX[x.rangs[i] as number] as number) * (centresY[y.rangs[i] as number] as number)
  }
  return total
}

/** `spearman` on ranks already made. */
export function spearmanDesRangs(x: RangsDenses, y: RangsDenses): number | null {
  if (x.effectifs.length < 2 || y.effectifs.length < 2) return null
  return produitScalaire(x, y) / Math.sqrt(produitScalaire(x, x) * produitScalaire(y, y))
}

/**
 * Spearman's ρ between two columns of points: the correlation of mid-ranks (equal values share the mean of their ranks).
 * Null when one side is all ties, or with fewer than two demandes.
 *
 * Doubled ranks are whole: the sums are exact up to 300,000 demandes (n³ / 3 below 2^53), and the same on every machine
 * beyond.
 *
 * @example spearman([1, 2, 3], [10, 30, 20]) //=> 0.5
 */
export function spearman(a: Totaux, b: Totaux): number | null {
  tailleCommune(a, b)
  return spearmanDesRangs(rangsDenses(a), rangsDenses(b))
}
