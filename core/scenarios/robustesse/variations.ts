import type { Banc } from './banc.ts'
import type { Contributions } from './contributions.ts'
import { totalAvec } from './contributions.ts'
import type { Reglage } from './reglages.ts'

/**
 * How totals move when some points take each of several values. Demandes that move together at every value are of one
 * class: their order among themselves never changes, so that of each class only the first ones matter.
 */
export interface Variations {
  /** By place. Class 0 never moves. */
  readonly classes: Uint32Array
  readonly nombreClasses: number
  /** Class after class, the move at each value, in hundredths. */
  readonly ecarts: Float64Array
  readonly nombreValeurs: number
}

/** Numbers vectors of moves, equal ones alike. */
class Classeur {
  readonly #parEmpreinte = new Map<number, number[]>()
  readonly #nombreValeurs: number
  #ecarts: Float64Array
  nombre = 0

  constructor(nombreValeurs: number) {
    this.#nombreValeurs = nombreValeurs
    this.#ecarts = new Float64Array(16 * nombreValeurs)
    this.numero(new Float64Array(nombreValeurs))
  }

  get ecarts(): Float64Array {
    return this.#ecarts.subarray(0, this.nombre * this.#nombreValeurs)
  }

  numero(vecteur: Float64Array): number {
    const empreinte = empreinteDe(vecteur)
    const memes = this.#parEmpreinte.get(empreinte)
    const connu = memes?.find((classe) => this.#egale(classe, vecteur))
    if (connu !== undefined) return connu
    if (memes === undefined) this.#parEmpreinte.set(empreinte, [this.nombre])
    else memes.push(this.nombre)
    return this.#ajouter(vecteur)
  }

  #egale(classe: number, vecteur: Float64Array): boolean {
    const debut = classe * this.#nombreValeurs
    for (let s = 0; s < vecteur.length; s++) if (this.#ecarts[debut + s] !== vecteur[s]) return false
    return true
  }

  #ajouter(vecteur: Float64Array): number {
    const debut = this.nombre * this.#nombreValeurs
    if (debut + this.#nombreValeurs > this.#ecarts.length) {
      const plusGrand = new Float64Array(2 * this.#ecarts.length)
      plusGrand.set(this.#ecarts)
      this.#ecarts = plusGrand
    }
    this.#ecarts.set(vecteur, debut)
    return this.nombre++
  }
}

function empreinteDe(vecteur: Float64Array): number {
  let empreinte = 17
  for (const ecart of vecteur) empreinte = (Math.imul(empreinte, 31) + ecart) | 0
  return empreinte
}

/** @param valeurs values that the points take, in hundredths */
export function variationsDe(
  reglage: Reglage,
  contributions: Contributions,
  banc: Banc,
  valeurs: readonly number[],
): Variations {
  const classeur = new Classeur(valeurs.length)
  const classes = new Uint32Array(banc.nombre)
  const vecteur = new Float64Array(valeurs.length)
  reglage.places.forEach((place, k) => {
    const fois = reglage.unites[k] ?? 0
    const total = banc.totaux[place] ?? 0
    for (let s = 0; s < valeurs.length; s++) {
      vecteur[s] = totalAvec(contributions, k, Math.round((valeurs[s] ?? 0) * fois)) - total
    }
    classes[place] = classeur.numero(vecteur)
  })
  return { classes, nombreClasses: classeur.nombre, ecarts: classeur.ecarts, nombreValeurs: valeurs.length }
}
