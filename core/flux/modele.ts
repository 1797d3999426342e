import type { DefautParRegle, Modele } from '../lecture/modele.ts'
import { CHAMPS_PARC } from './champs.ts'

const motif = 'aucun logement déclaré'

/** The table of landlords' stocks and reservation agreements. */
export const MODELE_PARC: Modele = {
  nom: 'parc',
  champs: CHAMPS_PARC,
  defauts: (['mutations', 'relogements', 'identifies', 'premieres_locations'] as const).map(
    (champ): DefautParRegle => ({ champ, valeur: '0', motif }),
  ),
  derives: [],
}
