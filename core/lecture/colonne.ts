import type { Champ } from './modele.ts'

/** State of a cell once read. `INUTILISABLE`: something was written, nobody can say what; no fallback applies to it. */
export const CONNU = 0
export const VIDE = 1
export const INUTILISABLE = 2

/**
 * One value a row, in rows order. `valeurs[i]` means something only when `etats[i]` is `CONNU`: a number (euros, m²…),
 * 0 or 1 for booleans, a day for dates, an index in `dictionnaire` for texts and lists.
 */
export interface ColonneSimple {
  readonly genre: 'simple'
  readonly etats: Uint8Array
  readonly valeurs: Float64Array
  readonly dictionnaire: readonly string[]
}

/** Several values a row: those of row `i` are `elements[debuts[i]]` to `elements[debuts[i + 1] − 1]`, in their order. */
export interface ColonneMultiple {
  readonly genre: 'multiple'
  readonly etats: Uint8Array
  readonly debuts: Uint32Array
  readonly elements: Uint16Array
  readonly dictionnaire: readonly string[]
}

export type Colonne = ColonneSimple | ColonneMultiple

/** The column of a field as it fills up, row after row. */
export interface ColonneEnCours {
  readonly champ: Champ
  ajouter(etat: number, valeur: number, elements: readonly number[]): void
  figer(dictionnaire: readonly string[]): Colonne
}

function agrandir<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(tableau: T, taille: number): T {
  if (taille <= tableau.length) return tableau
  const plusGrand = new (tableau.constructor as new (n: number) => T)(Math.max(1024, taille, tableau.length * 2))
  plusGrand.set(tableau)
  return plusGrand
}

class SimpleEnCours implements ColonneEnCours {
  readonly champ: Champ
  #n = 0
  #etats = new Uint8Array(0)
  #valeurs = new Float64Array(0)

  constructor(champ: Champ) {
    this.champ = champ
  }

  ajouter(etat: number, valeur: number): void {
    this.#etats = agrandir(this.#etats, this.#n + 1)
    this.#valeurs = agrandir(this.#valeurs, this.#n + 1)
    this.#etats[this.#n] = etat
    this.#valeurs[this.#n++] = valeur
  }

  figer(dictionnaire: readonly string[]): ColonneSimple {
    return {
      genre: 'simple',
      etats: this.#etats.slice(0, this.#n),
      valeurs: this.#valeurs.slice(0, this.#n),
      dictionnaire,
    }
  }
}

class MultipleEnCours implements ColonneEnCours {
  readonly champ: Champ
  #n = 0
  #total = 0
  #etats = new Uint8Array(0)
  #debuts = new Uint32Array(1)
  #elements = new Uint16Array(0)

  constructor(champ: Champ) {
    this.champ = champ
  }

  ajouter(etat: number, _valeur: number, elements: readonly number[]): void {
    this.#etats = agrandir(this.#etats, this.#n + 1)
    this.#elements = agrandir(this.#elements, this.#total + elements.length)
    this.#debuts = agrandir(this.#debuts, this.#n + 2)
    this.#etats[this.#n++] = etat
    for (const element of elements) this.#elements[this.#total++] = element
    this.#debuts[this.#n] = this.#total
  }

  figer(dictionnaire: readonly string[]): ColonneMultiple {
    return {
      genre: 'multiple',
      etats: this.#etats.slice(0, this.#n),
      debuts: this.#debuts.slice(0, this.#n + 1),
      elements: this.#elements.slice(0, this.#total),
      dictionnaire,
    }
  }
}

/** A column of `n` empty cells. */
export function colonneVide(champ: Champ, n: number): Colonne {
  const etats = new Uint8Array(n).fill(VIDE)
  if (champ.type === 'liste multiple') {
    return { genre: 'multiple', etats, debuts: new Uint32Array(n + 1), elements: new Uint16Array(0), dictionnaire: [] }
  }
  return { genre: 'simple', etats, valeurs: new Float64Array(n), dictionnaire: [] }
}

export function colonneEnCours(champ: Champ): ColonneEnCours {
  return champ.type === 'liste multiple' ? new MultipleEnCours(champ) : new SimpleEnCours(champ)
}
