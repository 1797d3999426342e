/** Since when a state has lasted without a break, read backwards from the last period. */
export interface Depuis {
  /** Whether it holds at the end. */
  readonly etat: boolean
  /** Place of the first period of the run. */
  readonly debut: number
  /** What stands before the run: the other state, nothing (the series starts there), or no figure. */
  readonly avant: 'autre-etat' | 'debut-de-serie' | 'sans-chiffre'
}

/**
 * Since when a series is in the state of its last known value. A period without a figure ends the run: nobody can say what
 * it hides.
 *
 * @param etats in order of time; undefined where the figure is absent or withheld
 * @example depuisQuand([false, true, true]) //=> { etat: true, debut: 1, avant: 'autre-etat' }
 * @example depuisQuand([true, undefined, true]) //=> { etat: true, debut: 2, avant: 'sans-chiffre' }
 */
export function depuisQuand(etats: readonly (boolean | undefined)[]): Depuis | undefined {
  const dernier = etats.findLastIndex((etat) => etat !== undefined)
  const etat = etats[dernier]
  if (etat === undefined) return undefined
  let debut = dernier
  while (debut > 0 && etats[debut - 1] === etat) debut--
  if (debut === 0) return { etat, debut, avant: 'debut-de-serie' }
  return { etat, debut, avant: etats[debut - 1] === undefined ? 'sans-chiffre' : 'autre-etat' }
}
