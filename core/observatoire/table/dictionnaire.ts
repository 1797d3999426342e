/** Gives each key a number, in the order in which they come, and keeps what the number stands for. */
export class Dictionnaire<V> {
  readonly valeurs: V[] = []
  readonly #rangs = new Map<string, number>()

  /** The number of a key; `creer` makes what it stands for when the key is new. */
  coder(cle: string, creer: () => V): number {
    const connu = this.#rangs.get(cle)
    if (connu !== undefined) return connu
    this.#rangs.set(cle, this.valeurs.length)
    return this.valeurs.push(creer()) - 1
  }

  /** The number of every key. */
  get rangs(): ReadonlyMap<string, number> {
    return this.#rangs
  }

  /** The number of a key, or undefined when it never came. */
  rang(cle: string): number | undefined {
    return this.#rangs.get(cle)
  }
}
