import type { FeuilleBrute, LigneBrute } from '../socle/table.ts'

/**
 * The first rows of a sheet that hold something. Reading stops there: this is cheap on a large sheet.
 *
 * @example premieresLignes(feuilles[0]!, 50).length //=> 50
 */
export function premieresLignes(feuille: FeuilleBrute, nombre: number): readonly LigneBrute[] {
  const lignes: LigneBrute[] = []
  if (nombre <= 0) return lignes
  for (const ligne of feuille.lignes) {
    lignes.push(ligne)
    if (lignes.length >= nombre) break
  }
  return lignes
}
