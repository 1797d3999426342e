import type { FauteTable, NomTable } from '../../core/index.ts'
import type { FeuilleDecrite } from './feuille-decrite.ts'
import type { ValeurEcrite } from '../../core/index.ts'
import type { GrilleVue } from './contrat-grille.ts'

/** What is proposed to who types in a column, or in one of its cells. */
export interface AideSaisie {
  readonly colonne: string
  /** Row below the headers, from 0; left out, every row, those to come included. */
  readonly ligne?: number
  readonly valeurs: readonly string[]
  /** `fermee`: nothing else is taken. `conseillee`: something else is taken after a word. `libre`: only proposed. */
  readonly exigence: 'fermee' | 'conseillee' | 'libre'
}

/** How the rows of a table of the grid are typed; rows from 0 below the headers. */
export interface SaisieTable {
  readonly table: NomTable
  readonly aides: readonly AideSaisie[]
  /** Locked by the regional core. */
  readonly verrouillees: readonly number[]
}

/** A table of the grid, ready for its sheet. */
export interface TableDeGrille extends FeuilleDecrite, SaisieTable {
  readonly lignes: readonly (readonly ValeurEcrite[])[]
  /** Every header that the grid may use: emptied where this grid does not need it. */
  readonly connues: readonly string[]
}

/** What the sheets of a grid hold, once they were read again. */
export interface TablesRelues {
  /** The grid in use: that of the sheets, or the former one when they have faults. */
  readonly grille: GrilleVue | undefined
  readonly changee: boolean
  readonly fautes: readonly FauteTable[]
  readonly saisies: readonly SaisieTable[]
}
