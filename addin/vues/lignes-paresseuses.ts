/** Rows fetched together. */
const PAGE = 100
/** Pages kept: far more than a screen, far less than a table. */
const PAGES_GARDEES = 60

/** Rows of a long list, fetched when they are asked for. What is not there yet is undefined, and comes. */
export class LignesParesseuses<T> {
  readonly #charger: (debut: number, nombre: number) => Promise<readonly T[]>
  readonly #surArrivee: () => void
  readonly #pages = new Map<number, readonly T[] | 'demandee'>()
  #generation = 0

  constructor(charger: (debut: number, nombre: number) => Promise<readonly T[]>, surArrivee: () => void) {
    this.#charger = charger
    this.#surArrivee = surArrivee
  }

  ligne(i: number): T | undefined {
    const numero = Math.floor(i / PAGE)
    const page = this.#pages.get(numero)
    if (page === undefined) void this.#demander(numero)
    return page === undefined || page === 'demandee' ? undefined : page[i - numero * PAGE]
  }

  /** Forgets everything: the list is another one. What was on its way will not be kept. */
  vider(): void {
    this.#generation++
    this.#pages.clear()
  }

  /** Fetches the rows of a first screen before they are shown. */
  async preparer(i = 0): Promise<void> {
    await this.#demander(Math.floor(i / PAGE))
  }

  async #demander(numero: number): Promise<void> {
    const generation = this.#generation
    this.#pages.set(numero, 'demandee')
    try {
      const lignes = await this.#charger(numero * PAGE, PAGE)
      if (generation !== this.#generation) return
      this.#pages.set(numero, lignes)
      this.#alleger()
    } catch {
      // The worker was ended: whoever ended it empties the list.
      if (generation === this.#generation) this.#pages.delete(numero)
      return
    }
    this.#surArrivee()
  }

  #alleger(): void {
    const [plusVieille] = this.#pages.keys()
    if (this.#pages.size > PAGES_GARDEES && plusVieille !== undefined) this.#pages.delete(plusVieille)
  }
}
