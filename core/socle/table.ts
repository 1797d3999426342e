import type { Jour } from './jour.ts'

/** A cell that holds a date (in Excel: a number shown as a date). */
export interface CelluleDate {
  readonly jour: Jour
}

/** A cell that holds an error such as `#N/A`. */
export interface CelluleErreur {
  readonly erreur: string
}

/**
 * What a cell holds, before any meaning is given to it. An empty cell is `null`. A formula is its last computed value.
 * In a text file every cell is a string (or `null` when nothing is written).
 */
export type Cellule = string | number | boolean | CelluleDate | CelluleErreur | null

/** One row: its number as the user sees it (the first row of the sheet is 1) and its cells from the first column on. */
export interface LigneBrute {
  readonly numero: number
  readonly cellules: readonly Cellule[]
}

/** A sheet or a text file, before anyone knows which of its rows holds the headers. */
export interface FeuilleBrute {
  readonly nom: string
  readonly lignes: Iterable<LigneBrute>
}

/** How a column of a written sheet is shown. `points` has up to two decimals; `taux` is a ratio shown as a percentage. */
export type FormatColonne = 'texte' | 'entier' | 'nombre' | 'points' | 'euros' | 'taux' | 'date'

export interface ColonneEcrite {
  readonly titre: string
  readonly format: FormatColonne
  /** Width in characters. */
  readonly largeur: number
}

/** What is written in one cell of a result sheet; a date is `{ jour }`. */
export type ValeurEcrite = string | number | boolean | CelluleDate | null

/**
 * A sheet to write: a block of provenance (label, value), then one table. The same description goes to a workbook, to
 * Excel and to a text file.
 */
export interface FeuilleEcrite {
  /** Name of the sheet and, without spaces, of its table. */
  readonly nom: string
  readonly titre: string
  readonly provenance: readonly (readonly [etiquette: string, valeur: string])[]
  readonly colonnes: readonly ColonneEcrite[]
  /** How many first columns stay in view when scrolling sideways and are repeated in print (none unless given). */
  readonly colonnesFigees?: number
  readonly nombreLignes: number
  /** The cells of row `i` (0 to nombreLignes − 1), in the order of `colonnes`. */
  ligne(i: number): readonly ValeurEcrite[]
}
