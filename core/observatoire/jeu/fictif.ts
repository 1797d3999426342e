/** Producer of the datasets drawn at random for demonstration: whatever shows their figures says so. */
export const PRODUCTEUR_FICTIF = 'Exemple fictif'

/** Whether figures were drawn at random for demonstration. @example estFictif({ producteur: 'DREAL' }) //=> false */
export function estFictif({ producteur }: { readonly producteur: string }): boolean {
  return producteur === PRODUCTEUR_FICTIF
}
