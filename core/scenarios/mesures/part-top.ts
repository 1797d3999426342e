import { type Ordre, tailleCommune } from './ordre.ts'

/** Whether a demande belongs to a group. */
export const HORS = 0
export const DANS = 1
export const INCONNU = 2

/** The place of a group in the first k of two rankings. */
export interface PartTop {
  /** Demandes of the group, in the whole list. */
  readonly n: number
  /** Demandes of which nobody knows whether they belong; counted in no other figure of the group. */
  readonly inconnus: number
  /** Demandes of the group in the first k. */
  readonly topA: number
  readonly topB: number
  /** Share of the group in the first k (of all the demandes when they are fewer); null without demandes. */
  readonly partA: number | null
  readonly partB: number | null
}

/**
 * The share that a group takes of the first k places.
 *
 * @param appartenance per demande: `DANS`, `HORS` or `INCONNU`
 * @example partTop([1, 2], [2, 1], Uint8Array.of(1, 0), 1) //=> { n: 1, inconnus: 0, topA: 1, topB: 0, partA: 1, partB: 0 }
 */
export function partTop(a: Ordre, b: Ordre, appartenance: Uint8Array, k: number): PartTop {
  const total = tailleCommune(a, b)
  tailleCommune(a, appartenance)
  let n = 0
  let inconnus = 0
  let topA = 0
  let topB = 0
  for (let i = 0; i < total; i++) {
    if (appartenance[i] === INCONNU) inconnus++
    if (appartenance[i] !== DANS) continue
    n++
    if ((a[i] as number) <= k) topA++
    if ((b[i] as number) <= k) topB++
  }
  const places = Math.min(k, total)
  return {
    n,
    inconnus,
    topA,
    topB,
    partA: places === 0 ? null : topA / places,
    partB: places === 0 ? null : topB / places,
  }
}
