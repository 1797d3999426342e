import type { TableVue } from '../travail/contrat.ts'
import type { SessionDistante } from '../travail/poste.ts'

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
  /** Shows a cell where it lives; left out when there is nowhere to show it. */
  montrer?(place: Place): Promise<void>
}
