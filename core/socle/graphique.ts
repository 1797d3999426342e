import type { FormatColonne, GraphiqueEcrit } from './table.ts'

/** Begins the name of our charts in a workbook: those of the user are never touched. */
export const PREFIXE_GRAPHIQUE = 'attributions.'

/** Colours of the series in their order (`ui/jetons.css`, light theme), and of the level to reach. */
export const COULEURS_SERIES = ['#0e5f75', '#4e9f68', '#b57ad2', '#7e490a', '#032d60', '#5c0305'] as const
export const COULEUR_REPERE = '#b5331a'

/** Size of a chart, in points. */
export const TAILLE_GRAPHIQUE = { largeur: 520, hauteur: 285 } as const

/** Cells of ordinary size from a chart to the next: two abreast, which hold on the width of a page. */
export const PAS_GRAPHIQUE = { lignes: 21, colonnes: 11 } as const
const DE_FRONT = 2

/** How the values of an axis read: fewer decimals than in the cells. */
export const FORMATS_AXE: Readonly<Record<FormatColonne, string>> = {
  texte: 'General',
  entier: '#,##0',
  nombre: '#,##0.0',
  points: 'General',
  euros: '#,##0"\u202f€"',
  taux: '0"\u202f"%',
  date: 'dd/mm/yyyy',
}

/**
 * The upper left corner of the i-th chart of a sheet: rows under the headers, columns after the free one that follows
 * the table.
 *
 * @example
 * const [graphique] = feuilleVentilation(ventiler(compte, indicateur, ['bailleur']), []).graphiques!
 * ancreDe(graphique!, 3) //=> { ligne: 21, colonne: 11 }
 */
export function ancreDe({ ancre }: GraphiqueEcrit, i: number): { readonly ligne: number; readonly colonne: number } {
  const rang = Math.floor(i / DE_FRONT)
  return ancre ?? { ligne: rang * PAS_GRAPHIQUE.lignes, colonne: (i % DE_FRONT) * PAS_GRAPHIQUE.colonnes }
}

/**
 * Rows drawn, within those that the table has.
 *
 * @example
 * const [graphique] = feuilleVentilation(ventiler(compte, indicateur, ['bailleur']), []).graphiques!
 * lignesDessinees(graphique!, 20) //=> { premiere: 0, nombre: 6 }
 */
export function lignesDessinees(
  { lignes }: GraphiqueEcrit,
  nombreLignes: number,
): { readonly premiere: number; readonly nombre: number } {
  if (lignes === undefined) return { premiere: 0, nombre: nombreLignes }
  const premiere = Math.min(lignes.premiere, nombreLignes)
  return { premiere, nombre: Math.min(lignes.nombre, nombreLignes - premiere) }
}
