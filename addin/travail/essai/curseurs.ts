import type { ReglageVu } from './contrat-essai.ts'
import { lireSaisi } from './nombres-saisis.ts'

/** Ends that a slider may have: easy to read, each at least twice the one before last. */
const ECHELLE = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** The end of the slider of some points: room for twice as many. */
function boutDe(points: number): number {
  const voulu = 2 * Math.abs(points)
  return ECHELLE.find((bout) => bout >= voulu) ?? Math.ceil(voulu)
}

/** @example pasDe(12.5) //=> 0.5 */
function pasDe(points: number): number {
  if (Number.isInteger(points)) return 1
  return Number.isInteger(points * 2) ? 0.5 : Number.isInteger(Math.round(points * 100) / 10) ? 0.1 : 0.01
}

/**
 * The slider of some points: from nothing to twice the points in force, on their side of zero. 0 removes the criterion.
 *
 * @example curseurPoints('40', '50') //=> { min: 0, max: 100, pas: 1, valeur: 40 }
 */
export function curseurPoints(valeur: string, enForce: string): NonNullable<ReglageVu['curseur']> {
  const actuels = lireSaisi(valeur) ?? 0
  const force = lireSaisi(enForce) ?? actuels
  const negatif = force < 0 || (force === 0 && actuels < 0)
  const bout = Math.max(boutDe(force), Math.abs(actuels))
  const pas = Math.min(pasDe(force), pasDe(actuels))
  return {
    min: negatif ? -bout : Math.min(0, actuels),
    max: negatif ? Math.max(0, actuels) : bout,
    pas,
    valeur: actuels,
  }
}
