import type { Secret } from '../jeu/jeu.ts'
import type { Mesure, Ventilation } from './ventilation.ts'

/** The profile of protection that this rule applies. */
export const PROFIL_SECRET = 'menages-11'

/** Fewest households that a published figure may count. */
export const SEUIL_MENAGES = 11

/** A figure, withheld or not. */
export interface MesurePubliee extends Mesure {
  readonly secret: Secret | null
}

/**
 * What makes the figures of a breakdown too small to be published: `effectif` when one of its parts, or the complement of
 * one, counts fewer than 11 households; `inconnus` when those that could not be placed, found by subtraction, do. A part of
 * zero counts as too small: it says that nobody, hence everybody else, has the answer; no unknown at all says nothing of
 * anyone. Undefined when the figures may be published.
 */
export function motifDeRetenue({ effectifs, inconnus }: Ventilation): 'effectif' | 'inconnus' | undefined {
  if (effectifs.some((n) => n < SEUIL_MENAGES)) return 'effectif'
  return inconnus > 0 && inconnus < SEUIL_MENAGES ? 'inconnus' : undefined
}

/**
 * The figures as they may be published: all of them, or none.
 *
 * @example retenir(ventilerPart(10, 100, 0))[0] //=> { …, numerateur: null, denominateur: null, valeur: null, secret: 'primaire' }
 */
export function retenir(ventilation: Ventilation): readonly MesurePubliee[] {
  if (motifDeRetenue(ventilation) === undefined)
    return ventilation.mesures.map((mesure) => ({ ...mesure, secret: null }))
  return ventilation.mesures.map(({ dimension, modalite }) => ({
    dimension,
    modalite,
    numerateur: null,
    denominateur: null,
    valeur: null,
    secret: 'primaire',
  }))
}
