import { enPoints } from '../../cotation/centiemes.ts'

/** How many demandes have each total, by classes of equal width. */
export interface Distribution {
  /** Points at which the first class begins; a class holds its beginning, not its end. */
  readonly debut: number
  /** Width of each class, in points. */
  readonly largeur: number
  readonly a: Uint32Array
  readonly b: Uint32Array
}

/** Classes wanted: enough to see a shape, few enough to be drawn in a pane. */
const CLASSES = 40

/** 1, 2 or 5 times a power of ten: the least such width that makes no more classes than wanted. */
function largeurRonde(etendue: number): number {
  for (let puissance = 1; ; puissance *= 10) {
    const largeur = [1, 2, 5].map((n) => n * puissance).find((n) => etendue < n * CLASSES)
    if (largeur !== undefined) return largeur
  }
}

function extremes(totaux: Float64Array, depart: readonly [number, number]): readonly [number, number] {
  let [min, max] = depart
  for (const total of totaux) {
    if (total < min) min = total
    if (total > max) max = total
  }
  return [min, max]
}

function compter(totaux: Float64Array, debut: number, largeur: number, classes: number): Uint32Array {
  const comptes = new Uint32Array(classes)
  for (const total of totaux) {
    // Not below 0 and far under 2^31: `| 0` is the floor, ten times faster.
    const classe = ((total - debut) / largeur) | 0
    comptes[classe] = (comptes[classe] ?? 0) + 1
  }
  return comptes
}

/**
 * The totals under two grids, in the same classes.
 *
 * @param a totals in hundredths
 */
export function distribution(a: Float64Array, b: Float64Array): Distribution {
  const [min, max] = extremes(b, extremes(a, [Infinity, -Infinity]))
  if (min > max) return { debut: 0, largeur: 1, a: new Uint32Array(0), b: new Uint32Array(0) }
  const largeur = 100 * largeurRonde((max - min) / 100)
  const debut = Math.floor(min / largeur) * largeur
  const classes = Math.floor((max - debut) / largeur) + 1
  return {
    debut: enPoints(debut),
    largeur: enPoints(largeur),
    a: compter(a, debut, largeur, classes),
    b: compter(b, debut, largeur, classes),
  }
}
