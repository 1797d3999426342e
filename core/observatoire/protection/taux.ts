import type { Secret } from './modele.ts'

/**
 * Why a line (numerator, denominator, value) is withheld, from what its two counts are: shown whole or not at all, since a
 * value with its denominator gives the numerator.
 *
 * @example secretDuTaux(null, 'secondaire') //=> 'secondaire'
 */
export function secretDuTaux(numerateur: Secret, denominateur: Secret): Secret {
  return numerateur ?? denominateur
}

/** A numerator and a denominator. */
export interface Comptes {
  readonly numerateur: number
  readonly denominateur: number
}

/**
 * The counts that a rate published alone leaves possible, up to a denominator: with enough decimals, few are left, which
 * is why a value is never shown when its counts are withheld.
 *
 * @param valeur ratio 0–1 as published
 * @param decimales decimals of the ratio as published
 * @example comptesPossibles(0.333, 3, 5) //=> [{ numerateur: 1, denominateur: 3 }]
 */
export function comptesPossibles(valeur: number, decimales: number, denominateurMax: number): Comptes[] {
  const demiPas = 0.5 * 10 ** -decimales
  const possibles: Comptes[] = []
  for (let denominateur = 1; denominateur <= denominateurMax; denominateur++) {
    const numerateur = Math.round(valeur * denominateur)
    if (Math.abs(numerateur / denominateur - valeur) <= demiPas + Number.EPSILON)
      possibles.push({ numerateur, denominateur })
  }
  return possibles
}
