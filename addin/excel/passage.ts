/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import { Interruption } from './interruption.ts'
import { message } from './messages.ts'
import type { ReglagesAdaptateur } from './reglages.ts'

/** One step: commands, one sync, plain data out. It may be run twice, so it must come out the same. */
export type Etape<T> = (contexte: Excel.RequestContext) => Promise<T>

const TROP_GROS = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceededError',
  'RangeExceedsLimit',
])

const PASSAGERES = new Set([
  'GeneralException',
  'Timeout',
  'ServiceNotAvailable',
  'ConnectionFailure',
  'RequestAborted',
  'RuntimeTimeout',
])

/** The code of an error of the host; undefined for our own faults and refusals. */
export function codeHote(erreur: unknown): string | undefined {
  if (erreur instanceof Refus || typeof erreur !== 'object' || erreur === null) return undefined
  const { code } = erreur as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

/** The block was too large: halving it may do. Some hosts say it by a general exception. */
export function estTropGros(erreur: unknown): boolean {
  return TROP_GROS.has(codeHote(erreur) ?? '')
}

export function estPassagere(erreur: unknown): boolean {
  return PASSAGERES.has(codeHote(erreur) ?? '')
}

/** Our own errors as they are; the host's become a sentence that says what to do. */
export function traduite(erreur: unknown): unknown {
  const code = codeHote(erreur)
  return code === undefined ? erreur : new Interruption('hote', message('hote', code), { codeHote: code })
}

export function verifierSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Interruption('annulee', message('annulee'))
}

function avecSignal<T>(travail: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return travail
  return new Promise((resolve, reject) => {
    const arreter = () => {
      reject(new Interruption('annulee', message('annulee')))
    }
    signal.addEventListener('abort', arreter, { once: true })
    void travail.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', arreter)
    })
  })
}

export function attendre(millisecondes: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millisecondes))
}

/** The only way in: cell editing is waited for with one message, passing failures are tried again. */
export class Passage {
  readonly reglages: ReglagesAdaptateur
  private readonly surSaisie: (phrase: string | undefined) => void

  /** @param surSaisie told once when a cell is being edited, and with undefined when work goes on */
  constructor(reglages: ReglagesAdaptateur, surSaisie: (phrase: string | undefined) => void) {
    this.reglages = reglages
    this.surSaisie = surSaisie
  }

  /** Runs one step; host errors come out as they are. */
  async executer<T>(etape: Etape<T>, signal?: AbortSignal): Promise<T> {
    verifierSignal(signal)
    try {
      return await Excel.run({ delayForCellEdit: false }, etape)
    } catch (erreur) {
      if (codeHote(erreur) !== 'InvalidOperationInCellEditMode') throw erreur
    }
    return this.attendreSaisie(etape, signal)
  }

  private async attendreSaisie<T>(etape: Etape<T>, signal: AbortSignal | undefined): Promise<T> {
    this.surSaisie(message('saisie'))
    try {
      return await avecSignal(Excel.run({ delayForCellEdit: true }, etape), signal)
    } finally {
      this.surSaisie(undefined)
    }
  }

  /** Runs some work made of steps, again from its start after a passing failure; then gives up with a sentence. */
  async insister<T>(travail: () => Promise<T>): Promise<T> {
    return this.tenter(travail, this.reglages.echecsToleres)
  }

  private async tenter<T>(travail: () => Promise<T>, restants: number): Promise<T> {
    try {
      return await travail()
    } catch (erreur) {
      if (restants <= 1 || !estPassagere(erreur)) throw traduite(erreur)
    }
    await attendre(this.reglages.pause)
    return this.tenter(travail, restants - 1)
  }

  /** One step, tried again. */
  etape<T>(etape: Etape<T>, signal?: AbortSignal): Promise<T> {
    return this.insister(() => this.executer(etape, signal))
  }
}
