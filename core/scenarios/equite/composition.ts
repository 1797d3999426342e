import { creerEvaluateur } from '../../cotation/condition.ts'
import type { Cotation } from '../../cotation/coter.ts'
import type { SourceSouhaits } from '../lots/souhaits.ts'
import { recherchesDe } from '../lots/souhaits.ts'
import { CANDIDATS_PAR_LOT, candidatsParPaire, PERSONNE } from '../mesures/candidats.ts'
import { DANS, partTop } from '../mesures/part-top.ts'
import type { PairesLots } from '../mesures/recherches.ts'
import { ordreParmi, populationCommune } from '../population/population.ts'
import type { Groupe } from '../population/groupes.ts'
import { groupesParDimension } from '../population/groupes.ts'

/** Places that are looked at: the first ones of the list, or those on the lists of three of the dwellings. */
export interface Tete {
  readonly code: 'trois' | 'cinq-pour-cent' | 'dix-pour-cent' | 'candidats'
  readonly nom: string
  /** Under A, then B: lists of three are shorter where fewer than three seek a dwelling, alike under both. */
  readonly placesA: number
  readonly placesB: number
}

/** What a group takes of some places, before and after. */
export interface PartDeTete {
  readonly a: number
  readonly b: number
  /** Null without places. */
  readonly partA: number | null
  readonly partB: number | null
}

/** Figures are null when the group is withheld. */
export interface CompositionGroupe {
  readonly code: string
  readonly nom: string
  readonly n: number | null
  readonly inconnus: number
  /** Share of the group in the whole list: what its share of the first places is compared with. */
  readonly part: number | null
  /** In the order of `tetes`. */
  readonly tetes: readonly PartDeTete[] | null
}

export interface CompositionDimension {
  readonly dimension: string
  readonly nom: string
  readonly groupes: readonly CompositionGroupe[]
}

export interface Composition {
  readonly demandes: number
  readonly tetes: readonly Tete[]
  readonly dimensions: readonly CompositionDimension[]
}

/** How many places each demande has, under A and under B. */
interface PlacesParDemande {
  readonly a: Uint32Array
  readonly b: Uint32Array
}

function surLesListes(ordre: Uint32Array, candidats: Int32Array, { paireDuLot }: PairesLots): Uint32Array {
  const places = new Uint32Array(ordre.length)
  for (const paire of paireDuLot) {
    for (const candidat of candidats.subarray(CANDIDATS_PAR_LOT * paire, CANDIDATS_PAR_LOT * (paire + 1))) {
      if (candidat !== PERSONNE) places[candidat] = (places[candidat] ?? 0) + 1
    }
  }
  return places
}

function total(places: Uint32Array): number {
  return places.reduce((somme, nombre) => somme + nombre, 0)
}

function partSur(nombre: number, places: number): number | null {
  return places === 0 ? null : nombre / places
}

function partDesListes({ a, b }: PlacesParDemande, { appartenance }: Groupe): PartDeTete {
  const duGroupe = (places: Uint32Array): number =>
    places.reduce((somme, nombre, p) => (appartenance[p] === DANS ? somme + nombre : somme), 0)
  const [nombreA, nombreB] = [duGroupe(a), duGroupe(b)]
  return { a: nombreA, b: nombreB, partA: partSur(nombreA, total(a)), partB: partSur(nombreB, total(b)) }
}

const TETES = [
  { code: 'trois', nom: 'trois premières places', part: undefined },
  { code: 'cinq-pour-cent', nom: 'premiers 5 %', part: 20 },
  { code: 'dix-pour-cent', nom: 'premiers 10 %', part: 10 },
] as const

/** The first places of a list, rounded up. */
function tetesDe(nombre: number): readonly Tete[] {
  return TETES.map(({ code, nom, part }) => {
    const places = part === undefined ? Math.min(3, nombre) : Math.ceil(nombre / part)
    return { code, nom, placesA: places, placesB: places }
  })
}

/**
 * Who stands in the first places before and after: the first three, 5 % and 10 % of the list and, with dwellings, all
 * places on their lists of three. Groups are read with the territory and the bound of quartiles of A; groups under 11
 * households are withheld.
 *
 * @example
 * const [a, b] = comparaisons.cotations
 * composition(a!, b!, demandes).tetes.map(({ nom }) => nom)
 * //=> ['trois premières places', 'premiers 5 %', 'premiers 10 %']
 */
export function composition(a: Cotation, b: Cotation, source: SourceSouhaits, lots?: PairesLots): Composition {
  const population = populationCommune(a.classement, b.classement)
  const [ordreA, ordreB] = [ordreParmi(a.classement, population), ordreParmi(b.classement, population)]
  const tetes = tetesDe(population.length)
  const listes = lots && placesSurLesListes(ordreA, ordreB, recherchesDe(source, population), lots)
  const partsDe = (groupe: Groupe): readonly PartDeTete[] => [
    ...tetes.map(({ placesA }) => {
      const { topA, topB, partA, partB } = partTop(ordreA, ordreB, groupe.appartenance, placesA)
      return { a: topA, b: topB, partA, partB }
    }),
    ...(listes === undefined ? [] : [partDesListes(listes, groupe)]),
  ]
  return {
    demandes: population.length,
    tetes: listes === undefined ? tetes : [...tetes, teteDesListes(listes)],
    dimensions: groupesParDimension(creerEvaluateur(a.donnees), population).map(({ dimension, nom, groupes }) => ({
      dimension,
      nom,
      groupes: groupes.map((groupe) => ({
        code: groupe.code,
        nom: groupe.nom,
        n: groupe.tu ? null : groupe.n,
        inconnus: groupe.inconnus,
        part: groupe.tu ? null : partSur(groupe.n, population.length),
        tetes: groupe.tu ? null : partsDe(groupe),
      })),
    })),
  }
}

function placesSurLesListes(
  ordreA: Uint32Array,
  ordreB: Uint32Array,
  recherches: ReturnType<typeof recherchesDe>,
  lots: PairesLots,
): PlacesParDemande {
  return {
    a: surLesListes(ordreA, candidatsParPaire(ordreA, recherches, lots), lots),
    b: surLesListes(ordreB, candidatsParPaire(ordreB, recherches, lots), lots),
  }
}

function teteDesListes({ a, b }: PlacesParDemande): Tete {
  return { code: 'candidats', nom: 'places sur les listes de trois', placesA: total(a), placesB: total(b) }
}
