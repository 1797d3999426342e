import type { Cle } from './cle.ts'
import { cleDe } from './cle.ts'

/** The ranking of the demandes that one grid scores. */
export interface Classement {
  /** Indexes of the demandes, best first. */
  readonly indices: Uint32Array
  /** By demande: 1…n in that order; 0 when it is not ranked. */
  readonly ordre: Uint32Array
  /** By demande: competition rank (1, 2, 2, 4) on total and tie-breaks; 0 when it is not ranked. */
  readonly rang: Uint32Array
}

/** The order of the demandes once totals are left aside: made once, it serves as long as tie-breaks stay the same. */
export interface BaseClassement {
  /** Indexes of the demandes ranked, by tie-breaks then unique number. */
  readonly indices: Uint32Array
  /** In the same order: equal for those that tie-breaks do not tell apart. */
  readonly exAequo: Uint32Array
  /** Demandes, ranked or not. */
  readonly nombre: number
}

/** The values of a table in the order of these indexes. */
function ranger(valeurs: Uint32Array, indices: Uint32Array): Uint32Array {
  const rangees = new Uint32Array(indices.length)
  for (let k = 0; k < indices.length; k++) rangees[k] = valeurs[indices[k] ?? 0] ?? 0
  return rangees
}

/** Places by key, those of equal keys in their own order: a counting sort. */
function trier({ valeurs, etendue }: Cle): Uint32Array {
  const debuts = new Uint32Array(etendue + 1)
  for (const valeur of valeurs) debuts[valeur + 1] = (debuts[valeur + 1] ?? 0) + 1
  for (let k = 1; k < debuts.length; k++) debuts[k] = (debuts[k] ?? 0) + (debuts[k - 1] ?? 0)
  const places = new Uint32Array(valeurs.length)
  for (let k = 0; k < valeurs.length; k++) {
    const valeur = valeurs[k] ?? 0
    const place = debuts[valeur] ?? 0
    places[place] = k
    debuts[valeur] = place + 1
  }
  return places
}

function trierPar(indices: Uint32Array, { valeurs, etendue }: Cle): Uint32Array {
  return ranger(indices, trier({ valeurs: ranger(valeurs, indices), etendue }))
}

/** Numbers the demandes from 0 in this order, those that no key tells apart alike. */
function numeroterExAequo(indices: Uint32Array, cles: readonly Cle[]): Uint32Array {
  const exAequo = new Uint32Array(indices.length)
  for (const { valeurs } of cles) {
    const rangees = ranger(valeurs, indices)
    for (let k = 1; k < rangees.length; k++) if (rangees[k] !== rangees[k - 1]) exAequo[k] = 1
  }
  for (let k = 1; k < exAequo.length; k++) exAequo[k] = (exAequo[k] ?? 0) + (exAequo[k - 1] ?? 0)
  return exAequo
}

/**
 * @param departages keys of `clesDepartage`
 * @param parNumero indexes of the demandes to rank, by unique number
 */
export function baseClassement(nombre: number, departages: readonly Cle[], parNumero: Uint32Array): BaseClassement {
  const indices = departages.reduceRight(trierPar, parNumero)
  return { indices, exAequo: numeroterExAequo(indices, departages), nombre }
}

/** The totals of the demandes ranked, in the order of the base: read out of order once, and no more. */
function cleTotaux(totaux: Float64Array, { indices }: BaseClassement): Cle {
  const dansLaBase = new Float64Array(indices.length)
  for (let k = 0; k < indices.length; k++) dansLaBase[k] = totaux[indices[k] ?? 0] ?? 0
  return cleDe(dansLaBase, -1)
}

function numeroter(
  places: Uint32Array,
  { valeurs: totaux }: Cle,
  { indices, exAequo, nombre }: BaseClassement,
): Classement {
  const ordre = new Uint32Array(nombre)
  const rang = new Uint32Array(nombre)
  let precedent = -1
  let rangCourant = 0
  for (let place = 0; place < places.length; place++) {
    const k = places[place] ?? 0
    const i = indices[k] ?? 0
    const egal = precedent >= 0 && totaux[k] === totaux[precedent] && exAequo[k] === exAequo[precedent]
    if (!egal) rangCourant = place + 1
    ordre[i] = place + 1
    rang[i] = rangCourant
    precedent = k
  }
  return { indices: ranger(indices, places), ordre, rang }
}

/**
 * Ranks demandes by total (highest first), then in the order of the base, in one counting pass.
 *
 * @param totaux by demande, in whole hundredths
 */
export function reclasser(totaux: Float64Array, base: BaseClassement): Classement {
  const cle = cleTotaux(totaux, base)
  return numeroter(trier(cle), cle, base)
}

/**
 * Ranks demandes by total (highest first), then tie-breaks in order, then unique number.
 *
 * @param departages keys of `clesDepartage`
 * @param parNumero indexes of the demandes to rank, by unique number
 */
export function classer(totaux: Float64Array, departages: readonly Cle[], parNumero: Uint32Array): Classement {
  return reclasser(totaux, baseClassement(totaux.length, departages, parNumero))
}
