import type { Donnees } from '../../demande/derives/derive.ts'
import { CONNU, VIDE } from '../../lecture/colonne.ts'
import { formatCompte, formatEuros, formatJour, formatNombre, formatTaux } from '../../socle/format.ts'
import { jourIso } from '../../socle/jour.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import type { ValeurGrille } from '../grille/grille.ts'

/** Singular of the units that count something. */
const UNITES_COMPTEES: Readonly<Record<string, readonly [string, string]>> = {
  mois: ['mois', 'mois'],
  ans: ['an', 'ans'],
  personnes: ['personne', 'personnes'],
  pièces: ['pièce', 'pièces'],
  motifs: ['motif', 'motifs'],
  refus: ['refus', 'refus'],
  propositions: ['proposition', 'propositions'],
  passages: ['passage', 'passages'],
  points: ['point', 'points'],
}

/** @example direNombre(champNommable('taux_effort')!, 0.333) //=> '33,3 %' */
export function direNombre({ unite }: ChampNommable, valeur: number): string {
  if (unite === 'ratio') return formatTaux(valeur)
  if (unite.startsWith('€'))
    return `${formatEuros(valeur)}${unite
      .slice(1)
      .replace(/^\/an$/, ' par an')
      .replace(/^\/mois$/, ' par mois')
      .replace(/^\/jour\/UC$/, ' par jour et par UC')}`
  const compte = UNITES_COMPTEES[unite]
  if (compte !== undefined) return formatCompte(valeur, compte[0], compte[1])
  return unite === '' ? formatNombre(valeur) : `${formatNombre(valeur)}\u00a0${unite}`
}

/** A value of a grid or of a demande, as a person reads it. */
export function direValeur(champ: ChampNommable, valeur: ValeurGrille): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return direNombre(champ, valeur)
  if (champ.type === 'date') return formatJour(jourIso(valeur) ?? 0)
  return champ.valeurs?.find(({ code }) => code === valeur)?.libelle ?? valeur
}

function direMultiple(champ: ChampNommable, codes: readonly string[]): string {
  return codes.length === 0 ? 'aucun' : codes.map((code) => direValeur(champ, code)).join(', ')
}

/**
 * What a demande says of a field: its value in words, « non renseigné » when the cell is empty, « inconnu » when it cannot be
 * used.
 *
 * @param i index in the table
 * @throws Error when there is no such field
 * @example
 * ['anciennete_mois', 'statut_logement'].map((code) => direChamp(code, donnees, 0))
 * //=> ['5 mois', 'Logement HLM']
 */
export function direChamp(code: string, donnees: Donnees, i: number): string {
  const champ = champNommable(code)
  if (champ === undefined) throw new Error(`unknown field: got ${code}`)
  const colonne = donnees.colonne(code)
  if (colonne.etats[i] !== CONNU) return colonne.etats[i] === VIDE ? 'non renseigné' : 'inconnu'
  if (colonne.genre === 'multiple') {
    const elements = [...colonne.elements.subarray(colonne.debuts[i], colonne.debuts[i + 1])]
    return direMultiple(
      champ,
      elements.map((element) => colonne.dictionnaire[element] ?? ''),
    )
  }
  const valeur = colonne.valeurs[i] ?? 0
  if (champ.type === 'booleen') return valeur === 1 ? 'oui' : 'non'
  if (champ.type === 'date') return formatJour(valeur)
  if (champ.type === 'liste' || champ.type === 'texte') return direValeur(champ, colonne.dictionnaire[valeur] ?? '')
  return direNombre(champ, valeur)
}
