import type { Donnees } from '../../demande/derives/derive.ts'
import { CONNU } from '../../lecture/colonne.ts'
import type { ColonneEcrite, FormatColonne, ValeurEcrite } from '../../socle/table.ts'
import { direValeur } from '../dire/dire-valeur.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { champNommable } from '../grille/champs-nommables.ts'

/** Gives a place its name; undefined when it is not known. */
export interface NomsDeLieux {
  nomCommune(insee: string): string | undefined
  nomEpci(siren: string): string | undefined
}

/** A column of a result sheet that shows a field of the demandes. */
export interface ColonneChamp extends ColonneEcrite {
  valeur(i: number): ValeurEcrite
}

const COMMUNES = new Set(['communes_souhaitees', 'commune_residence', 'commune_travail'])

function formatDe({ type, unite }: ChampNommable): FormatColonne {
  if (type === 'date') return 'date'
  if (type === 'entier') return 'entier'
  if (type !== 'nombre') return 'texte'
  if (unite === 'ratio') return 'taux'
  return unite.startsWith('€') ? 'euros' : 'nombre'
}

function direLieu(champ: ChampNommable, code: string, lieux: NomsDeLieux): string {
  if (COMMUNES.has(champ.code)) return lieux.nomCommune(code) ?? code
  if (champ.code === 'epci') return lieux.nomEpci(code) ?? code
  return direValeur(champ, code)
}

/**
 * The column that shows a field, base or derived, in words; an unknown value is an empty cell.
 *
 * @throws Error when there is no such field
 * @example colonneChamp('quartile', donnees, territoires).valeur(0) //=> 4
 */
export function colonneChamp(code: string, donnees: Donnees, lieux: NomsDeLieux): ColonneChamp {
  const champ = champNommable(code)
  if (champ === undefined) throw new Error(`unknown field: got ${code}`)
  const colonne = donnees.colonne(code)
  const mots = colonne.dictionnaire.map((entree) => direLieu(champ, entree, lieux))
  const format = formatDe(champ)
  const lire = (i: number): ValeurEcrite => {
    if (colonne.genre === 'multiple') {
      const elements = colonne.elements.subarray(colonne.debuts[i], colonne.debuts[i + 1])
      return elements.length === 0 ? 'aucun' : Array.from(elements, (element) => mots[element] ?? '').join(', ')
    }
    const valeur = colonne.valeurs[i] ?? 0
    if (champ.type === 'booleen') return valeur === 1 ? 'oui' : 'non'
    if (champ.type === 'date') return { jour: valeur }
    return champ.type === 'liste' || champ.type === 'texte' ? (mots[valeur] ?? '') : valeur
  }
  return {
    titre: champ.libelle,
    format,
    largeur: format === 'texte' ? 24 : 14,
    valeur: (i) => (colonne.etats[i] === CONNU ? lire(i) : null),
  }
}
