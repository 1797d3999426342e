import type { Classement } from '../../cotation/classer.ts'
import { classer } from '../../cotation/classer.ts'

/** The order of the demandes once totals are left aside: made once, it serves as long as tie-breaks stay the same. */
export interface BaseClassement {
  /** Indexes of the demandes ranked, by tie-breaks then unique number. */
  readonly indices: Uint32Array
  /** In the same order: equal for those that tie-breaks do not tell apart. */
  readonly exAequo: Uint32Array
  /** Demandes, ranked or not. */
  readonly nombre: number
}

/** @param parNumero indexes of the demandes to rank, by unique number */
export function baseClassement(
  nombre: number,
  departages: readonly Float64Array[],
  parNumero: Uint32Array,
): BaseClassement {
  const { indices, rang } = classer(new Float64Array(nombre), departages, parNumero)
  return { indices, exAequo: indices.map((i) => rang[i] ?? 0), nombre }
}

/** Beyond, counters would cost more than a sort. */
const ETENDUE_COMPTABLE = 2 ** 22

/** The totals of the demandes ranked, in the order of the base: read out of order once, and no more. */
function totauxDeBase(totaux: Float64Array, { indices }: BaseClassement): Float64Array {
  const dansLaBase = new Float64Array(indices.length)
  for (let k = 0; k < indices.length; k++) dansLaBase[k] = totaux[indices[k] ?? 0] ?? 0
  return dansLaBase
}

/** The places of the base, highest total first; equal totals stay in the order of the base. */
function trier(totaux: Float64Array, min: number, max: number): Uint32Array {
  const fins = new Uint32Array(max - min + 2)
  for (const total of totaux) fins[max - total + 1] = (fins[max - total + 1] ?? 0) + 1
  for (let k = 1; k < fins.length; k++) fins[k] = (fins[k] ?? 0) + (fins[k - 1] ?? 0)
  const places = new Uint32Array(totaux.length)
  for (let k = 0; k < totaux.length; k++) {
    const total = max - (totaux[k] ?? 0)
    const place = fins[total] ?? 0
    places[place] = k
    fins[total] = place + 1
  }
  return places
}

function numeroter(
  places: Uint32Array,
  totaux: Float64Array,
  { indices, exAequo, nombre }: BaseClassement,
): Classement {
  const ordre = new Uint32Array(nombre)
  const rang = new Uint32Array(nombre)
  const classes = new Uint32Array(places.length)
  let precedent = -1
  let rangCourant = 0
  for (let place = 0; place < places.length; place++) {
    const k = places[place] ?? 0
    const i = indices[k] ?? 0
    const egal = precedent >= 0 && totaux[k] === totaux[precedent] && exAequo[k] === exAequo[precedent]
    if (!egal) rangCourant = place + 1
    classes[place] = i
    ordre[i] = place + 1
    rang[i] = rangCourant
    precedent = k
  }
  return { indices: classes, ordre, rang }
}

/**
 * The ranking that `classer` gives, in one counting pass from the base.
 *
 * @param totaux by demande, in whole hundredths
 */
export function reclasser(totaux: Float64Array, base: BaseClassement): Classement {
  const dansLaBase = totauxDeBase(totaux, base)
  const min = dansLaBase.reduce((a, b) => Math.min(a, b), Infinity)
  const max = dansLaBase.reduce((a, b) => Math.max(a, b), -Infinity)
  if (max - min >= ETENDUE_COMPTABLE) return classerPeuSerres(totaux, base)
  const places = min <= max ? trier(dansLaBase, min, max) : new Uint32Array(0)
  return numeroter(places, dansLaBase, base)
}

function classerPeuSerres(totaux: Float64Array, { indices, exAequo, nombre }: BaseClassement): Classement {
  const departage = new Float64Array(nombre)
  indices.forEach((i, k) => {
    departage[i] = exAequo[k] ?? 0
  })
  return classer(totaux, [departage], indices)
}
