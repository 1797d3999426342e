import type { Regle } from './regle.ts'
import { deZeroA, RETENU } from './regle.ts'

/** The same points to every demande that meets the condition. */
export function regleFixe(centiemes: number): Regle {
  return {
    champ: undefined,
    etendue: deZeroA(centiemes),
    appliquer: (_donnees, etats, points) => {
      for (let i = 0; i < etats.length; i++) if (etats[i] === RETENU) points[i] = centiemes
    },
  }
}
