import { creerEvaluateur } from '../../cotation/condition.ts'
import type { Evaluateur } from '../../cotation/condition.ts'
import type { Cotation } from '../../cotation/coter.ts'
import { accord } from '../mesures/accord.ts'
import type { Accord } from '../mesures/accord.ts'
import { transitions } from '../mesures/bandes.ts'
import type { TableMouvements } from '../mesures/bandes.ts'
import type { Deplacements } from '../mesures/deplacements.ts'
import { deplacements } from '../mesures/deplacements.ts'
import type { LotsChanges } from '../mesures/lots-changes.ts'
import { lotsChanges } from '../mesures/lots-changes.ts'
import type { PartTop } from '../mesures/part-top.ts'
import { partTop } from '../mesures/part-top.ts'
import type { PairesLots } from '../mesures/recherches.ts'
import { rbo } from '../mesures/rbo.ts'
import type { TopCommuns } from '../mesures/top-communs.ts'
import { topCommuns } from '../mesures/top-communs.ts'
import type { SourceSouhaits } from '../lots/souhaits.ts'
import { recherchesDe } from '../lots/souhaits.ts'
import type { Modalite } from '../population/dimensions.ts'
import { appartenanceDe } from '../population/dimensions.ts'
import type { Population } from '../population/population.ts'
import { ordreParmi, populationCommune, totauxDe } from '../population/population.ts'
import type { GainsDimension } from './gains.ts'
import { gainsParDimension } from './gains.ts'

/** Two scorings of the same table, and the dwellings when there are any. */
export interface DeuxCotations {
  readonly a: Cotation
  readonly b: Cotation
  readonly lots?: PairesLots | undefined
}

/** The share that a public takes of the first tenth. */
export interface PartPublic extends PartTop {
  readonly public: string
}

/** What two grids make of the demandes that both score. Indexes of demandes are those of the population. */
export interface MesuresPaire extends Accord {
  readonly population: Population
  readonly ordreA: Uint32Array
  readonly ordreB: Uint32Array
  readonly rbo: number | null
  readonly deplacements: Deplacements
  readonly top: readonly TopCommuns[]
  readonly publics: readonly PartPublic[]
  readonly transitions: TableMouvements
  readonly gains: readonly GainsDimension[]
  readonly lots?: LotsChanges
}

/** Publics of which the place among the first is told. */
const PUBLICS: readonly Pick<Modalite, 'code' | 'si'>[] = [
  { code: 'dalo', si: { champ: 'dalo', est: true } },
  { code: 'prioritaire', si: { champ: 'prioritaire', est: true } },
  { code: 'quartile1', si: { champ: 'quartile', est: 1 } },
  { code: 'mutation', si: { champ: 'nature', est: 'mutation' } },
  { code: 'parent_isole', si: { champ: 'parent_isole', est: true } },
]

const TAILLES_TOP = [3, 10, 50, 100]

/** The first tenth, rounded up. @example premierDixieme(21) //=> 3 */
export function premierDixieme(nombre: number): number {
  return Math.ceil(nombre / 10)
}

function partsPublics(
  ordreA: Uint32Array,
  ordreB: Uint32Array,
  evaluateur: Evaluateur,
  population: Population,
): readonly PartPublic[] {
  const k = premierDixieme(population.length)
  return PUBLICS.map(({ code, si }) => ({
    public: code,
    ...partTop(ordreA, ordreB, appartenanceDe({ si }, evaluateur, population), k),
  }))
}

/**
 * Compares two grids on the demandes that both score. Places are those among these demandes; totals are whole hundredths;
 * groups are read with the territory and the bound of quartiles of A.
 *
 * @param source where the wishes are read: the table of demandes
 * @example
 * const [a, b] = comparaisons.cotations
 * comparerPaire({ a: a!, b: b! }, demandes).deplacements.max //=> 214
 */
export function comparerPaire({ a, b, lots }: DeuxCotations, source: SourceSouhaits): MesuresPaire {
  const population = populationCommune(a.classement, b.classement)
  const ordreA = ordreParmi(a.classement, population)
  const ordreB = ordreParmi(b.classement, population)
  const evaluateur = creerEvaluateur(a.donnees)
  return {
    population,
    ordreA,
    ordreB,
    ...accord(totauxDe(a, population), totauxDe(b, population)),
    rbo: rbo(ordreA, ordreB),
    deplacements: deplacements(ordreA, ordreB),
    top: topCommuns(ordreA, ordreB, [...TAILLES_TOP, premierDixieme(population.length)]),
    publics: partsPublics(ordreA, ordreB, evaluateur, population),
    transitions: transitions(ordreA, ordreB),
    gains: gainsParDimension(ordreA, ordreB, evaluateur, population),
    ...(lots === undefined ? {} : { lots: lotsChanges(ordreA, ordreB, recherchesDe(source, population), lots) }),
  }
}
