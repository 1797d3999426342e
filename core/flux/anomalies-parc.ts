import type { DetailsAnomalie } from '../socle/messages.ts'

/** Where a row is: several tables may be read together. */
export interface Lieu {
  readonly ligne: number
  /** Undefined when there is only one table. */
  readonly fichier: string | undefined
}

/** What is known of a fault, but for its row. */
export type Faute = DetailsAnomalie extends infer D ? (D extends DetailsAnomalie ? Omit<D, 'ligne'> : never) : never

/** Takes the faults found while the flow is worked out. */
export type Signaler = (lieu: Lieu, faute: Faute) => void

/** Values that contradict each other: why, and what comes of it. Nothing is taken away. */
export function incoherent(colonne: string, [explication, suite]: readonly [string, string]): Faute {
  return { code: 'incoherent', colonne, explication, suite, ignoree: false }
}
