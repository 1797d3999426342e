import type { Cellule, LigneBrute } from '../../core/index.ts'
import { celluleLue, DATES_1900 } from '../excel/cellule.ts'

/** A range as Excel hands it over: rows of values. */
export type Plage = readonly (readonly unknown[])[]

export function estPlage(recu: unknown): recu is Plage {
  return Array.isArray(recu) && recu.every((ligne) => Array.isArray(ligne))
}

/** A range, whatever was handed over: a single cell is a range of one. An argument left out is none. */
export function plageDe(recu: unknown): Plage | undefined {
  if (recu === null || recu === undefined || recu === '') return undefined
  return estPlage(recu) ? recu : [[recu]]
}

/** A single value, whatever was handed over: the first cell of a range. */
function seule(recu: unknown): unknown {
  return estPlage(recu) ? recu[0]?.[0] : recu
}

/** An argument as a cell; an error value, which Excel gives as an object, stays an error. */
export function celluleDe(recu: unknown): Cellule {
  return celluleLue(seule(recu), DATES_1900)
}

/** An argument that is a day: Excel gives dates as serial numbers, without the format that tells them from others. */
export function celluleDate(recu: unknown): Cellule {
  return celluleLue(seule(recu), DATES_1900, 'yyyy-mm-dd')
}

export function lignesDe(plage: Plage): readonly LigneBrute[] {
  return plage.map((ligne, i) => ({ numero: i + 1, cellules: ligne.map((valeur) => celluleLue(valeur, DATES_1900)) }))
}

/** The same rows with the numbers of these columns (0 the first) read as days. */
export function avecDates(lignes: readonly LigneBrute[], colonnes: ReadonlySet<number>): readonly LigneBrute[] {
  if (colonnes.size === 0) return lignes
  return lignes.map(({ numero, cellules }) => ({
    numero,
    cellules: cellules.map((cellule, i) => (colonnes.has(i) ? celluleDate(cellule) : cellule)),
  }))
}

/**
 * Some versions of Excel hand the empty cells of a range over as 0. Where a 0 cannot be what was typed (a whole row of
 * zeros, a column of texts or days), it betrays them: every 0 of the range is then an empty cell, for an unknown must
 * never be taken for a known nothing.
 *
 * @param muettes columns (0 the first) where nobody types 0
 */
export function sansZerosDeVide(plage: Plage, muettes: ReadonlySet<number>): Plage {
  const trahi = plage.some(
    (ligne) => ligne.every((valeur) => valeur === 0) || ligne.some((valeur, i) => valeur === 0 && muettes.has(i)),
  )
  return trahi ? plage.map((ligne) => ligne.map((valeur) => (valeur === 0 ? '' : valeur))) : plage
}
