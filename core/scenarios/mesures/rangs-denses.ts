import type { Totaux } from './ordre.ts'

/** Values replaced by their place among the distinct values, from the least (0); equal values share a rank. */
export interface RangsDenses {
  readonly rangs: Uint32Array
  /** How many times each distinct value occurs. */
  readonly effectifs: Uint32Array
}

function valeursDistinctes(valeurs: Totaux): Float64Array {
  const triees = Float64Array.from(valeurs).sort()
  let nombre = 0
  for (const valeur of triees) {
    if (nombre === 0 || valeur !== triees[nombre - 1]) triees[nombre++] = valeur
  }
  return triees.subarray(0, nombre)
}

function place(distinctes: Float64Array, valeur: number): number {
  let bas = 0
  let haut = distinctes.length - 1
  while (bas < haut) {
    const milieu = (bas + haut) >>> 1
    if ((distinctes[milieu] as number) < valeur) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

/**
 * Dense ranks of a column of finite numbers.
 *
 * @example rangsDenses([30, 10, 30]) //=> { rangs: [1, 0, 1], effectifs: [1, 2] }
 */
export function rangsDenses(valeurs: Totaux): RangsDenses {
  const distinctes = valeursDistinctes(valeurs)
  const rangs = new Uint32Array(valeurs.length)
  const effectifs = new Uint32Array(distinctes.length)
  for (let i = 0; i < rangs.length; i++) {
    const rang = place(distinctes, valeurs[i] as number)
    rangs[i] = rang
    effectifs[rang] = (effectifs[rang] as number) + 1
  }
  return { rangs, effectifs }
}
