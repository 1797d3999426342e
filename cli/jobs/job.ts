import type { Arguments, OptionsJob } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

/** One job of the command line. */
export interface Job {
  readonly nom: string
  /** What follows the name in the usage line. */
  readonly usage: string
  readonly resume: string
  readonly options: OptionsJob
  /** Does the job; throws `Refus` when there is no valid result, `MauvaisUsage` when it is misused. */
  lancer(options: Arguments, terminal: Terminal): Promise<void>
}
