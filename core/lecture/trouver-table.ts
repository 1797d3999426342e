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
  /** A sheet that the user does not see is taken only when no other does as well. */
  readonly masquee?: boolean
}

/** Where a table begins. */
export interface TableTrouvee {
  readonly feuille: string
  readonly entetes: readonly string[]
  /** Row of the headers, as the user sees it. */
  readonly ligneEntetes: number
  /** How many fields its headers name. */
  readonly reconnus: number
  /** Other sheets whose headers name as many fields. */
  readonly rivales: readonly string[]
}

/** Headers are looked for in that many rows: titles and notes stand above, not whole pages. */
export const LIGNES_EXPLOREES = 40

function entetesDe(cellules: readonly Cellule[]): readonly string[] {
  const textes = Array.from(cellules, (cellule) => texteLisible(texteCellule(cellule)))
  const derniere = textes.findLastIndex((texte) => texte !== '')
  return textes.slice(0, derniere + 1)
}

/** A sheet as a possible place of the table. */
interface Candidate extends Omit<TableTrouvee, 'rivales'> {
  readonly masquee: boolean
  /** Rows seen below the headers. */
  readonly lignes: number
}

function meilleureLigne({ nom, premieresLignes, masquee = false }: Apercu, modele: Modele): Candidate {
  let meilleure: Candidate = { feuille: nom, entetes: [], ligneEntetes: 1, reconnus: -1, masquee, lignes: 0 }
  for (const { numero, cellules } of premieresLignes.slice(0, LIGNES_EXPLOREES)) {
    const entetes = entetesDe(cellules)
    if (entetes.length === 0) continue
    const reconnus = compterReconnus(entetes, modele)
    if (reconnus <= meilleure.reconnus) continue
    const lignes = premieresLignes.filter((ligne) => ligne.numero > numero).length
    meilleure = { feuille: nom, entetes, ligneEntetes: numero, reconnus, masquee, lignes }
  }
  return meilleure
}

/**
 * Finds the table of a model in a workbook: the sheet and the row whose headers name the most fields. On a draw, a sheet
 * that is seen and holds rows, then the first; the others are named in `rivales`.
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
  const trouvees = candidates.map((apercu) => meilleureLigne(apercu, modele)).toSorted(comparer)
  const [meilleure] = trouvees
  if (meilleure === undefined || meilleure.reconnus < 0) {
    throw new Refus('Le fichier est vide : aucune ligne n’a été trouvée.')
  }
  const { feuille: nom, entetes, ligneEntetes, reconnus } = meilleure
  const rivales = trouvees
    .slice(1)
    .filter((autre) => autre.reconnus === reconnus && autre.lignes > 0)
    .map((autre) => autre.feuille)
  return { feuille: nom, entetes, ligneEntetes, reconnus, rivales }
}

/** Most fields named first; then a sheet that is seen, then one that holds rows; then the order of the workbook. */
function comparer(a: Candidate, b: Candidate): number {
  return b.reconnus - a.reconnus || Number(a.masquee) - Number(b.masquee) || Number(b.lignes > 0) - Number(a.lignes > 0)
}
