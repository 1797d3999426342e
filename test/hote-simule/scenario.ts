import type { FeuilleSimulee } from './feuille.ts'
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
    /** The rows again and again up to this many, each with a number of its own in its first column: never stored. */
    readonly engendrees?: number
  }[]
}

type FeuilleDecrite = Scenario['feuilles'][number]

function engendrer(feuille: FeuilleSimulee, { lignes, formats = [] }: FeuilleDecrite, nombre: number): void {
  const [entetes = [], ...modeles] = lignes
  entetes.forEach((entete, c) => {
    const valeur = (l: number): Stockee => {
      if (l === 0) return entete
      const modele = modeles[(l - 1) % modeles.length]?.[c] ?? null
      return c === 0 ? `${String(modele).slice(0, 7)}${String(l).padStart(11, '0')}` : modele
    }
    feuille.engendrerColonne(c, { fin: nombre + 1, valeur })
    const format = formats[c] ?? 'General'
    feuille.engendrerFormats(c, { fin: nombre + 1, valeur: (l) => (l === 0 ? 'General' : format) })
  })
}

/** @example hoteDe({ feuilles: [{ nom: 'Export', lignes: [['numero_unique'], ['A1']] }] }).classeur.feuilles.length //=> 1 */
export function hoteDe(scenario: Scenario): HoteSimule {
  const hote = new HoteSimule(PROFILS[scenario.profil ?? 'windows'])
  hote.classeur.date1904 = scenario.date1904 ?? false
  for (const decrite of scenario.feuilles) {
    const { nom, lignes, formats = [], tableau, engendrees } = decrite
    const feuille = hote.classeur.ajouterFeuille(nom)
    if (engendrees === undefined) {
      formats.forEach((format, colonne) => {
        if (format !== null) lignes.forEach((_, ligne) => ligne > 0 && feuille.formater(ligne, colonne, format))
      })
      hote.classeur.remplir(feuille, lignes)
    } else engendrer(feuille, decrite, engendrees)
    const colonnes = Math.max(...lignes.map((l) => l.length))
    if (tableau === undefined) continue
    const zone = { ligne: 0, colonne: 0, lignes: engendrees === undefined ? lignes.length : engendrees + 1, colonnes }
    hote.classeur.ajouterTableau(feuille, zone, tableau)
  }
  return hote
}
