import { aleatoire } from '../../core/socle/aleatoire.ts'

/** An invented list to try the table on, in columns as the real one will be. */
export interface Demandes {
  readonly points: Float64Array
  readonly mois: Uint16Array
  readonly personnes: Uint8Array
}

export const COMMUNES = ['Laon', 'Soissons', 'Saint-Quentin', 'Villeneuve-sur-Aisne', 'Château-Thierry'] as const

/** @param graine the same seed gives the same list */
export function inventer(nombre: number, graine: number): Demandes {
  const tirer = aleatoire(graine)
  return {
    points: Float64Array.from({ length: nombre }, () => Math.round(tirer() * 24000) / 100),
    mois: Uint16Array.from({ length: nombre }, () => Math.floor(tirer() * 160)),
    personnes: Uint8Array.from({ length: nombre }, () => 1 + Math.floor(tirer() * 7)),
  }
}

/** Rows in the order of a column, ties in the order of the list. */
export function ordonner(valeurs: ArrayLike<number>, sens: 'croissant' | 'decroissant'): Uint32Array {
  const facteur = sens === 'croissant' ? 1 : -1
  return Uint32Array.from({ length: valeurs.length }, (_, i) => i).sort(
    (a, b) => facteur * ((valeurs[a] ?? 0) - (valeurs[b] ?? 0)) || a - b,
  )
}
