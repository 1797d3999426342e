import type { Regle } from './regle.ts'
import { deZeroA } from './regle.ts'

/** The same points to every demande that meets the condition. */
export function regleFixe(centiemes: number): Regle {
  return {
    champ: undefined,
    etendue: deZeroA(centiemes),
    fixe: centiemes,
    appliquer: () => undefined,
  }
}
