import type { FichierProduit } from '../travail/contrat.ts'

/** How a result can leave the page. Some Office web views cannot save a file. */
export type Moyen = 'telecharger' | 'copier' | 'feuille' | 'imprimer'

/** What became of a result, as a French sentence. */
export interface Remise {
  readonly moyen: Moyen
  readonly phrase: string
}

/** How files and prints leave the page. Each host gives what it can; the views offer what is there, in that order. */
export interface Sortie {
  readonly moyens: readonly Moyen[]
  /**
   * Gives a file to the user by the first means that works: saved, else copied as text, else refused.
   *
   * @throws Refus when no means works, with what the user can do
   */
  remettre(fichier: FichierProduit): Promise<Remise>
  /** @throws Refus when the page may not use the clipboard */
  copier(texte: string): Promise<Remise>
  imprimer(): void
}
