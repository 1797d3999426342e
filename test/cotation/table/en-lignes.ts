import type { FeuilleLignes } from '../../../core/cotation/table/trouver-tables.ts'
import type { FeuilleEcrite } from '../../../core/socle/table.ts'

/** A sheet as it is read once written: a title, an empty row, headers, then its rows. */
export function enLignes(feuille: FeuilleEcrite): FeuilleLignes {
  const entete = { numero: 3, cellules: feuille.colonnes.map(({ titre }) => titre) }
  const lignes = Array.from({ length: feuille.nombreLignes }, (_, i) => ({ numero: i + 4, cellules: feuille.ligne(i) }))
  return { nom: feuille.nom, lignes: [{ numero: 1, cellules: [feuille.titre] }, entete, ...lignes] }
}

/** A table typed as in a sheet, its headers on row 1. */
export function tableau(
  nom: string,
  ...lignes: readonly (readonly (string | number | boolean | null)[])[]
): FeuilleLignes {
  return { nom, lignes: lignes.map((cellules, i) => ({ numero: i + 1, cellules })) }
}
