import { JOB_COTER } from './coter.ts'
import type { Job } from './job.ts'
import { JOB_RELEVE } from './releve.ts'
import { JOB_VERIFIER } from './verifier.ts'

/** Every job of the command line. A new one is one file here and one line below. */
export const JOBS: readonly Job[] = [JOB_COTER, JOB_VERIFIER, JOB_RELEVE]
