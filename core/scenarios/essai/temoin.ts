import type { Cotation } from '../../cotation/coter.ts'
import type { SourceSouhaits } from '../lots/souhaits.ts'
import { recherchesDe } from '../lots/souhaits.ts'
import { candidatsParPaire } from '../mesures/candidats.ts'
import type { Deplacements } from '../mesures/deplacements.ts'
import { deplacements } from '../mesures/deplacements.ts'
import type { LotsChanges } from '../mesures/lots-changes.ts'
import { comparerCandidats } from '../mesures/lots-changes.ts'
import type { PairesLots, Recherches } from '../mesures/recherches.ts'
import type { Population } from '../population/population.ts'
import { ordreParmi, populationCommune, populationDe, totauxDe } from '../population/population.ts'
import type { Distribution } from './distribution.ts'
import { distribution } from './distribution.ts'
import type { PlusGrandsMouvements } from './extremes.ts'
import { plusGrandsMouvements } from './extremes.ts'

/** What a screen shows of a grid tried against the grid in force, at each move of a slider. */
export interface EffetEssai extends PlusGrandsMouvements {
  /** Demandes that both grids score. */
  readonly demandes: number
  readonly deplacements: Deplacements
  readonly distribution: Distribution
  readonly lots?: LotsChanges
}

/** The grid in force, made ready to be compared with many others. */
export interface Temoin {
  effet(essayee: Cotation): EffetEssai
}

/** How many of the greatest moves are named on each side. */
const NOMMES = 20

/** What is known of the grid in force on one population. */
interface Reference {
  readonly population: Population
  readonly ordre: Uint32Array
  readonly totaux: Float64Array
  readonly recherches: Recherches | undefined
  readonly candidats: Int32Array | undefined
}

function referenceSur(
  enForce: Cotation,
  population: Population,
  source: SourceSouhaits,
  lots: PairesLots | undefined,
): Reference {
  const ordre = ordreParmi(enForce.classement, population)
  const recherches = lots && recherchesDe(source, population)
  return {
    population,
    ordre,
    totaux: totauxDe(enForce, population),
    recherches,
    candidats: lots && recherches && candidatsParPaire(ordre, recherches, lots),
  }
}

/**
 * Keeps the grid in force to compare others with it: as long as a grid tried scores the same demandes, nothing of the grid
 * in force is computed again.
 *
 * @param source where the wishes are read: the table of demandes
 * @example creerTemoin(cotation, demandes).effet(comparaisons.cotations[1]!).demandes //=> 1945
 */
export function creerTemoin(enForce: Cotation, source: SourceSouhaits, lots?: PairesLots): Temoin {
  const entiere = referenceSur(enForce, populationDe(enForce.classement), source, lots)
  return {
    effet: (essayee) => {
      const population = populationCommune(enForce.classement, essayee.classement)
      const meme = population.length === entiere.population.length
      const reference = meme ? entiere : referenceSur(enForce, population, source, lots)
      const ordre = ordreParmi(essayee.classement, population)
      const { recherches, candidats } = reference
      return {
        demandes: population.length,
        deplacements: deplacements(reference.ordre, ordre),
        distribution: distribution(reference.totaux, totauxDe(essayee, population)),
        ...plusGrandsMouvements(reference.ordre, ordre, population, NOMMES),
        ...(lots === undefined || recherches === undefined || candidats === undefined
          ? {}
          : { lots: comparerCandidats(candidats, candidatsParPaire(ordre, recherches, lots), lots) }),
      }
    },
  }
}
