import type { Partie } from '../../../core/document/index.ts'
import type { ChoixTable, GroupeAnomalies, TableVue, VideVu } from '../contrat.ts'

/** What goes between the tables of the follow-up and its worker: plain data, already written in French. */

/** A file given by the user. */
export interface FichierSuivi {
  readonly nom: string
  readonly octets: Uint8Array
}

export type GenreTable = 'attributions' | 'parc'

/** A table that was found, as one is chosen and corrected. */
export interface TableSuivie extends TableVue {
  /** What it is asked for by. */
  readonly cle: string
  readonly genre: GenreTable
}

export interface TablesSuivies {
  readonly tables: readonly TableSuivie[]
  /** Files in which no table was found. */
  readonly sansTable: readonly string[]
}

export type ChoixTables = Readonly<Record<string, ChoixTable>>

export interface DemandeSuivi {
  /** ISO day. */
  readonly jour: string
  readonly videNon: readonly string[]
}

export interface AnneeVue {
  readonly annee: number
  /** « 2025 (412 attributions) » */
  readonly libelle: string
}

export interface LectureSuivi {
  readonly attributions: number
  /** « 1 250 attributions de 3 fichiers » */
  readonly phrase: string
  readonly annees: readonly AnneeVue[]
  /** The year to look at first. */
  readonly annee: number | undefined
  /** Rows of the stock read; 0 without a table of stock. */
  readonly lignesParc: number
  readonly vides: readonly VideVu[]
  readonly anomalies: readonly GroupeAnomalies[]
}

/** A fault, and where to go to mend it. */
export interface AnomalieSuivie {
  readonly message: string
  readonly endroit: EndroitSuivi
}

/** A cell of one of the tables: row as the user sees it, column from 0 in the table. */
export interface EndroitSuivi {
  readonly table: string
  readonly fichier: string
  readonly ligne: number
  readonly colonne: number
}

/** For whom a one-page report is: each body follows the targets at its own pace. */
export type CadenceSuivi = 'caleol' | 'trimestre' | 'annee'

export interface RapportVu {
  readonly cadence: CadenceSuivi
  readonly partie: Partie
  /** The same, to be pasted. */
  readonly texte: string
}

export type ProduitSuivi = 'objectifs' | 'flux' | 'bilan'
