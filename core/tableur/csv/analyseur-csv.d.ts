/** One record, as Papa Parse gives it to `step`. */
export interface EtapeCsv {
  readonly data: readonly string[]
  readonly errors: readonly { readonly code: string }[]
  /** `cursor`: where the record ends in the text. */
  readonly meta: { readonly cursor: number }
}

export interface ReglagesCsv {
  readonly delimiter: string
  readonly newline: '\n'
  readonly step: (etape: EtapeCsv) => void
}

declare const papa: { parse(texte: string, reglages: ReglagesCsv): void }
export default papa
