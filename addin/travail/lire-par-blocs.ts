import type { LigneBrute } from '../../core/index.ts'

/** Raised inside the worker when the user stops a job. */
export class Annulation extends Error {
  constructor() {
    super('stopped by the user')
    this.name = 'Annulation'
  }
}

/** Milliseconds of work between two moments when the worker listens to the page. */
const PAS = 40

/** Lets messages that wait be received. `setTimeout` would wait four milliseconds more each time. */
export function ecouter(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

export interface Ecoute {
  /** Whether the user asked to stop. */
  readonly annulee: () => boolean
  /** Told how many rows were walked. */
  readonly progres: (lignes: number) => void
}

/**
 * Walks rows without ever keeping the worker deaf for more than a few hundredths of a second.
 *
 * @throws Annulation when asked to stop
 */
export async function parcourir(
  lignes: Iterable<LigneBrute>,
  faire: (ligne: LigneBrute) => boolean | undefined,
  { annulee, progres }: Ecoute,
): Promise<void> {
  let faites = 0
  let pause = performance.now() + PAS
  for (const ligne of lignes) {
    if (faire(ligne) === false) return
    // The clock is not free: once in 64 rows is often enough.
    if ((++faites & 63) !== 0 || performance.now() < pause) continue
    progres(faites)
    await ecouter()
    if (annulee()) throw new Annulation()
    pause = performance.now() + PAS
  }
  progres(faites)
}
