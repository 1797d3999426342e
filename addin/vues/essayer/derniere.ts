/** Requests that come faster than they are answered: the one under way ends, then the last one asked; the others are dropped. */
export class Derniere {
  #attente: (() => Promise<void>) | undefined
  #enCours = false

  /** Whether another request waits behind the one under way. */
  get attendue(): boolean {
    return this.#attente !== undefined
  }

  demander(faire: () => Promise<void>): Promise<void> {
    this.#attente = faire
    return this.#enCours ? Promise.resolve() : this.#vider()
  }

  async #vider(): Promise<void> {
    this.#enCours = true
    try {
      while (this.#attente !== undefined) {
        const faire = this.#attente
        this.#attente = undefined
        await faire()
      }
    } finally {
      this.#enCours = false
    }
  }
}
