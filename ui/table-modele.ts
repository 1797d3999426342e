import type { TemplateResult } from 'lit'

export type SensTri = 'croissant' | 'decroissant'

export interface ColonneTable {
  readonly code: string
  readonly titre: string
  /** Track of the CSS grid: « 6rem », « minmax(8rem, 1fr) ». */
  readonly largeur: string
  /** Numbers end at the right. */
  readonly nombre?: boolean
  readonly triable?: boolean
  /** Where the cell goes on a card of two lines, when the table is narrower than 30 rem: top left, top right, bottom left, bottom right. */
  readonly etroit: 'titre' | 'valeur' | 'detail' | 'marque' | 'absent'
  /** Set before the cell on a card, where no heading says what it is: « rang ». */
  readonly prefixe?: string
  /** On a card it goes on with the cell before it: « 49 », « sur 152 ». */
  readonly suite?: boolean
}

/** What a table shows. It holds no data and computes nothing: it asks for the cells of the rows on screen. */
export interface ModeleTable {
  /** What the table is, for screen readers. */
  readonly libelle: string
  readonly colonnes: readonly ColonneTable[]
  readonly nombreLignes: number
  /** What stands in a cell: text in French, or a template. Rows and columns from 0. */
  readonly cellule: (ligne: number, colonne: number) => string | TemplateResult
  readonly tri?: { readonly colonne: string; readonly sens: SensTri }
  /** Asked for when a heading is pressed; the owner sorts and gives a new model. */
  readonly surTri?: (colonne: string, sens: SensTri) => void
  /** The row opened, if any. */
  readonly selection?: number
  /** Given, rows can be opened, by a click, Enter or Space. */
  readonly surSelection?: (ligne: number) => void
  /** Rows to tell from the others: the territory compared. */
  readonly repere?: (ligne: number) => boolean
}

/** The order asked for when the heading of a column is pressed: ascending first, then the other way round. */
export function triSuivant({ tri }: Pick<ModeleTable, 'tri'>, colonne: string): SensTri {
  return tri?.colonne === colonne && tri.sens === 'croissant' ? 'decroissant' : 'croissant'
}

/** Rows drawn beyond each edge of the window, so that a short scroll shows no hole. */
const MARGE = 8

/**
 * The rows to draw: from `premiere`, `nombre` of them.
 *
 * @param defilement pixels scrolled; `hauteur` of the window and `pas` of a row, in pixels
 * @example fenetre(0, 400, 40, 150_000) //=> { premiere: 0, nombre: 19 }
 */
export function fenetre(
  defilement: number,
  hauteur: number,
  pas: number,
  nombreLignes: number,
): { readonly premiere: number; readonly nombre: number } {
  const vue = Math.ceil(hauteur / pas) + 1
  const derniere = Math.min(nombreLignes, Math.floor(Math.max(0, defilement) / pas) + vue + MARGE)
  const premiere = Math.max(0, Math.min(Math.floor(Math.max(0, defilement) / pas), nombreLignes - vue) - MARGE)
  return { premiere, nombre: Math.max(0, derniere - premiere) }
}

/**
 * The row that a key leads to from the active one, or undefined for a key that moves nothing.
 *
 * @param page rows that the window shows
 * @example ligneVisee('PageDown', 5, 10, 100) //=> 15
 */
export function ligneVisee(touche: string, active: number, page: number, nombreLignes: number): number | undefined {
  const pas: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  }
  const ecart = pas[touche]
  return ecart === undefined ? undefined : Math.max(0, Math.min(nombreLignes - 1, active + ecart))
}
