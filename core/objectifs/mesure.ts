import type { Fraction } from '../socle/fraction.ts'
import { plafondEntier } from '../socle/fraction.ts'
import { AVEC, DENOMINATEUR_INCONNU, NUMERATEUR_INCONNU, PLACES, SANS } from './appartenance.ts'

/** The counts of a rate. */
export interface Effectifs {
  readonly numerateur: number
  readonly denominateur: number
  /** In the denominator, place in the numerator unknown. */
  readonly inconnus_numerateur: number
  /** Place in the denominator unknown: counted nowhere else. */
  readonly inconnus_denominateur: number
}

/** A rate with its bracket and its distance to a target. Ratios are exact fractions converted once. */
export interface Mesure extends Effectifs {
  readonly inconnus: number
  /** Null when nothing is counted. */
  readonly taux: number | null
  readonly taux_min: number | null
  readonly taux_max: number | null
  readonly sens: '>=' | null
  readonly cible: number | null
  readonly ecart: number | null
  /** How many of the rows counted should have been in the numerator. */
  readonly manque: number | null
  /** How many further rows, all in the numerator, reach the target; null also for a target of 100 % already missed. */
  readonly manque_ajoute: number | null
}

/** The counts held by one line of a table of places, from `debut`. */
export function effectifsDe(places: Uint32Array, debut = 0): Effectifs {
  const compte = (place: number): number => places[debut + place] ?? 0
  return {
    numerateur: compte(AVEC),
    denominateur: compte(SANS) + compte(AVEC) + compte(NUMERATEUR_INCONNU),
    inconnus_numerateur: compte(NUMERATEUR_INCONNU),
    inconnus_denominateur: compte(DENOMINATEUR_INCONNU),
  }
}

/** All the rows of a line that are somewhere, or may be. */
export function totalPlaces(places: Uint32Array, debut = 0): number {
  let total = 0
  for (let place = SANS; place < PLACES; place++) total += places[debut + place] ?? 0
  return total
}

/**
 * How many of the rows counted should have been in the numerator.
 *
 * @example manqueConstate(10, 60, { numerateur: 1, denominateur: 4 }) //=> 5
 */
export function manqueConstate(numerateur: number, denominateur: number, cible: Fraction): number {
  return Math.max(0, plafondEntier(cible.numerateur * denominateur, cible.denominateur) - numerateur)
}

/**
 * How many further rows, all in the numerator, reach the target; null when none ever can (a target of 100 %).
 *
 * @example manqueEnAjoutant(10, 60, { numerateur: 1, denominateur: 4 }) //=> 7
 */
export function manqueEnAjoutant(numerateur: number, denominateur: number, cible: Fraction): number | null {
  const retard = cible.numerateur * denominateur - numerateur * cible.denominateur
  if (retard <= 0) return 0
  const marge = cible.denominateur - cible.numerateur
  return marge <= 0 ? null : plafondEntier(retard, marge)
}

/**
 * The rate of these counts, from 0 to 1, measured against a target if there is one. Its bracket is over the rows whose place
 * in the numerator is unknown.
 *
 * @example
 * const effectifs = { numerateur: 10, denominateur: 60, inconnus_numerateur: 3, inconnus_denominateur: 0 }
 * mesurer(effectifs, { numerateur: 1, denominateur: 4 }).manque //=> 5
 * mesurer(effectifs, undefined).taux_max //=> 0.2166…
 */
export function mesurer(effectifs: Effectifs, cible: Fraction | undefined): Mesure {
  const { numerateur, denominateur, inconnus_numerateur, inconnus_denominateur } = effectifs
  const taux = denominateur === 0 ? null : numerateur / denominateur
  return {
    ...effectifs,
    inconnus: inconnus_numerateur + inconnus_denominateur,
    taux,
    taux_min: taux,
    taux_max: denominateur === 0 ? null : (numerateur + inconnus_numerateur) / denominateur,
    sens: cible === undefined ? null : '>=',
    cible: cible === undefined ? null : cible.numerateur / cible.denominateur,
    ecart: cible === undefined ? null : ecartExact(numerateur, denominateur, cible),
    manque: cible === undefined ? null : manqueConstate(numerateur, denominateur, cible),
    manque_ajoute: cible === undefined ? null : manqueEnAjoutant(numerateur, denominateur, cible),
  }
}

function ecartExact(numerateur: number, denominateur: number, cible: Fraction): number | null {
  if (denominateur === 0) return null
  return (numerateur * cible.denominateur - cible.numerateur * denominateur) / (denominateur * cible.denominateur)
}
