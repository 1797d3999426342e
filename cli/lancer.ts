import { francais, Refus } from '../core/index.ts'
import { aideGenerale, aideJob } from './aide.ts'
import { lireArguments, MauvaisUsage } from './arguments.ts'
import { JOBS } from './jobs/index.ts'
import type { Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

/** 0: done; 1: no valid result; 2: wrong usage. */
export type Statut = 0 | 1 | 2

const AIDES = ['--aide', '--help', '-h', 'aide']

function direFaute(erreur: unknown, terminal: Terminal): Statut {
  if (erreur instanceof MauvaisUsage) {
    terminal.signaler(francais(erreur.message))
    return 2
  }
  if (erreur instanceof Refus) {
    for (const raison of erreur.raisons) terminal.signaler(raison)
    return 1
  }
  const detail = erreur instanceof Error ? erreur.message : String(erreur)
  terminal.signaler(francais(`Erreur du programme, et non de vos données : ${detail}`))
  return 1
}

async function lancerJob([nom = '', ...mots]: readonly string[], terminal: Terminal): Promise<void> {
  const job = JOBS.find((candidat) => candidat.nom === nom)
  if (job === undefined) {
    throw new MauvaisUsage(`Travail inconnu : « ${nom} ». Travaux possibles : ${JOBS.map((j) => j.nom).join(', ')}.`)
  }
  if (mots.some((mot) => AIDES.includes(mot))) await terminal.ecrire(`${francais(aideJob(job))}\n`)
  else await job.lancer(lireArguments(mots, job.options), terminal)
}

/**
 * Runs the command line.
 *
 * @param mots what was typed after the name of the program
 */
export async function lancer(mots: readonly string[], terminal: Terminal): Promise<Statut> {
  const [premier] = mots
  try {
    if (premier === '--version') await terminal.ecrire(`${VERSION}\n`)
    else if (premier === undefined || AIDES.includes(premier)) {
      await terminal.ecrire(`${francais(aideGenerale(JOBS))}\n`)
      return premier === undefined ? 2 : 0
    } else await lancerJob(mots, terminal)
    return 0
  } catch (erreur) {
    return direFaute(erreur, terminal)
  }
}
