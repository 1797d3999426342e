import type { Cellule, LigneBrute } from '../../socle/table.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { FauteTable, NomTable } from './faute-table.ts'
import type { LigneTable } from './ligne-table.ts'
import { ligneTable } from './ligne-table.ts'
import { texteDeCellule } from './valeurs.ts'

/** A sheet of a workbook, with all its rows. */
export interface FeuilleLignes {
  readonly nom: string
  readonly lignes: readonly LigneBrute[]
}

/** The headers that tell where a table begins, below a title and a block of provenance. */
const REPERES: Readonly<Record<NomTable, readonly string[]>> = {
  Grille: ['code', 'points'],
  Familles: ['code', 'cumul'],
  Parametres: ['nom', 'valeur'],
}

function cles({ cellules }: LigneBrute): readonly string[] {
  return cellules.map((cellule) => cleTexte(texteDeCellule(cellule)))
}

function erreurs(numero: number, cellules: ReadonlyMap<string, Cellule>, table: NomTable): readonly FauteTable[] {
  return [...cellules].flatMap(([colonne, cellule]) =>
    typeof cellule === 'object' && cellule !== null && 'erreur' in cellule
      ? [
          {
            table,
            ligne: numero,
            colonne,
            message: `La cellule contient l’erreur ${cellule.erreur} ; corrigez la formule ou saisissez la valeur.`,
          },
        ]
      : [],
  )
}

function lireLignes(
  table: NomTable,
  entetes: readonly string[],
  lignes: readonly LigneBrute[],
  fautes: FauteTable[],
): readonly LigneTable[] {
  return lignes
    .filter(({ cellules }) => cellules.some((cellule) => texteDeCellule(cellule) !== ''))
    .map(({ numero, cellules }) => {
      const parEntete = new Map<string, Cellule>()
      entetes.forEach((entete, i) => {
        if (entete !== '' && !parEntete.has(entete)) parEntete.set(entete, cellules[i] ?? null)
      })
      fautes.push(...erreurs(numero, parEntete, table))
      return ligneTable(table, numero, parEntete, fautes)
    })
}

/**
 * The rows of a table of a grid, by header; headers are matched as everywhere, accents, case and signs aside.
 *
 * @param colonnes the headers that are known, as `LigneTable` names them
 * @returns undefined when no sheet of that name holds such a table
 */
export function trouverTable(
  table: NomTable,
  colonnes: readonly string[],
  feuilles: readonly FeuilleLignes[],
  fautes: FauteTable[],
): readonly LigneTable[] | undefined {
  const feuille = feuilles.find(({ nom }) => cleTexte(nom) === cleTexte(table))
  const rang =
    feuille?.lignes.findIndex((ligne) => REPERES[table].every((repere) => cles(ligne).includes(repere))) ?? -1
  const entetes = feuille?.lignes[rang]
  if (feuille === undefined || entetes === undefined) return undefined
  const noms = cles(entetes).map((cle) => colonnes.find((colonne) => cleTexte(colonne) === cle) ?? '')
  return lireLignes(table, noms, feuille.lignes.slice(rang + 1), fautes)
}
