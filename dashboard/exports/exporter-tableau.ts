import { creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Figure } from '../figures/figure.ts'
import { feuillesFigure, feuilleTexte } from './feuille-figure.ts'

/** The table of a figure as a text file that French Excel opens: see `ecrireCsv`. */
export function exporterCsv(figure: Figure): Uint8Array {
  return ecrireCsv(feuilleTexte(figure))
}

/** The table of a figure as a workbook, its chart beside it when it has one. */
export function exporterXlsx(figure: Figure): Uint8Array {
  return creerClasseur(feuillesFigure(figure))
}
