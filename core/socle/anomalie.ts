/** Every kind of fault that a reading can report. One sentence each in `messages.ts`. */
export type CodeAnomalie =
  | 'valeur-illisible'
  | 'hors-liste'
  | 'obligatoire-vide'
  | 'doublon'
  | 'numero-abime'
  | 'date-future'
  | 'incoherent'
  | 'inactive'
  | 'hors-portee'
  | 'epci-sans-seuils'
  | 'seuils-anciens'
  | 'ressources-nulles'
  | 'colonne-inconnue'
  | 'colonne-en-double'
  | 'ligne-trop-longue'
  | 'a-verifier'

/** `bloquante`: the row is not used; `ignoree`: the cell is taken as unknown; `information`: nothing is changed. */
export type Gravite = 'bloquante' | 'ignoree' | 'information'

/** A fault found in the input: where it is, what it is, and a French sentence that says what to do. */
export interface Anomalie {
  /** Row as the user sees it (headers are row 1 when they come first); a fault of a whole column is at its header. */
  readonly ligne: number
  /** Code of the field, else the header as written; empty for cells beyond the headers. */
  readonly colonne: string
  readonly code: CodeAnomalie
  readonly message: string
  /** What was read. */
  readonly valeur?: string
  readonly gravite: Gravite
}
