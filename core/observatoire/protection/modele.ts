/** Why a figure is withheld (`observatoire/1`, column `secret`); null when it is published. */
export type Secret = 'primaire' | 'secondaire' | 'dominance' | 'difference' | null

/**
 * One count that a file may publish. Two observations that show the same count (the denominator of several rates) are one
 * cell: give them the same id.
 */
export interface Cellule {
  readonly id: string
  /** Whole number, 0 or more. */
  readonly valeur: number
  /** What each contributor (landlord, reservation holder) brings; absent: contributors are not judged. */
  readonly contributions?: readonly number[]
  /** A zero that everybody knows in advance (a territory without priority district has nobody in one). */
  readonly structurel?: boolean
  /** `diffusion: "source"`: already published by an official source; never withheld, known to the attacker. */
  readonly source?: boolean
}

/**
 * - `somme`: a total and all its parts on a map, or in time;
 * - `modalites`: a group and all the answers of a breakdown, so that zeros and 100 % say something on its members;
 * - `taux`: a denominator (`total`) and one numerator: the rest, never published, is protected as a count too.
 */
export type NatureRelation = 'somme' | 'modalites' | 'taux'

/** A total and its parts; in a `taux` the parts stay below the total, otherwise they add up to it. */
export interface Relation {
  readonly total: string
  readonly parties: readonly string[]
  /** `somme` unless given. */
  readonly nature?: NatureRelation
}

/** What the previous file published for each cell; a cell that was withheld or absent is not in it. */
export type Precedent = ReadonlyMap<string, number>

export interface Rapport {
  readonly profil: string
  readonly cellules: number
  readonly publiees: number
  readonly retenues: Readonly<Record<Exclude<Secret, null>, number>>
  /** Whether the change since a previous file was checked. */
  readonly differencesVerifiees: boolean
  /** Hidden cells that fewer counts than wanted could be, whatever is withheld (official figures are known): do not publish. */
  readonly nonProtegees: readonly string[]
  /** Hidden cells whose value still follows when the attacker counts on published zeros: see the method sheet. */
  readonly fragiles: readonly string[]
  /** French sentences for the user: what was withheld, which check was not made. */
  readonly phrases: readonly string[]
}

export interface Protection {
  /** One entry a cell, in the order given. */
  readonly secret: readonly Secret[]
  readonly rapport: Rapport
}
