import { HoteSimule } from './hote.ts'
import { PROFILS } from './profils.ts'
import type { Stockee } from './stockage.ts'

/** A workbook described as data, so that a browser test can hand it over as JSON. */
export interface Scenario {
  readonly profil?: keyof typeof PROFILS
  readonly date1904?: boolean
  readonly feuilles: readonly {
    readonly nom: string
    readonly lignes: readonly (readonly Stockee[])[]
    /** Format of each column, from the second row on. */
    readonly formats?: readonly (string | null)[]
    /** Name of the table that covers the rows. */
    readonly tableau?: string
  }[]
}

/** @example hoteDe({ feuilles: [{ nom: 'Export', lignes: [['numero_unique'], ['A1']] }] }).classeur.feuilles.length //=> 1 */
export function hoteDe(scenario: Scenario): HoteSimule {
  const hote = new HoteSimule(PROFILS[scenario.profil ?? 'windows'])
  hote.classeur.date1904 = scenario.date1904 ?? false
  for (const { nom, lignes, formats = [], tableau } of scenario.feuilles) {
    const feuille = hote.classeur.ajouterFeuille(nom)
    formats.forEach((format, colonne) => {
      if (format !== null) lignes.forEach((_, ligne) => ligne > 0 && feuille.formater(ligne, colonne, format))
    })
    hote.classeur.remplir(feuille, lignes)
    const colonnes = Math.max(...lignes.map((l) => l.length))
    if (tableau !== undefined) {
      hote.classeur.ajouterTableau(feuille, { ligne: 0, colonne: 0, lignes: lignes.length, colonnes }, tableau)
    }
  }
  return hote
}
