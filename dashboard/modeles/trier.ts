import { comparerCodes, cleTexte } from '../../core/index.ts'
import type { SensTri } from '../../ui/table-modele.ts'
import type { Tableau } from './vue.ts'

type Tri = string | number | null | undefined

function comparer(a: Tri, b: Tri): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return comparerCodes(cleTexte(String(a)), cleTexte(String(b)))
}

/** The rows in the order asked for; rows that have nothing there stay last in both directions. */
export function trier({ colonnes, lignes }: Tableau, colonne: string, sens: SensTri): Tableau['lignes'] {
  const rang = colonnes.findIndex(({ code }) => code === colonne)
  const signe = sens === 'croissant' ? 1 : -1
  return lignes.toSorted((x, y) => {
    const [a, b] = [x.tris[rang] ?? null, y.tris[rang] ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return signe * comparer(a, b)
  })
}
