import type { Cellule, FeuilleLignes, GrilleLue, LigneBrute } from '../../core/index.ts'
import { cleTexte, lireGrille, lireGrilleTables, Refus } from '../../core/index.ts'
import { ErreurCellule } from './erreur-cellule.ts'
import { memoriser } from './memoire.ts'
import type { Plage } from './recu.ts'
import { lignesDe, sansZerosDeVide } from './recu.ts'

/** The headers that tell the three tables of a grid apart, in the order in which to try them. */
const REPERES = [
  { table: 'Grille', entetes: ['code', 'points'] },
  { table: 'Familles', entetes: ['code', 'cumul'] },
  { table: 'Parametres', entetes: ['nom', 'valeur'] },
] as const

type NomTable = (typeof REPERES)[number]['table']

/** Columns of the tables of a grid where nobody types 0. */
const MUETTES = new Set(['code', 'nom', 'famille', 'champ', 'test', 'par', 'justificatif', 'baselegale', 'cumul'])

function cle(cellule: unknown): string {
  return typeof cellule === 'string' ? cleTexte(cellule) : ''
}

function tableAnnoncee(cellules: readonly unknown[]): NomTable | undefined {
  const cles = cellules.map(cle)
  return REPERES.find(({ entetes }) => entetes.every((entete) => cles.includes(entete)))?.table
}

function muettesDe(plage: Plage): ReadonlySet<number> {
  const entetes = plage.filter((ligne) => tableAnnoncee(ligne) !== undefined)
  // A column that holds an amount in one of the tables may hold a 0.
  const chiffrees = new Set(
    entetes.flatMap((ligne) => ligne.flatMap((v, i) => (v !== '' && !MUETTES.has(cle(v)) ? [i] : []))),
  )
  const toutes = entetes.flatMap((ligne) => ligne.flatMap((v, i) => (MUETTES.has(cle(v)) ? [i] : [])))
  return new Set(toutes.filter((i) => !chiffrees.has(i)))
}

/** Cuts a range at each row of headers: the three tables may stand one below the other. */
function decouper(lignes: readonly LigneBrute[]): readonly FeuilleLignes[] {
  const tables: { nom: NomTable; lignes: LigneBrute[] }[] = []
  for (const ligne of lignes) {
    const nom = tableAnnoncee(ligne.cellules)
    if (nom !== undefined) tables.push({ nom, lignes: [] })
    tables.at(-1)?.lignes.push(ligne)
  }
  return tables
}

function tablesDe(plage: Plage | undefined): readonly FeuilleLignes[] {
  return plage === undefined ? [] : decouper(lignesDe(sansZerosDeVide(plage, muettesDe(plage))))
}

const SANS_PARAMETRES: FeuilleLignes = {
  nom: 'Parametres',
  lignes: [
    { numero: 1, cellules: ['nom', 'valeur'] },
    { numero: 2, cellules: ['id', 'plage'] },
    { numero: 3, cellules: ['nom', 'Grille de la plage'] },
  ],
}

function remplie(cellule: Cellule | undefined): boolean {
  return cellule !== undefined && cellule !== null && cellule !== ''
}

/** A criterion of a family whose ceiling is not given would score too much: better no score at all. */
function exigerFamilles(tables: readonly FeuilleLignes[]): void {
  if (tables.some(({ nom }) => nom === 'Familles')) return
  const [entete, ...criteres] = tables.find(({ nom }) => nom === 'Grille')?.lignes ?? []
  const place = entete?.cellules.findIndex((cellule) => cle(cellule) === 'famille') ?? -1
  if (place < 0 || !criteres.some(({ cellules }) => remplie(cellules[place]))) return
  throw new ErreurCellule(
    'valeur',
    'Des critères de la grille appartiennent à une famille\u202f: donnez aussi la plage du tableau Familles, en-têtes compris.',
  )
}

function lire(grille: Plage, familles: Plage | undefined, parametres: Plage | undefined): GrilleLue {
  const lues = [...tablesDe(grille), ...tablesDe(familles), ...tablesDe(parametres)]
  exigerFamilles(lues)
  const tables = lues.some(({ nom }) => nom === 'Parametres') ? lues : [...lues, SANS_PARAMETRES]
  try {
    return lireGrille(lireGrilleTables(tables))
  } catch (erreur) {
    if (erreur instanceof Refus) throw new ErreurCellule('valeur', erreur.raisons.join(' '))
    throw erreur
  }
}

/**
 * The grid held by the table `Grille` (and by the tables `Familles` and `Parametres`, in the same range or in ranges of
 * their own). The same cells are compiled once.
 */
export const grilleDe = memoriser(lire)
