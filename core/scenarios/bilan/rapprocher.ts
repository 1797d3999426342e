import type { Cotation } from '../../cotation/coter.ts'
import type { Demandes } from '../../demande/demandes.ts'
import { CONNU } from '../../lecture/colonne.ts'
import type { Jour } from '../../socle/jour.ts'
import { ordreParmi, populationDe } from '../population/population.ts'

/** One row of a table of allocations: a demande looked at by a commission. Only what the evaluation needs. */
export interface AttributionPassee {
  readonly numero: string
  /** Whether it counts as an allocation. */
  readonly obtenue: boolean
  readonly decisionLe?: Jour | undefined
  readonly bailLe?: Jour | undefined
  /** Rank given by the commission among the candidates of a dwelling. */
  readonly rangCal?: number | undefined
  /** Dwelling; rows of the same dwelling and day are candidates of one commission. */
  readonly logement?: string | undefined
}

/** What became of the demandes of a ranking. Demandes are numbered from 0 in the order of the table. */
export interface Suites {
  readonly population: Uint32Array
  /** Place of each, 1 for the first. */
  readonly ordre: Uint32Array
  /** 1 when it obtained a dwelling. */
  readonly obtenues: Uint8Array
  /** Days from the deposit to the lease (to the decision without lease); NaN unless obtained and both known. */
  readonly attentes: Float64Array
  /** Rows of a demande of the ranking, with its number in the population. */
  readonly passages: readonly { readonly p: number; readonly attribution: AttributionPassee }[]
  /** Rows whose number is not in the ranking: nothing is known of their place. */
  readonly etrangeres: number
  /** Allocations decided before the day of the ranking: it could not have guided them. */
  readonly anterieures: number
}

/** The day of an allocation: of its lease, else of its decision. */
export function jourObtenu({ bailLe, decisionLe }: AttributionPassee): Jour | undefined {
  return bailLe ?? decisionLe
}

function depots(demandes: Demandes): (i: number) => number {
  const colonne = demandes.colonne('date_depot')
  if (colonne.genre !== 'simple') throw new Error('date_depot is a single value')
  return (i) => (colonne.etats[i] === CONNU ? (colonne.valeurs[i] ?? NaN) : NaN)
}

/** The earliest day that is known, of two. */
function premier(a: Jour | undefined, b: Jour | undefined): Jour | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}

function placesParNumero({ numeros }: Demandes, population: Uint32Array): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  population.forEach((i, p) => places.set(numeros[i] ?? '', p))
  return places
}

/** Puts allocations beside the demandes of a ranking; a demande that obtained several dwellings counts once, at the first. */
export function rapprocher(cotation: Cotation, demandes: Demandes, attributions: readonly AttributionPassee[]): Suites {
  const population = populationDe(cotation.classement)
  const places = placesParNumero(demandes, population)
  const passages = attributions.flatMap((attribution) => {
    const p = places.get(attribution.numero)
    return p === undefined ? [] : [{ p, attribution }]
  })
  const obtentions = passages.filter(({ attribution }) => attribution.obtenue)
  const jours = new Map<number, Jour | undefined>()
  for (const { p, attribution } of obtentions) jours.set(p, premier(jours.get(p), jourObtenu(attribution)))
  const depot = depots(demandes)
  const { jour } = cotation.donnees.contexte
  return {
    population,
    ordre: ordreParmi(cotation.classement, population),
    obtenues: Uint8Array.from(population, (_, p) => Number(jours.has(p))),
    attentes: Float64Array.from(population, (i, p) => (jours.get(p) ?? NaN) - depot(i)),
    passages,
    etrangeres: attributions.length - passages.length,
    anterieures: obtentions.filter(({ attribution }) => (jourObtenu(attribution) ?? Infinity) < jour).length,
  }
}
