import type { LigneBrute } from '../../core/index.ts'
import type { DonneesLues } from '../excel/donnees.ts'
import type { ColonnesUtiles } from './colonnes-utiles.ts'

/** A table of a live workbook whose rows are waited for: what it is asked for by, and the name it came under. */
export interface TableAttendue {
  readonly cle: string
  readonly feuille: string
}

/** A job of the worker that takes the tables of a live workbook: their first rows, then in full those that it wants. */
export interface ReceptionTables<T> {
  recevoirTables(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>>): Promise<void>
  recevoir(nom: string, lignes: readonly LigneBrute[]): Promise<void>
  reconnaitreRecues(): Promise<T>
  colonnesUtiles(cle: string): Promise<ColonnesUtiles>
  viderTable(nom: string): Promise<void>
  recevoirBlocs(nom: string, donnees: DonneesLues): Promise<void>
}

/** What a publication recognised among the tables of a live workbook. */
export interface TablesAttendues {
  readonly tables: readonly TableAttendue[]
}
