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
 * In a text file every cell is a string, an error that Excel wrote, or `null` when nothing is written.
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

/** Values offered for the cells of a column: a few words, or what a column of a sheet written with it holds. */
export type ValeursProposees = readonly string[] | { readonly feuille: string; readonly colonne: string }

export interface ColonneEcrite {
  readonly titre: string
  readonly format: FormatColonne
  /** Width in characters. */
  readonly largeur: number
  /** A list to choose from, in sheets that are to be filled; other values may still be typed. */
  readonly propositions?: ValeursProposees
}

/** What is written in one cell of a result sheet; a date is `{ jour }`. */
export type ValeurEcrite = string | number | boolean | CelluleDate | null

/** Bars side by side, bars on one another, or lines. */
export type GenreGraphique = 'barres' | 'barres-empilees' | 'lignes'

/**
 * A native chart beside the table of its sheet. It is drawn from the cells of the table, so that it follows them when
 * they change. Plain data; columns are named by their title.
 *
 * @example
 * const taux: GraphiqueEcrit = {
 *   nom: 'taux-par-bailleur',
 *   titre: 'Premier quartile hors QPV, par bailleur',
 *   genre: 'barres',
 *   categories: 'Bailleur',
 *   series: ['Taux'],
 *   repere: 'Cible',
 *   lignes: { premiere: 3, nombre: 5 },
 *   axe: { titre: 'Part des baux signés', format: 'taux' },
 *   description: 'Trois bailleurs sur cinq sont sous la cible de 25 %.',
 * }
 * lignesDessinees(taux, 6) //=> { premiere: 3, nombre: 3 }
 */
export interface GraphiqueEcrit {
  /** Unique in its sheet and the same from one run to the next, which finds the chart by it: small letters, hyphens. */
  readonly nom: string
  readonly titre: string
  readonly genre: GenreGraphique
  /** Bars that lie, the first row on top: for long names. Neither with `repere` nor with lines. */
  readonly couche?: boolean
  /** Title of the column that names the bars or the points. */
  readonly categories: string
  /** Titles of the columns drawn, which hold numbers; a legend names them when there are several. */
  readonly series: readonly string[]
  /** Title of the column that holds the level to reach on each row, drawn as a line across. */
  readonly repere?: string
  /** Rows of the table that are drawn, the first being 0: all of them unless given. */
  readonly lignes?: { readonly premiere: number; readonly nombre: number }
  /** The axis of the values. */
  readonly axe: { readonly titre: string; readonly format: FormatColonne }
  /** What it shows, in one sentence, for those who do not see it. */
  readonly description: string
  /**
   * Where its upper left corner goes: rows under the headers, columns after the free one that follows the table. Two
   * abreast, then under them, unless given.
   */
  readonly ancre?: { readonly ligne: number; readonly colonne: number }
}

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
  /** Charts to the right of the table (none unless given); a text file has none. */
  readonly graphiques?: readonly GraphiqueEcrit[]
}
