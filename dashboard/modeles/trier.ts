import { comparerCodes, cleTexte } from '../../core/index.ts'
import type { CelluleFigure, TableauFigure } from '../figures/figure.ts'

/** Column by which a table is sorted, and its direction. */
export interface Tri {
  readonly colonne: string
  readonly sens: 'croissant' | 'decroissant'
}

function comparer(a: CelluleFigure, b: CelluleFigure): number {
  if (a.genre === 'nombre' && b.genre === 'nombre') return a.valeur - b.valeur
  return comparerCodes(cleTexte(a.texte), cleTexte(b.texte))
}

/** The rows in the order asked for; rows that have nothing there stay last in both directions. */
export function trier({ colonnes, lignes }: TableauFigure, { colonne, sens }: Tri): TableauFigure['lignes'] {
  const rang = colonnes.findIndex(({ code }) => code === colonne)
  const signe = sens === 'croissant' ? 1 : -1
  return lignes.toSorted((x, y) => {
    const [a, b] = [x.cellules[rang], y.cellules[rang]]
    if (a === undefined || b === undefined || a.genre === 'vide' || b.genre === 'vide') {
      return Number(a?.genre === 'vide') - Number(b?.genre === 'vide')
    }
    return signe * comparer(a, b)
  })
}
