/** States of a criterion, read four rows at a time: the rows that one of them concerns are few. */
export interface Parcours {
  readonly etats: Uint8Array
  readonly mots: Int32Array
}

/** @param etats made by this engine: at the beginning of its own memory */
export function parcourir(etats: Uint8Array): Parcours {
  return { etats, mots: new Int32Array(etats.buffer, etats.byteOffset, etats.length >> 2) }
}

const DANS_CHAQUE_OCTET = 0x01010101

/**
 * The first row from `i` in a state, or the number of rows when there is none: `indexOf`, several times faster.
 *
 * @param etat a power of two that no other state holds
 */
export function suivante({ etats, mots }: Parcours, etat: number, i: number): number {
  let k = i
  while (k < etats.length) {
    if ((k & 3) === 0) {
      let mot = k >> 2
      while (mot < mots.length && ((mots[mot] ?? 0) & (etat * DANS_CHAQUE_OCTET)) === 0) mot++
      k = mot << 2
    }
    if (etats[k] === etat) return k
    k++
  }
  return etats.length
}
