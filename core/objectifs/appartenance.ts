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

/** The place of each row in a rate, and the rows that have one. */
export interface Placement {
  readonly places: Uint8Array
  /** Indexes of the rows that are not `DEHORS`, in order. */
  readonly rangs: Uint32Array
}

/**
 * The place of each row in a rate. Membership is three-valued: a row whose place in the denominator is unknown is only
 * that, whatever is known of the numerator.
 */
export function placer(
  { assiette, denominateur, numerateur }: Pick<Indicateur, 'assiette' | 'denominateur' | 'numerateur'>,
  assiettes: Assiettes,
  evaluateur: Evaluateur,
): Placement {
  const base = assiettes[assiette]
  const filtre = denominateur === undefined ? undefined : evaluateur.evaluer(denominateur)
  const dedans = evaluateur.evaluer(numerateur)
  const places = new Uint8Array(base.length)
  const rangs = new Uint32Array(base.length)
  let nombre = 0
  for (let i = 0; i < places.length; i++) {
    const a = base[i]
    const b = filtre === undefined ? VRAI : filtre[i]
    if (a === FAUX || b === FAUX) continue
    rangs[nombre++] = i
    if (a === INCONNU || b === INCONNU) places[i] = DENOMINATEUR_INCONNU
    else places[i] = dedans[i] === VRAI ? AVEC : dedans[i] === FAUX ? SANS : NUMERATEUR_INCONNU
  }
  return { places, rangs: rangs.slice(0, nombre) }
}
