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
 * Whether the figures of a breakdown must be withheld: one of its parts, or the complement of one, counts fewer than 11
 * households. A part of zero counts as too small: it says that nobody, hence everybody else, has the answer. Households
 * that could not be placed are found by subtraction: fewer than 11 of them are too few, none at all says nothing of anyone.
 */
export function estRetenue({ effectifs, inconnus }: Ventilation): boolean {
  return effectifs.some((n) => n < SEUIL_MENAGES) || (inconnus > 0 && inconnus < SEUIL_MENAGES)
}

/**
 * The figures as they may be published: all of them, or none.
 *
 * @example retenir(ventilerPart(10, 100, 0))[0] //=> { …, numerateur: null, denominateur: null, valeur: null, secret: 'primaire' }
 */
export function retenir(ventilation: Ventilation): readonly MesurePubliee[] {
  if (!estRetenue(ventilation)) return ventilation.mesures.map((mesure) => ({ ...mesure, secret: null }))
  return ventilation.mesures.map(({ dimension, modalite }) => ({
    dimension,
    modalite,
    numerateur: null,
    denominateur: null,
    valeur: null,
    secret: 'primaire',
  }))
}
