import type { Colonne, ColonneMultiple, ColonneSimple } from '../lecture/colonne.ts'
import type { ChampDerive, ContexteCalcul, Donnees } from './derives/derive.ts'
import { DERIVES } from './derives/index.ts'

/** What derived fields are computed from: a table once read. */
export interface TableLue {
  readonly nombre: number
  colonne(code: string): Colonne
}

/**
 * Base and derived columns of a table, on a day and with given thresholds; derived ones are computed when asked for, once.
 *
 * @param derives the derived fields of the table: those of an application unless told
 * @example creerDonnees(demandes, contexte).simple('anciennete_mois').valeurs[0] //=> 5
 */
export function creerDonnees(
  table: TableLue,
  contexte: ContexteCalcul,
  derives: readonly ChampDerive[] = DERIVES,
): Donnees {
  const calculees = new Map<string, Colonne>()
  const donnees: Donnees = {
    nombre: table.nombre,
    contexte,
    colonne: (code) => {
      const connue = calculees.get(code)
      if (connue !== undefined) return connue
      const colonne = derives.find((derive) => derive.code === code)?.calculer(donnees) ?? table.colonne(code)
      calculees.set(code, colonne)
      return colonne
    },
    simple: (code) => exiger(donnees.colonne(code), 'simple', code),
    multiple: (code) => exiger(donnees.colonne(code), 'multiple', code),
  }
  return donnees
}

function exiger(colonne: Colonne, genre: 'simple', code: string): ColonneSimple
function exiger(colonne: Colonne, genre: 'multiple', code: string): ColonneMultiple
function exiger(colonne: Colonne, genre: Colonne['genre'], code: string): Colonne {
  if (colonne.genre !== genre) throw new Error(`${code} is not a ${genre} column: got ${colonne.genre}`)
  return colonne
}
