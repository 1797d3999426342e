/** Where a figure comes from. */
export interface Reference {
  readonly titre: string
  readonly url?: string
}

/** How sure a figure is: `verifie` (read in its source), `a-verifier` (shown as such wherever it is used). */
export type EtatVerification = 'verifie' | 'a-verifier'

/** A figure fixed by law or order, dated: each value holds from its day until the next one's. */
export interface Parametre<V> {
  readonly description: string
  readonly unite: string
  /** Newest first. */
  readonly valeurs: readonly {
    /** ISO day from which the value holds. */
    readonly depuis: string
    readonly valeur: V
    readonly reference: Reference
    readonly etat: EtatVerification
  }[]
  /** ISO day on which a person last checked that the newest value still holds. */
  readonly verifieLe: string
}

/**
 * The entry in force on an ISO day, or undefined when the day comes before the first known value.
 *
 * @example entreeAu(OCCUPATION_MINIMALE, '2026-01-31')?.valeur.surfaces[0] //=> 9
 */
export function entreeAu<V>(parametre: Parametre<V>, jour: string): Parametre<V>['valeurs'][number] | undefined {
  return parametre.valeurs.find((entree) => entree.depuis <= jour)
}
