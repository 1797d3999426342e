import type { BorneQuartile } from '../../demande/derives/derive.ts'

/** A value that a condition compares with: boolean, number, code of a list, text, or ISO day. */
export type ValeurGrille = string | number | boolean

/** A question put to a demande, answered true, false or unknown (Kleene's logic). */
export type Condition =
  | { readonly champ: string; readonly est: ValeurGrille }
  | { readonly champ: string; readonly parmi: readonly ValeurGrille[] }
  | ConditionBornes
  | { readonly tous: readonly Condition[] }
  | { readonly un_de: readonly Condition[] }
  | { readonly non: Condition }
  | { readonly connu: string }

/** Bounds: `min` and `max` belong to the range, `plus_de` and `moins_de` do not. */
export interface ConditionBornes {
  readonly champ: string
  readonly min?: number | string
  readonly max?: number | string
  readonly plus_de?: number | string
  readonly moins_de?: number | string
}

/** Points a unit: units = floor((value − a_partir_de) / chaque), at least 0, at most `maximum`. */
export interface Par {
  readonly champ: string
  readonly chaque: number
  readonly a_partir_de?: number
  readonly maximum?: number
}

/** n increasing bounds give n + 1 points; a value equal to a bound falls in the upper bracket. */
export interface Tranches {
  readonly champ: string
  readonly bornes: readonly number[]
  readonly points: readonly number[]
}

export interface Critere {
  readonly code: string
  readonly nom: string
  readonly famille?: string
  readonly points?: number
  readonly si?: Condition
  readonly par?: Par
  readonly tranches?: Tranches
  readonly sur_justificatif?: boolean
  readonly verrouille?: boolean
  readonly base_legale?: string
}

export interface Famille {
  readonly code: string
  readonly nom: string
  readonly cumul: 'somme' | 'maximum'
  readonly plafond?: number
  readonly plancher?: number
}

/** How equal totals are told apart: a value first, or an order of the field (unknown values come last). */
export type Departage =
  | { readonly champ: string; readonly premier: ValeurGrille }
  | { readonly champ: string; readonly ordre?: 'croissant' | 'decroissant' }

/** A scoring grid after inheritance, checked: every field, value and bracket in it can be used. */
export interface Grille {
  readonly format: 'grille-cotation/1'
  readonly id: string
  readonly nom: string
  readonly territoire?: string
  readonly date_effet?: string
  readonly source?: string
  readonly quartile_borne?: BorneQuartile
  readonly portee?: Condition
  readonly note_min?: number
  readonly note_max?: number
  readonly familles?: readonly Famille[]
  readonly criteres: readonly Critere[]
  readonly departage?: readonly Departage[]
}
