import type { ChoixTable, Progres, TableVue } from '../travail/contrat.ts'
import type { SessionDistante } from '../travail/poste.ts'
import type { EndroitSuivi, TableSuivie, TablesSuivies } from '../travail/suivi/contrat-suivi.ts'
import type { SuiviDistant } from '../travail/suivi/distant.ts'

/** A cell of the source; row as the user sees it, column from 0. */
export interface Place {
  readonly ligne: number
  readonly colonne: number
}

/**
 * Where the demandes come from: a file, or a live workbook. The views know this and nothing else. It can be put within
 * reach of a worker again and again, since a worker may be ended and replaced.
 */
export interface SourceTables {
  /** As the user calls it. */
  readonly nom: string
  /** Day of the computation that goes with it, ISO; left out, today. */
  readonly jour?: string
  /** Grid that goes with it: id of a supplied one. */
  readonly grille?: string
  /** Puts the tables within reach of the worker, and says what was found. */
  poser(session: SessionDistante): Promise<TableVue>
  /** Choices made for it are remembered with the workbook, and found again. */
  readonly memorisable?: boolean
  /** Brings every row that the reading needs, before each reading; left out when `poser` brought them all. */
  charger?(session: SessionDistante, table: TableVue, choix: ChoixTable, progres: Progres): Promise<void>
  /** Shows a cell where it lives; left out when there is nowhere to show it. */
  montrer?(place: Place): Promise<void>
}

/**
 * Where allocations and stocks come from: files, or the tables of a live workbook. Like demandes, they can be put within
 * reach of a worker again and again.
 */
export interface SourceSuivi {
  /** As the user calls it. */
  readonly nom: string
  /** Day of the computation that goes with it, ISO; left out, today. */
  readonly jour?: string
  /** Choices made for it are remembered with the workbook, and found again. */
  readonly memorisable?: boolean
  /** It is the workbook at hand, looked at without being asked: another one takes its place when it is opened. */
  readonly dOffice?: boolean
  poser(suivi: SuiviDistant): Promise<TablesSuivies>
  /** Brings every row of these tables, before each reading; left out when `poser` brought them all. */
  charger?(suivi: SuiviDistant, tables: readonly TableSuivie[], progres: Progres): Promise<void>
  /** Shows a cell where it lives; left out when there is nowhere to show it. */
  montrer?(endroit: EndroitSuivi, tables: readonly TableSuivie[]): Promise<void>
}
