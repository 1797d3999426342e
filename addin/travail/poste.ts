import { proxy, wrap, type Remote } from 'comlink'
import { Refus } from '../../core/index.ts'
import type { Progres } from './contrat.ts'
import type { Session } from './session.ts'

/** A session as the page sees it: every answer is a promise. */
export type SessionDistante = Remote<Session>

/** Raised in the page when a job was cut short with its worker. */
export class Coupure extends Error {
  constructor() {
    super('the worker was ended')
    this.name = 'Coupure'
  }
}

/** Milliseconds left to a job to stop by itself. */
const DELAI_ANNULATION = 150

interface Vivant {
  readonly travailleur: Worker
  readonly session: SessionDistante
  readonly fin: Promise<never>
  readonly couper: () => void
}

function faireVivre(creer: () => Worker): Vivant {
  const travailleur = creer()
  let couper = (): void => undefined
  const fin = new Promise<never>((_, refuser) => {
    couper = () => {
      travailleur.terminate()
      refuser(new Coupure())
    }
    travailleur.onerror = (evenement) => {
      refuser(new Error(evenement.message || 'the worker could not start'))
    }
  })
  // A worker that ends while nobody waits is not a fault.
  fin.catch(() => undefined)
  return { travailleur, session: wrap<Session>(travailleur), fin, couper }
}

/**
 * The worker and its life. A job that is asked to stop is first left the time to do so by itself, between two blocks of
 * rows: what was computed before stays. When it cannot listen (a large part being decompressed, a workbook being
 * written) the worker is ended and another one started, empty: the page, which keeps what was chosen, does it again.
 */
export class Poste {
  readonly #creer: () => Worker
  #vivant: Vivant

  constructor(creer: () => Worker) {
    this.#creer = creer
    this.#vivant = faireVivre(creer)
  }

  /** @throws Coupure when the worker is ended meanwhile */
  executer<T>(travail: (session: SessionDistante) => Promise<T>): Promise<T> {
    const { session, fin } = this.#vivant
    return Promise.race([travail(session), fin])
  }

  /** Stops the job under way; resolves to true when the worker had to be ended and holds nothing any more. */
  async annuler(enCours: Promise<unknown>): Promise<boolean> {
    void this.#vivant.session.annuler()
    const seul = enCours.then(
      () => true,
      () => true,
    )
    const attente = new Promise<boolean>((resolve) => setTimeout(resolve, DELAI_ANNULATION, false))
    if (await Promise.race([seul, attente])) return false
    this.#vivant.couper()
    this.#vivant = faireVivre(this.#creer)
    return true
  }
}

/** A function of the page that the worker may call. */
export function suivi(progres: Progres): Progres {
  return proxy(progres)
}

/** The French sentences of a refusal, from the worker or from the host; undefined for a fault of ours. */
export function raisonsDe(erreur: unknown): readonly string[] | undefined {
  if (erreur instanceof Refus) return erreur.raisons
  return erreur instanceof Error && erreur.name === 'Refus' ? erreur.message.split('\n') : undefined
}
