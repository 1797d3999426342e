/**
 * A seeded source of numbers in [0, 1): the same seed gives the same sequence on every machine (Mulberry32).
 *
 * @example const tirer = aleatoire(1); tirer() //=> 0.6270739405881613
 */
export function aleatoire(graine: number): () => number {
  let etat = graine >>> 0
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0
    let t = etat
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
