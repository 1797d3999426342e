import type { Lot } from './cellules.ts'
import { libelleDe } from './lire-listes.ts'
import type { Mesure } from './ventilation.ts'

function mesureDe({ resultats }: Lot, id: string, modalite: string | null = null): Mesure | undefined {
  return resultats
    .find(({ indicateur }) => indicateur.id === id)
    ?.ventilation.mesures.find((mesure) => mesure.modalite === modalite)
}

/**
 * Indicators of the course that would give away, beside the number of decisions, how many allocations of a further rank or
 * under condition were followed by a lease, or were not, where those are too few. They are withdrawn rather than the
 * decisions, on which every other rate stands.
 *
 * @param seuil fewest households that a published count may be
 */
export function indiscrets(lot: Lot, seuil: number): readonly string[] {
  const decisions = mesureDe(lot, 'attributions')?.numerateur ?? NaN
  const premieres = mesureDe(lot, 'repartition_decisions', libelleDe('decision', 'attribution'))?.numerateur ?? NaN
  const refus = mesureDe(lot, 'refus_candidats')
  const deToutRang = (refus?.denominateur ?? NaN) - (refus?.numerateur ?? NaN)
  const rare = (n: number): boolean => n > 0 && n < seuil
  return [
    ...(rare(decisions - premieres) || rare(deToutRang - decisions) ? ['repartition_decisions'] : []),
    ...(rare(deToutRang - decisions) ? ['refus_candidats'] : []),
  ]
}
