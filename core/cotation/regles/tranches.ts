import { CONNU } from '../../lecture/colonne.ts'
import type { Regle } from './regle.ts'
import { ECARTE, INCERTAIN, RETENU } from './regle.ts'

/**
 * The bracket of a value, from 0: a value equal to a bound falls in the upper one.
 *
 * @example trancheDe(0.4, [0.3, 0.4]) //=> 2
 */
export function trancheDe(valeur: number, bornes: readonly number[]): number {
  let rang = 0
  while (rang < bornes.length && valeur >= (bornes[rang] ?? Infinity)) rang++
  return rang
}

/** The points of the bracket in which a value falls. */
export function regleTranches(
  champ: string,
  bornes: readonly number[],
  centiemes: readonly number[],
  avecCondition: boolean,
): Regle {
  const possibles = avecCondition ? [0, ...centiemes] : centiemes
  return {
    champ,
    etendue: { min: Math.min(...possibles), max: Math.max(...possibles) },
    fixe: undefined,
    appliquer: (donnees, etats, points) => {
      const colonne = donnees.simple(champ)
      for (let i = 0; i < etats.length; i++) {
        if (etats[i] !== RETENU) continue
        if (colonne.etats[i] !== CONNU) {
          etats[i] = INCERTAIN
          continue
        }
        const gagnes = centiemes[trancheDe(colonne.valeurs[i] ?? 0, bornes)] ?? 0
        if (gagnes === 0) etats[i] = ECARTE
        else points[i] = gagnes
      }
    },
  }
}
