import { Refus } from '../socle/refus.ts'
import type { Cellule, LigneBrute } from '../socle/table.ts'
import { texteLisible } from '../socle/texte.ts'
import { texteCellule } from './cellules/lecteur.ts'
import type { Modele } from './modele.ts'
import { compterReconnus } from './reconnaitre.ts'

/** The first rows of a sheet, among which its headers are looked for. */
export interface Apercu {
  readonly nom: string
  readonly premieresLignes: readonly LigneBrute[]
}

/** Where a table begins. */
export interface TableTrouvee {
  readonly feuille: string
  readonly entetes: readonly string[]
  /** Row of the headers, as the user sees it. */
  readonly ligneEntetes: number
  /** How many fields its headers name. */
  readonly reconnus: number
}

/** Headers are looked for in that many rows: titles and notes stand above, not whole pages. */
export const LIGNES_EXPLOREES = 40

function entetesDe(cellules: readonly Cellule[]): readonly string[] {
  const textes = Array.from(cellules, (cellule) => texteLisible(texteCellule(cellule)))
  const derniere = textes.findLastIndex((texte) => texte !== '')
  return textes.slice(0, derniere + 1)
}

function meilleureLigne({ nom, premieresLignes }: Apercu, modele: Modele): TableTrouvee {
  let meilleure: TableTrouvee = { feuille: nom, entetes: [], ligneEntetes: 1, reconnus: -1 }
  for (const { numero, cellules } of premieresLignes.slice(0, LIGNES_EXPLOREES)) {
    const entetes = entetesDe(cellules)
    if (entetes.length === 0) continue
    const reconnus = compterReconnus(entetes, modele)
    if (reconnus > meilleure.reconnus) meilleure = { feuille: nom, entetes, ligneEntetes: numero, reconnus }
  }
  return meilleure
}

/**
 * Finds the table of a model in a workbook: the sheet and the row whose headers name the most fields, the first on a draw.
 *
 * @param feuille name of the sheet, when the user gives it
 * @throws Refus when the sheet does not exist, or when there is no row of headers at all
 */
export function trouverTable(apercus: readonly Apercu[], modele: Modele, feuille?: string): TableTrouvee {
  const candidates = feuille === undefined ? apercus : apercus.filter(({ nom }) => nom === feuille)
  if (feuille !== undefined && candidates.length === 0) {
    throw new Refus(
      `Il n’y a pas de feuille « ${feuille} ». Feuilles du fichier : ${apercus.map(({ nom }) => nom).join(', ')}.`,
    )
  }
  const trouvees = candidates.map((apercu) => meilleureLigne(apercu, modele))
  const meilleure = trouvees.reduce<TableTrouvee | undefined>(
    (a, b) => (a === undefined || b.reconnus > a.reconnus ? b : a),
    undefined,
  )
  if (meilleure === undefined || meilleure.reconnus < 0)
    throw new Refus('Le fichier est vide : aucune ligne n’a été trouvée.')
  return meilleure
}
