import type { DefautParRegle, Modele } from '../lecture/modele.ts'
import { completerDalo } from '../demande/regles.ts'
import { CHAMPS_ATTRIBUTION } from './champs.ts'
import { DERIVES_ATTRIBUTION } from './derives.ts'

/** What an empty cell of a column that is present means, where the register leaves no doubt. One row a rule. */
const DEFAUTS_ATTRIBUTION: readonly DefautParRegle[] = [
  { champ: 'relogement', valeur: 'aucun', motif: 'aucun relogement enregistré' },
  { champ: 'ex_qpv', valeur: 'non', motif: 'secteur non assimilé' },
  { champ: 'decision', valeur: 'attribution', motif: 'décision non précisée' },
]

/** The table of allocations. */
export const MODELE_ATTRIBUTION: Modele = {
  nom: 'attribution',
  champs: CHAMPS_ATTRIBUTION,
  defauts: DEFAUTS_ATTRIBUTION,
  derives: DERIVES_ATTRIBUTION,
  completer: completerDalo,
}
