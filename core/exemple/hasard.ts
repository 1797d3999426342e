import { aleatoire } from '../socle/aleatoire.ts'

/** How often each value is drawn, and where the shares come from. Weights need not add up to 1. */
export interface Repartition<V> {
  /** A public figure, or « hypothèse » when none was found. */
  readonly source: string
  readonly parts: readonly (readonly [valeur: V, poids: number])[]
}

/** Draws that depend only on the seed and on their order. */
export interface Hasard {
  /** True with this probability. */
  chance(probabilite: number): boolean
  /** A whole number from `min` to `max`, both included. */
  entier(min: number, max: number): number
  /** A number from `min` to `max`. */
  reel(min: number, max: number): number
  selon<V>(repartition: Repartition<V>): V
  parmi<V>(valeurs: readonly V[]): V
  /** Centred, of standard deviation 1. */
  normale(): number
}

/** @example creerHasard(1).entier(1, 6) === creerHasard(1).entier(1, 6) //=> true */
export function creerHasard(graine: number): Hasard {
  const tirer = aleatoire(graine)
  const reel = (min: number, max: number): number => min + tirer() * (max - min)
  const entier = (min: number, max: number): number => Math.floor(reel(min, max + 1))
  return {
    chance: (probabilite) => tirer() < probabilite,
    entier,
    reel,
    selon: ({ parts }) => choisir(parts, tirer()),
    parmi: (valeurs) => element(valeurs, entier(0, valeurs.length - 1)),
    // Box and Muller; 1 − u keeps the logarithm away from 0.
    normale: () => Math.sqrt(-2 * Math.log(1 - tirer())) * Math.cos(2 * Math.PI * tirer()),
  }
}

function choisir<V>(parts: readonly (readonly [V, number])[], niveau: number): V {
  const total = parts.reduce((somme, [, poids]) => somme + poids, 0)
  let reste = niveau * total
  const trouve = parts.find(([, poids]) => (reste -= poids) < 0)
  return element(trouve ?? parts.at(-1) ?? [], 0) as V
}

function element<V>(valeurs: readonly V[], place: number): V {
  if (place >= valeurs.length) throw new Error('Nothing to draw from.')
  return valeurs[place] as V
}
