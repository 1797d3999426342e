/** The three tables of a grid in a workbook. */
export type NomTable = 'Grille' | 'Familles' | 'Parametres'

/** What is wrong at one cell of the tables of a grid. */
export interface FauteTable {
  readonly table: NomTable
  /** Row as the user sees it; 0 for a table that is absent. */
  readonly ligne: number
  /** Header of the column. */
  readonly colonne: string
  /** A French sentence: what was read, what is allowed. */
  readonly message: string
}
