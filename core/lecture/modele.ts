/** What a field holds. `liste` and `liste multiple` name a closed list, or `insee` / `siren` / `champ`. */
export type TypeChamp = 'texte' | 'booleen' | 'entier' | 'nombre' | 'date' | 'liste' | 'liste multiple'

/** One field of a table: how it is named, recognised and read. */
export interface Champ {
  /** French, lower case, without accents: `numero_unique`. */
  readonly code: string
  readonly libelle: string
  readonly type: TypeChamp
  /** Name of the closed list for lists; unit for numbers; `siren` or `insee` for places. Empty when there is none. */
  readonly uniteOuListe: string
  readonly obligatoire: boolean
  readonly synonymes: readonly string[]
}

/** One value of a closed list. */
export interface ValeurListe {
  readonly code: string
  readonly libelle: string
  readonly synonymes: readonly string[]
  /** Wording or scope still to be checked against the text of law: shown wherever it is used. */
  readonly aVerifier: boolean
}

/** The value that an empty cell of a column that is present takes, where the condition holds. */
export interface DefautRegle {
  readonly champ: string
  readonly valeur: string
  /** Without condition: always. */
  readonly quand?: { readonly champ: string; readonly valeurs: readonly string[] }
  readonly motif: string
}

/** A table that the product reads: demandes, attributions, logements. */
export interface Modele {
  readonly nom: 'demande' | 'attribution' | 'logement'
  readonly champs: readonly Champ[]
  readonly defauts: readonly DefautRegle[]
}
