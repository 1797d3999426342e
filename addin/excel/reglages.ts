/** Figures that only a real Excel can settle: settings, not facts. */
export interface ReglagesAdaptateur {
  /** Bytes (JSON, UTF-8) aimed at in one response; the web's limit is 5 MB, and a larger block would freeze the pane. */
  readonly octetsLecture: number
  /** Bytes aimed at in one request. */
  readonly octetsEcriture: number
  /** Cells of one read at most; Excel's own cap is 5,000,000. */
  readonly cellulesLecture: number
  /** Rows of the first block, before their size is known. */
  readonly premierBloc: number
  /** Failures of the host in a row, on one step, before giving up. */
  readonly echecsToleres: number
  /** Milliseconds before a failed step is tried again. */
  readonly pause: number
  /** Cells of one sheet's former content that are kept to be restored. */
  readonly cellulesConservees: number
  /** Cells of one copy inside the workbook. */
  readonly cellulesCopie: number
  /** Rows and columns of a peek. */
  readonly lignesApercu: number
  readonly colonnesApercu: number
  /** Cells of a selection taken as the argument of a function. */
  readonly cellulesSelection: number
  /** Bytes of the custom XML part. */
  readonly octetsDocument: number
}

export const REGLAGES_ADAPTATEUR: ReglagesAdaptateur = {
  octetsLecture: 1_000_000,
  octetsEcriture: 1_000_000,
  cellulesLecture: 1_000_000,
  premierBloc: 1_000,
  echecsToleres: 3,
  pause: 250,
  cellulesConservees: 6_000_000,
  cellulesCopie: 1_000_000,
  lignesApercu: 30,
  colonnesApercu: 500,
  cellulesSelection: 100_000,
  octetsDocument: 900_000,
}
