import type { Evaluateur } from '../cotation/condition.ts'
import { FAUX, INCONNU, VRAI } from '../cotation/condition.ts'
import type { Assiettes } from './assiettes.ts'
import type { Indicateur } from './indicateurs.ts'

/** Where a row stands in a rate. */
export const DEHORS = 0
/** In the denominator, not in the numerator. */
export const SANS = 1
/** In the denominator and in the numerator. */
export const AVEC = 2
/** In the denominator; nobody can say whether in the numerator. */
export const NUMERATEUR_INCONNU = 3
/** Nobody can say whether in the denominator. */
export const DENOMINATEUR_INCONNU = 4
/** How many places there are. */
export const PLACES = 5

/**
 * The place of each row in a rate. Membership is three-valued: a row whose place in the denominator is unknown is only
 * that, whatever is known of the numerator.
 */
export function placer(
  { assiette, denominateur, numerateur }: Pick<Indicateur, 'assiette' | 'denominateur' | 'numerateur'>,
  assiettes: Assiettes,
  evaluateur: Evaluateur,
): Uint8Array {
  const base = assiettes[assiette]
  const filtre = denominateur === undefined ? undefined : evaluateur.evaluer(denominateur)
  const dedans = evaluateur.evaluer(numerateur)
  const places = new Uint8Array(base.length)
  for (let i = 0; i < places.length; i++) {
    const a = base[i]
    const b = filtre === undefined ? VRAI : filtre[i]
    if (a === FAUX || b === FAUX) continue
    if (a === INCONNU || b === INCONNU) places[i] = DENOMINATEUR_INCONNU
    else places[i] = dedans[i] === VRAI ? AVEC : dedans[i] === FAUX ? SANS : NUMERATEUR_INCONNU
  }
  return places
}
