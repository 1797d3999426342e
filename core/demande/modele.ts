import type { DefautParRegle, Modele } from '../lecture/modele.ts'
import { CHAMPS_DEMANDE } from './champs.ts'
import { completerDalo } from './regles.ts'
import { DERIVES } from './derives/index.ts'

/** Situations in which no rent is paid. */
const SANS_LOYER = ['SD', 'SQUAT', 'CAMCAR', 'CPE', 'CP', 'LTG', 'SH', 'CDEFCM']

/** What an empty cell of a column that is present means, where the register leaves no doubt. One row a rule. */
const DEFAUTS_DEMANDE: readonly DefautParRegle[] = [
  {
    champ: 'loyer_actuel',
    valeur: '0',
    quand: { champ: 'statut_logement', valeurs: SANS_LOYER },
    motif: 'pas de loyer dans cette situation',
  },
  { champ: 'refus', valeur: '0', motif: 'aucun refus enregistré' },
  { champ: 'non_reponses', valeur: '0', motif: 'aucune non-réponse enregistrée' },
  { champ: 'passages_cal', valeur: '0', motif: 'aucun passage enregistré' },
  { champ: 'fausse_declaration', valeur: 'non', motif: 'aucune fausse déclaration établie' },
  { champ: 'naissances_attendues', valeur: '0', motif: 'aucune naissance déclarée' },
]

/** The table of applications. */
export const MODELE_DEMANDE: Modele = {
  nom: 'demande',
  champs: CHAMPS_DEMANDE,
  defauts: DEFAUTS_DEMANDE,
  derives: DERIVES,
  completer: completerDalo,
}
