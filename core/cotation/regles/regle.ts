import type { Donnees } from '../../demande/derives/derive.ts'
import { FAUX, INCONNU, VRAI } from '../condition.ts'

/**
 * What a criterion found for a demande: the answer of its condition, until points and documents are looked at. Powers of
 * two, so that several rows are tested at once.
 */
export const ECARTE = FAUX
export const RETENU = VRAI
export const INCERTAIN = INCONNU
/** Put aside for want of a supporting document. */
export const NON_JUSTIFIE = 4

/** Points in whole hundredths: 32 bits when they all fit. */
export type Centiemes = Int32Array | Float64Array

/** The least and the most that a criterion could give when it is unknown, in hundredths; infinite without maximum. */
export interface Etendue {
  readonly min: number
  readonly max: number
}

/** How a criterion that applies turns into points. One file a kind. */
export interface Regle {
  /** Field whose value gives the points; undefined when the condition alone gives them. */
  readonly champ: string | undefined
  readonly etendue: Etendue
  /** The same points for everyone, in hundredths; undefined when they depend on the value of `champ`. */
  readonly fixe: number | undefined
  /**
   * Gives each row where `etats[i]` is `RETENU` its points: the state becomes `ECARTE` for 0 points, `INCERTAIN` when
   * the value is unknown. Nothing to do for fixed points.
   */
  appliquer(donnees: Donnees, etats: Uint8Array, points: Centiemes): void
}

/** From 0 to an amount, whichever side of 0 it is. */
export function deZeroA(centiemes: number): Etendue {
  return { min: Math.min(0, centiemes), max: Math.max(0, centiemes) }
}
