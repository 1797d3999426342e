import { CONNU } from '../../lecture/colonne.ts'
import type { Par } from '../grille/grille.ts'
import type { Regle } from './regle.ts'
import { deZeroA, ECARTE, INCERTAIN, RETENU } from './regle.ts'

/** A quotient this close to a whole number is that number: 0.3 / 0.1 is three units, not 2.9999999999999996. */
const TOLERANCE = 1e-9

/**
 * Whole units in a value: floor((value − a_partir_de) / chaque), at least 0, at most `maximum`.
 *
 * @example unites(13, { champ: 'anciennete_mois', chaque: 6, a_partir_de: 6 }) //=> 1
 */
export function unites(valeur: number, { chaque, a_partir_de = 0, maximum = Infinity }: Par): number {
  const quotient = (valeur - a_partir_de) / chaque
  const entier = Math.round(quotient)
  const exact = Math.abs(quotient - entier) <= TOLERANCE * Math.max(1, Math.abs(quotient))
  return Math.min(Math.max(0, exact ? entier : Math.floor(quotient)), maximum)
}

/** Points × units of a value. */
export function reglePar(centiemes: number, par: Par): Regle {
  return {
    champ: par.champ,
    etendue: deZeroA(centiemes * (par.maximum ?? Infinity)),
    fixe: undefined,
    appliquer: (donnees, etats, points) => {
      const colonne = donnees.simple(par.champ)
      for (let i = 0; i < etats.length; i++) {
        if (etats[i] !== RETENU) continue
        if (colonne.etats[i] !== CONNU) {
          etats[i] = INCERTAIN
          continue
        }
        const gagnes = Math.round(centiemes * unites(colonne.valeurs[i] ?? 0, par))
        if (gagnes === 0) etats[i] = ECARTE
        else points[i] = gagnes
      }
    },
  }
}
