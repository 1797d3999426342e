import type { DetailsAnomalie } from '../socle/messages.ts'

/** Takes the faults found while the flow is worked out. */
export type Signaler = (details: DetailsAnomalie) => void

/** Values that contradict each other: why, and what comes of it. Nothing is taken away. */
export function incoherentParc(
  ligne: number,
  colonne: string,
  [explication, suite]: readonly [string, string],
): DetailsAnomalie {
  return { code: 'incoherent', ligne, colonne, explication, suite, ignoree: false }
}
