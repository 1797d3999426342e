import type { LigneBrute } from '../../core/index.ts'
import { feuilleDe, type DonneesLues } from '../excel/donnees.ts'
import { FeuilleRecue, type ClasseurLu } from './ouvrir-classeur.ts'

/** Tables of a live workbook on their way to a job of the worker: their first rows, then in full those that it wants. */
export class TablesRecues {
  readonly classeur: ClasseurLu
  readonly #feuilles: ReadonlyMap<string, FeuilleRecue>

  /** @param colonnes by name of table, the column of its sheet (0 is A) where it begins */
  constructor(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>>) {
    this.#feuilles = new Map(feuilles.map((feuille) => [feuille, new FeuilleRecue(feuille)]))
    this.classeur = { nom, format: 'tables', octets: undefined, feuilles: [...this.#feuilles.values()], colonnes }
  }

  recevoir(nom: string, lignes: Iterable<LigneBrute>): void {
    this.#feuille(nom).ajouter(lignes)
  }

  /** Some blocks of a table, as the adapter of Excel read them. */
  recevoirBlocs(nom: string, donnees: DonneesLues): void {
    this.#feuille(nom).ajouter(feuilleDe(donnees).lignes)
  }

  /** Forgets the rows of a table that is about to come in full. */
  vider(nom: string): void {
    this.#feuille(nom).vider()
  }

  #feuille(nom: string): FeuilleRecue {
    const feuille = this.#feuilles.get(nom)
    if (feuille === undefined) throw new Error(`not a table being received: got ${nom}`)
    return feuille
  }
}
