/** Long work in steps: each gives the share done, from 0 to 1. Whoever leads it may pause between two, or stop there. */
export type Etapes<T> = Generator<number, T, void>

/**
 * Leads work in steps to its end, at once.
 *
 * @param progresser told the share done after each step
 * @example menerEtapes((function* () { yield 0.5; return 'fini' })()) //=> 'fini'
 */
export function menerEtapes<T>(etapes: Etapes<T>, progresser: (part: number) => void = () => undefined): T {
  for (;;) {
    const etape = etapes.next()
    if (etape.done === true) return etape.value
    progresser(etape.value)
  }
}
