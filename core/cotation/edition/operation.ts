/** A leaf of a condition, as typed in a form: a field, a test of the column « test », a value. */
export interface FeuilleSaisie {
  readonly champ: string
  readonly test: string
  readonly valeur: string
}

/** Where a part of a condition stands: the rank of a child in each group from the root down; `non` has one child, 0. */
export type Chemin = readonly number[]

/** How a new criterion gives its points. */
export type GenreRegle = 'fixe' | 'unites' | 'tranches'

/** Everything that the form of a grid can do. Texts are as the user typed them. */
export type Operation =
  | { readonly geste: 'points'; readonly critere: string; readonly points: string }
  | { readonly geste: 'nom'; readonly critere: string; readonly nom: string }
  | { readonly geste: 'base-legale'; readonly critere: string; readonly texte: string }
  | { readonly geste: 'justificatif'; readonly critere: string; readonly exige: boolean }
  | { readonly geste: 'verrou'; readonly critere: string; readonly verrouille: boolean }
  /** An empty family: the criterion stands alone. */
  | { readonly geste: 'famille-du-critere'; readonly critere: string; readonly famille: string }
  | {
      readonly geste: 'unites'
      readonly critere: string
      readonly champ: string
      readonly chaque: string
      readonly aPartirDe: string
      readonly maximum: string
    }
  | {
      readonly geste: 'tranches'
      readonly critere: string
      readonly champ: string
      readonly bornes: string
      readonly points: string
    }
  | ({ readonly geste: 'condition'; readonly critere: string; readonly chemin: Chemin } & FeuilleSaisie)
  | ({
      readonly geste: 'ajouter-condition'
      readonly critere: string
      readonly chemin: Chemin
      readonly lien: 'et' | 'ou'
    } & FeuilleSaisie)
  | { readonly geste: 'retirer-condition'; readonly critere: string; readonly chemin: Chemin }
  /** An empty formula: no condition. */
  | { readonly geste: 'formule'; readonly critere: string; readonly formule: string }
  | { readonly geste: 'ajouter-critere'; readonly champ: string; readonly genre: GenreRegle; readonly famille: string }
  | { readonly geste: 'retirer-critere'; readonly critere: string }
  | { readonly geste: 'deplacer-critere'; readonly critere: string; readonly pas: number }
  | { readonly geste: 'ajouter-famille'; readonly nom: string }
  | { readonly geste: 'nom-famille'; readonly famille: string; readonly nom: string }
  | { readonly geste: 'cumul'; readonly famille: string; readonly cumul: string }
  /** An empty value: no limit. */
  | {
      readonly geste: 'limite'
      readonly famille: string
      readonly limite: 'plafond' | 'plancher'
      readonly valeur: string
    }
  /** Its criteria then stand alone. */
  | { readonly geste: 'retirer-famille'; readonly famille: string }
  /** As in a workbook: « nature : mutation d’abord », « date_depot croissant ». */
  | { readonly geste: 'ajouter-departage'; readonly departage: string }
  | { readonly geste: 'departage'; readonly rang: number; readonly departage: string }
  | { readonly geste: 'retirer-departage'; readonly rang: number }
  | { readonly geste: 'deplacer-departage'; readonly rang: number; readonly pas: number }
  /** An empty value: no limit. */
  | { readonly geste: 'note'; readonly limite: 'note_min' | 'note_max'; readonly valeur: string }
  | { readonly geste: 'quartile'; readonly borne: string }
  /** An empty formula: every demande. */
  | { readonly geste: 'portee'; readonly formule: string }
  | {
      readonly geste: 'identite'
      readonly membre: 'id' | 'nom' | 'territoire' | 'date_effet' | 'source'
      readonly valeur: string
    }
