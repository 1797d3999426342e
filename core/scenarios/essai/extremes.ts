/** A demande and the places that it gains (negative: loses). */
export interface Mouvement {
  /** Index in the table. */
  readonly demande: number
  readonly gain: number
}

/** Keeps the greatest of what is offered, in order; of equal ones, those that came first. */
class Palmares {
  readonly mouvements: Mouvement[] = []
  readonly #taille: number

  constructor(taille: number) {
    this.#taille = taille
  }

  proposer(demande: number, gain: number): void {
    const dernier = this.mouvements[this.#taille - 1]
    if (dernier !== undefined && Math.abs(gain) <= Math.abs(dernier.gain)) return
    const place = this.mouvements.findIndex((autre) => Math.abs(autre.gain) < Math.abs(gain))
    this.mouvements.splice(place < 0 ? this.mouvements.length : place, 0, { demande, gain })
    if (this.mouvements.length > this.#taille) this.mouvements.pop()
  }
}

export interface PlusGrandsMouvements {
  readonly montees: readonly Mouvement[]
  readonly descentes: readonly Mouvement[]
}

/** The demandes that move the most, upwards and downwards, greatest moves first. */
export function plusGrandsMouvements(
  ordreA: Uint32Array,
  ordreB: Uint32Array,
  population: Uint32Array,
  nombre: number,
): PlusGrandsMouvements {
  const [montees, descentes] = [new Palmares(nombre), new Palmares(nombre)]
  for (let p = 0; p < population.length; p++) {
    const gain = (ordreA[p] ?? 0) - (ordreB[p] ?? 0)
    if (gain !== 0) (gain > 0 ? montees : descentes).proposer(population[p] ?? 0, gain)
  }
  return { montees: montees.mouvements, descentes: descentes.mouvements }
}
