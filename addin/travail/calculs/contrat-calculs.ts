export interface ParametreVu {
  readonly nom: string
  readonly libelle: string
  /** A range of cells, headers included, rather than one value. */
  readonly plage: boolean
  readonly facultatif: boolean
}

/** A function ATTRIB as a form. */
export interface CalculVu {
  readonly id: string
  readonly libelle: string
  readonly parametres: readonly ParametreVu[]
  /** How the result is made, in one or two sentences. */
  readonly methode: string
}

/** What is given to one parameter: a text as typed, or cells, with their address when they are those of a workbook. */
export type SaisieCalcul =
  { readonly texte: string } | { readonly cellules: readonly (readonly unknown[])[]; readonly adresse?: string }

/** What a cell would show, written in French; an error with the sentence that says what to do. */
export type CaseVue = { readonly texte: string } | { readonly erreur: '#N/A' | '#VALEUR!'; readonly phrase: string }

export type ResultatCalcul =
  | { readonly genre: 'attente'; readonly manque: readonly string[] }
  | { readonly genre: 'valeur'; readonly valeur: CaseVue }
  | { readonly genre: 'bloc'; readonly lignes: readonly (readonly CaseVue[])[]; readonly total: number }

export interface CalculFait {
  readonly resultat: ResultatCalcul
  /** The formula that gives the same in a cell, as French Excel takes it. */
  readonly formule: string
  /** Names in the formula that stand for ranges which have no address. */
  readonly aRemplacer: readonly string[]
}
