import type { DetailsAnomalie } from '../socle/messages.ts'
import { CONNU, INUTILISABLE } from './colonne.ts'
import type { LecteurChamp } from './lecteur-champ.ts'

/** One row once its cells are read, before the rules of its table have spoken. The same object serves every row. */
export class LigneLue {
  numero = 0
  /** Whether its required fields are all known. */
  utilisable = true
  readonly etats: Uint8Array
  readonly valeurs: Float64Array
  readonly listes: (readonly number[])[]
  readonly #lecteurs: readonly LecteurChamp[]
  readonly #rangs: ReadonlyMap<string, number>

  constructor(lecteurs: readonly LecteurChamp[]) {
    this.#lecteurs = lecteurs
    this.#rangs = new Map(lecteurs.map(({ champ }, rang) => [champ.code, rang]))
    this.etats = new Uint8Array(lecteurs.length)
    this.valeurs = new Float64Array(lecteurs.length)
    this.listes = lecteurs.map(() => [])
  }

  rang(code: string): number {
    const rang = this.#rangs.get(code)
    if (rang === undefined) throw new Error(`unknown field: got ${code}`)
    return rang
  }

  etat(code: string): number {
    return this.etats[this.rang(code)] ?? INUTILISABLE
  }

  /** The value of a single-valued field; NaN unless it is known. */
  valeur(code: string): number {
    return this.etat(code) === CONNU ? (this.valeurs[this.rang(code)] ?? NaN) : NaN
  }

  /** The text (code of the list) of a single-valued field; undefined unless it is known. */
  texte(code: string): string | undefined {
    return this.#lecteurs[this.rang(code)]?.dictionnaire[this.valeur(code)]
  }

  /** Whether a list field is known to hold the value of this code. */
  contient(code: string, valeur: string): boolean {
    const rang = this.rang(code)
    const indice = this.#lecteurs[rang]?.dictionnaire.indexOf(valeur) ?? -1
    return this.etats[rang] === CONNU && (this.listes[rang]?.includes(indice) ?? false)
  }

  fixer(code: string, etat: number, valeur = 0): void {
    const rang = this.rang(code)
    this.etats[rang] = etat
    this.valeurs[rang] = valeur
  }
}

/**
 * What a table asks of its rows beyond their cells (number seen before, values that contradict each other…). It may
 * correct the row and report faults.
 *
 * @returns false when the row must not be used
 */
export type RegleLigne = (ligne: LigneLue, signaler: (details: DetailsAnomalie) => void) => boolean
