import { dateCivile } from '../socle/jour.ts'
import type { Jour } from '../socle/jour.ts'
import { partAnnee } from '../socle/part-annee.ts'
import { DEHORS, DENOMINATEUR_INCONNU } from './appartenance.ts'
import { jourCompte } from './assiettes.ts'
import type { Compte } from './compte.ts'
import type { Indicateur } from './indicateurs.ts'

/** How much of a year is behind a day: by the calendar, or by what past years had counted at the same date. */
export interface PartEcoulee {
  readonly methode: 'calendrier' | 'annees-passees'
  /** Ratio 0–1, the mean of the years. */
  readonly part: number
  /** Least and greatest of the years; the same as `part` with one year or by the calendar. */
  readonly basse: number
  readonly haute: number
  readonly annees: readonly number[]
}

/** Fewer rows than this in a past year say nothing of its seasons. */
const EFFECTIF_MINIMAL = 30

/** The share of a past year that was counted on or before the same day and month. */
function partPassee(passe: Compte, indicateur: Indicateur, jour: Jour): number | undefined {
  const { mois, quantieme } = dateCivile(jour)
  const { places } = passe.placement(indicateur)
  const compteLe = jourCompte(passe.donnees, indicateur.assiette)
  let avant = 0
  let total = 0
  places.forEach((place, i) => {
    if (place === DEHORS || place === DENOMINATEUR_INCONNU) return
    const date = dateCivile(compteLe(i))
    total++
    if (date.mois < mois || (date.mois === mois && date.quantieme <= quantieme)) avant++
  })
  return total < EFFECTIF_MINIMAL || avant === 0 ? undefined : avant / total
}

/**
 * How much of the year is behind a day: the mean of past years where at least one has enough rows, else the calendar.
 *
 * @param passes past years, made ready on the same or other allocations
 */
export function partEcoulee(indicateur: Indicateur, jour: Jour, passes: readonly Compte[]): PartEcoulee {
  const connues = passes.flatMap((passe) => {
    const part = partPassee(passe, indicateur, jour)
    return part === undefined ? [] : [{ annee: passe.annee, part }]
  })
  if (connues.length === 0) {
    const part = partAnnee(jour)
    return { methode: 'calendrier', part, basse: part, haute: part, annees: [] }
  }
  const parts = connues.map(({ part }) => part)
  return {
    methode: 'annees-passees',
    part: parts.reduce((a, b) => a + b, 0) / parts.length,
    basse: Math.min(...parts),
    haute: Math.max(...parts),
    annees: connues.map(({ annee }) => annee),
  }
}
