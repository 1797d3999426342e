import { feuilleListes, gabarit } from '../lecture/gabarit.ts'
import { CHAMPS_ATTRIBUTION } from '../objectifs/index.ts'
import type { FeuilleEcrite } from '../socle/table.ts'
import { CHAMPS_PARC } from './champs.ts'

/**
 * The sheets to fill in order to follow targets and flow: « Attributions » (one row a decision of the CALEOL or a
 * lease), « Parc » (one row a landlord, département, year and agreement), and the lists that they offer.
 *
 * @example modelesDeFeuilles().map(({ nom }) => nom) //=> ['Attributions', 'Parc', 'Listes']
 */
export function modelesDeFeuilles(): readonly FeuilleEcrite[] {
  return [
    gabarit('Attributions', CHAMPS_ATTRIBUTION),
    gabarit('Parc', CHAMPS_PARC),
    feuilleListes([...CHAMPS_ATTRIBUTION, ...CHAMPS_PARC]),
  ]
}
