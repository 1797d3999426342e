import type { RangsDenses } from './rangs-denses.ts'

/** The two ranks of each demande, sorted by the first, then by the second, both from the least. */
export interface PairesTriees {
  readonly x: Uint32Array
  readonly y: Uint32Array
}

/** Stable sort of elements by rank, by counting. */
function trier(elements: Uint32Array, { rangs, effectifs }: RangsDenses): Uint32Array {
  const suivant = new Uint32Array(effectifs.length)
  for (let r = 1; r < suivant.length; r++) suivant[r] = (suivant[r - 1] as number) + (effectifs[r - 1] as number)
  const tries = new Uint32Array(elements.length)
  for (const element of elements) {
    const rang = rangs[element] as number
    const place = suivant[rang] as number
    tries[place] = element
    suivant[rang] = place + 1
  }
  return tries
}

function lire(rangs: Uint32Array, elements: Uint32Array): Uint32Array {
  const lus = new Uint32Array(elements.length)
  for (let k = 0; k < lus.length; k++) lus[k] = rangs[elements[k] as number] as number
  return lus
}

/**
 * Sorts pairs of ranks.
 *
 * @example pairesTriees(rangsDenses([2, 1, 2]), rangsDenses([5, 9, 3])) //=> { x: [0, 1, 1], y: [2, 0, 1] }
 */
export function pairesTriees(a: RangsDenses, b: RangsDenses): PairesTriees {
  const elements = new Uint32Array(a.rangs.length)
  for (let i = 0; i < elements.length; i++) elements[i] = i
  const tries = trier(trier(elements, b), a)
  return { x: lire(a.rangs, tries), y: lire(b.rangs, tries) }
}
