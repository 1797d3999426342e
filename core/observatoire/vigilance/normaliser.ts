import type { Composante, Quartier } from './modele.ts'

/** The least and the greatest figure of each component, among the districts compared. */
export type Bornes = ReadonlyMap<string, { readonly min: number; readonly max: number }>

/** The bounds of each component; one that is the same everywhere, or known of fewer than two districts, has none. */
export function bornesDe(quartiers: readonly Quartier[], composantes: readonly Composante[]): Bornes {
  return new Map(
    composantes.flatMap(({ indicateur }) => {
      const valeurs = quartiers.flatMap(({ mesures }) => mesures.get(indicateur)?.valeur ?? [])
      const [min, max] = [Math.min(...valeurs), Math.max(...valeurs)]
      return valeurs.length < 2 || min === max ? [] : [[indicateur, { min, max }] as const]
    }),
  )
}

/**
 * A figure between the bounds of its component: 0 calls for the least vigilance, 1 for the most. Units do not matter. Undefined
 * where the component tells no district from another.
 *
 * @example normaliser(0.2, { indicateur: 'vacance', sens: 'plus', poids: 1, pourquoi: '' }, new Map([['vacance', { min: 0.1, max: 0.5 }]])) //=> 0.25
 */
export function normaliser(valeur: number, { indicateur, sens }: Composante, bornes: Bornes): number | undefined {
  const borne = bornes.get(indicateur)
  if (borne === undefined) return undefined
  const part = (valeur - borne.min) / (borne.max - borne.min)
  return sens === 'plus' ? part : 1 - part
}
