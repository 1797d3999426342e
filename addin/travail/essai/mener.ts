import type { Etapes } from '../../../core/index.ts'
import { Annulation, ecouter } from '../lire-par-blocs.ts'

/** Milliseconds of work between two moments when the worker listens to the page. */
const PAS = 30

/**
 * Leads work in steps to its end without keeping the worker deaf for long.
 *
 * @throws Annulation when asked to stop
 */
export async function mener<T>(
  etapes: Etapes<T>,
  annulee: () => boolean,
  progres: (part: number) => void = () => undefined,
): Promise<T> {
  let pause = performance.now() + PAS
  for (;;) {
    const etape = etapes.next()
    if (etape.done === true) return etape.value
    if (performance.now() < pause) continue
    progres(etape.value)
    await ecouter()
    if (annulee()) throw new Annulation()
    pause = performance.now() + PAS
  }
}
