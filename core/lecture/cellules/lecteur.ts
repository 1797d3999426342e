import type { Cellule } from '../../socle/table.ts'
import type { CodeAnomalie } from '../../socle/anomalie.ts'

/** Why a cell cannot be read: the kind of fault and what was expected, as the end of the sentence « Attendu : … ». */
export interface Rejet {
  readonly code: Extract<CodeAnomalie, 'valeur-illisible' | 'hors-liste' | 'numero-abime'>
  readonly attendu: string
}

/** A cell read as a number (index in the dictionary for texts and lists, 0/1 for booleans, day for dates), or rejected. */
export type LecteurSimple = (cellule: Cellule) => number | Rejet

/** A cell read as several values (indexes in the dictionary), in the order given, or rejected. */
export type LecteurMultiple = (cellule: Cellule) => readonly number[] | Rejet

export function estRejet(lu: number | readonly number[] | Rejet): lu is Rejet {
  return typeof lu === 'object' && 'attendu' in lu
}

/**
 * What a person reads in the cell; empty for an empty cell.
 *
 * @example [' 12 ', true, null, { erreur: '#N/A' }].map(texteCellule) //=> ['12', 'oui', '', '#N/A']
 */
export function texteCellule(cellule: Cellule): string {
  if (cellule === null) return ''
  if (typeof cellule === 'string') return cellule.trim()
  if (typeof cellule === 'boolean') return cellule ? 'oui' : 'non'
  if (typeof cellule === 'number') return String(cellule)
  return 'erreur' in cellule ? cellule.erreur : ''
}

/** White space alone is an empty cell. */
export function estVide(cellule: Cellule): boolean {
  return cellule === null || (typeof cellule === 'string' && cellule.trim() === '')
}
