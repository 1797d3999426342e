import { fractionDecimale } from '../socle/fraction.ts'
import type { Signaler } from './anomalies-parc.ts'
import { incoherent } from './anomalies-parc.ts'
import type { Groupe } from './grouper-parc.ts'
import type { CodeChampParc } from './lire-parc.ts'
import { ASSIETTE_NEGATIVE, LIBERATIONS_OU_ROTATION, PREMIERES_A_VERIFIER } from './phrases.ts'

/** Dwellings set aside from the flow; null where a cell cannot be read. */
export interface Exclusions {
  readonly mutations: number | null
  readonly relogements: number | null
  readonly identifies: number | null
  /** First lettings that the agreement does not count. */
  readonly premieres_locations: number | null
}

/** The base of the flow, with every term. */
export interface Assiette {
  readonly parc: number | null
  /** Given, or stock × rotation rounded half up. */
  readonly liberations: number | null
  readonly liberations_estimees: boolean
  /** All of them, counted or not. */
  readonly premieres_locations: number | null
  readonly exclusions: Exclusions
  readonly assiette: number | null
}

/** An empty count of dwellings to set aside is none. */
function ouZero(groupe: Groupe, code: CodeChampParc): number | null {
  const lu = groupe.stock(code)
  return lu === 'vide' ? 0 : lu === 'illisible' ? null : lu
}

function ouNul(groupe: Groupe, code: CodeChampParc): number | null {
  const lu = groupe.stock(code)
  return typeof lu === 'number' ? lu : null
}

/** Stock × rotation as whole dwellings, half up, from the decimal writing of the rate. */
function estimer(parc: number | null, rotation: number | null): number | null {
  const taux = rotation === null ? undefined : fractionDecimale(rotation)
  if (parc === null || taux === undefined) return null
  return Math.floor((2 * parc * taux.numerateur + taux.denominateur) / (2 * taux.denominateur))
}

function premieresExclues(groupe: Groupe, premieres: number | null, signaler: Signaler): number | null {
  const comptees = groupe.stock('premieres_locations_comptees')
  if (premieres === null || premieres === 0) return premieres
  if (comptees === 'illisible') return null
  if (comptees === 'vide') {
    const colonne = 'premieres_locations_comptees'
    signaler(groupe.lieu, { code: 'a-verifier', colonne, lu: '', quoi: PREMIERES_A_VERIFIER })
  }
  return comptees === 1 ? 0 : premieres
}

function somme(termes: readonly (number | null)[]): number | null {
  return termes.reduce<number | null>((total, terme) => (total === null || terme === null ? null : total + terme), 0)
}

/**
 * The base of the flow of a landlord: dwellings released, first lettings that the agreement counts, less those set aside.
 * Unknown when a term cannot be read; never below 0.
 *
 * Source: CCH art. R. 441-5; the formula is marked as still to be validated.
 */
export function assietteDe(groupe: Groupe, signaler: Signaler): Assiette {
  const parc = ouNul(groupe, 'parc')
  const estimees = groupe.stock('liberations') === 'vide'
  const liberations = estimees ? estimer(parc, ouNul(groupe, 'rotation')) : ouNul(groupe, 'liberations')
  if (estimees && liberations === null) {
    const libelle = LIBERATIONS_OU_ROTATION
    signaler(groupe.lieu, { code: 'obligatoire-vide', colonne: 'liberations', libelle })
  }
  const premieres = ouZero(groupe, 'premieres_locations')
  const exclusions: Exclusions = {
    mutations: ouZero(groupe, 'mutations'),
    relogements: ouZero(groupe, 'relogements'),
    identifies: ouZero(groupe, 'identifies'),
    premieres_locations: premieresExclues(groupe, premieres, signaler),
  }
  const entrees = somme([liberations, premieres])
  const sorties = somme(Object.values(exclusions) as (number | null)[])
  const nette = entrees === null || sorties === null ? null : entrees - sorties
  if (nette !== null && nette < 0) signaler(groupe.lieu, incoherent('liberations', ASSIETTE_NEGATIVE))
  return {
    parc,
    liberations,
    liberations_estimees: estimees && liberations !== null,
    premieres_locations: premieres,
    exclusions,
    assiette: nette === null ? null : Math.max(0, nette),
  }
}
