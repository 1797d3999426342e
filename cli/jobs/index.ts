import { JOB_ANNEXE } from './annexe.ts'
import { JOB_COMPARER } from './comparer.ts'
import { JOB_COTER } from './coter.ts'
import { JOB_FLUX } from './flux.ts'
import { JOB_FUSIONNER } from './fusionner.ts'
import type { Job } from './job.ts'
import { JOB_MODELES } from './modeles.ts'
import { JOB_OBJECTIFS } from './objectifs.ts'
import { JOB_OBSERVER } from './observer.ts'
import { JOB_RELEVE } from './releve.ts'
import { JOB_VERIFIER } from './verifier.ts'

/** Every job of the command line. A new one is one file here and one line below. */
export const JOBS: readonly Job[] = [
  JOB_COTER,
  JOB_VERIFIER,
  JOB_RELEVE,
  JOB_COMPARER,
  JOB_ANNEXE,
  JOB_OBJECTIFS,
  JOB_FLUX,
  JOB_OBSERVER,
  JOB_FUSIONNER,
  JOB_MODELES,
]
