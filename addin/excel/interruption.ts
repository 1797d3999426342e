import { Refus } from '../../core/index.ts'
import type { RepriseLecture } from './port.ts'

/** Why a run stopped: by the user, because the source changed, or because Excel did not answer. */
export type MotifInterruption = 'annulee' | 'source-modifiee' | 'hote'

/** A run that stopped on its way. The workbook is as before, or will be set right by `reprendre`. */
export class Interruption extends Refus {
  readonly motif: MotifInterruption
  /** Code of the host's own error, for support. */
  readonly codeHote: string | undefined
  /** Where a reading can go on. */
  readonly reprise: RepriseLecture | undefined

  constructor(
    motif: MotifInterruption,
    phrase: string,
    details: { codeHote?: string | undefined; reprise?: RepriseLecture } = {},
  ) {
    super(phrase)
    this.name = 'Interruption'
    this.motif = motif
    this.codeHote = details.codeHote
    this.reprise = details.reprise
  }
}
