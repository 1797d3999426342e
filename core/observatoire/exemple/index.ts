import { creerTerritoires, DONNEES_EPCI } from '../../territoires/index.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { jeuExemple, type OptionsExemple } from './jeu-exemple.ts'

export type { OptionsExemple } from './jeu-exemple.ts'

/**
 * The fictitious years of a région of today. A door of its own, for the weight of the names of all EPCI.
 *
 * @example exempleDe({ region: '06', annee: 2023, graine: 8 }).titre //=> 'Exemple fictif : EPCI de Mayotte, 2023 à 2025'
 */
export function exempleDe(options: OptionsExemple): Jeu {
  return jeuExemple(creerTerritoires(DONNEES_EPCI), options)
}
