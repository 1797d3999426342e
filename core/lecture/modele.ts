/** What a field holds. */
export type TypeChamp = 'texte' | 'booleen' | 'entier' | 'nombre' | 'date' | 'liste' | 'liste multiple'

/** One field of a table: how it is named, recognised and read. */
export interface Champ<C extends string = string> {
  /** French, lower case, without accents: `numero_unique`. */
  readonly code: C
  readonly libelle: string
  readonly type: TypeChamp
  /** Closed list of a list field; unit of a number; `siren` or `insee` for places; `champ` for a list of fields. */
  readonly uniteOuListe: string
  /** Other headers under which exports give this field. */
  readonly synonymes: readonly string[]
  readonly obligatoire: boolean
  /** Least and greatest number that can be read; a number outside is unreadable. */
  readonly minimum: number
  readonly maximum: number
}

export interface OptionsChamp {
  readonly obligatoire?: boolean
  readonly minimum?: number
  readonly maximum?: number
}

/**
 * A field of a model: optional, and any number from 0 up, unless told. Numbers are in `uniteOuListe`.
 *
 * @example champ('surface', 'Surface', 'nombre', 'm²', ['Surf. hab.'], { maximum: 999 }).minimum //=> 0
 */
export function champ<C extends string>(
  code: C,
  libelle: string,
  type: TypeChamp,
  uniteOuListe: string,
  synonymes: readonly string[],
  { obligatoire = false, minimum = 0, maximum = Infinity }: OptionsChamp = {},
): Champ<C> {
  return { code, libelle, type, uniteOuListe, synonymes, obligatoire, minimum, maximum }
}

/** The value that an empty cell of a column that is present takes, where the condition holds. */
export interface DefautParRegle {
  readonly champ: string
  /** As it would be typed in the cell. */
  readonly valeur: string
  /** Holds when that field has one of these values; without it, always. */
  readonly quand?: { readonly champ: string; readonly valeurs: readonly string[] }
  readonly motif: string
}

/** The cells of one row once read, by field. */
export interface CellulesLues {
  etat(code: string): number
  /** Whether a list field is known to hold the value of this code. */
  contient(code: string, valeur: string): boolean
  fixer(code: string, etat: number, valeur?: number): void
}

/** A table that the product reads. */
export interface Modele {
  readonly nom: 'demande' | 'attribution' | 'logement' | 'parc'
  readonly champs: readonly Champ[]
  readonly defauts: readonly DefautParRegle[]
  /** What other cells of a row say of an empty one, before empty cells are declared or take a default. */
  readonly completer?: (ligne: CellulesLues) => void
  /** Derived fields, which a list of fields may name too. */
  readonly derives: readonly { readonly code: string; readonly libelle: string }[]
}
