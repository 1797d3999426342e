import type { Cellule, FeuilleBrute, LigneBrute, TableReconnue } from '../../core/index.ts'
import { champNommable, isoJour, jourFrancais, jourIso, lettresColonne, texteCellule } from '../../core/index.ts'
import type { ChoixTable, ColonneVue, EtatColonne, TableVue } from './contrat.ts'

const LIGNES_APERCU = 5
/** Rows among which different values of a column are looked for. */
const LIGNES_EXEMPLES = 40
const EXEMPLES = 3

/** A cell as the user sees it. @example direCellule({ jour: 0 }) //=> '01/01/1970' */
export function direCellule(cellule: Cellule): string {
  if (typeof cellule === 'object' && cellule !== null && 'jour' in cellule) return jourFrancais(cellule.jour)
  const texte = texteCellule(cellule)
  const jour = jourIso(texte)
  return jour !== undefined && isoJour(jour) === texte ? jourFrancais(jour) : texte
}

function premieres(feuille: FeuilleBrute, apres: number, nombre: number): readonly LigneBrute[] {
  const lignes: LigneBrute[] = []
  for (const ligne of feuille.lignes) {
    if (ligne.numero <= apres) continue
    if (lignes.length >= nombre) break
    lignes.push(ligne)
  }
  return lignes
}

function exemplesDe(lignes: readonly LigneBrute[], rang: number): readonly string[] {
  const textes = lignes.map(({ cellules }) => direCellule(cellules[rang] ?? null)).filter((texte) => texte !== '')
  return [...new Set(textes)].slice(0, EXEMPLES)
}

export function libelleChamp(code: string): string {
  return champNommable(code)?.libelle ?? code
}

/** @param choisies columns with a choice of the user */
function colonneVue(
  rang: number,
  lettre: string,
  entete: string,
  { appariement }: TableReconnue,
  choisies: ChoixTable['colonnes'],
  nommer: (code: string) => string,
): Omit<ColonneVue, 'exemples'> {
  const champ = [...appariement.colonnes].find(([, rangs]) => rangs.includes(rang))?.[0] ?? null
  const ambigue = appariement.ambigus.some((ambigu) => ambigu.champ.code === champ)
  const proposition =
    champ === null && !(rang in choisies) ? appariement.propositions.find((p) => p.entete === entete.trim()) : undefined
  const etat: EtatColonne = ambigue
    ? 'ambigue'
    : rang in choisies
      ? champ === null
        ? 'ecartee'
        : 'choisie'
      : champ !== null
        ? 'reconnue'
        : proposition === undefined
          ? 'inconnue'
          : 'proposee'
  return {
    rang,
    lettre,
    entete,
    champ,
    etat,
    ...(proposition && { proposition: { ...proposition, libelle: nommer(proposition.champ) } }),
  }
}

/** The workbook around the table. */
export interface ClasseurDecrit {
  readonly nom: string
  readonly feuilles: readonly string[]
  /** Column of the sheet (0 is A) where the table begins. */
  readonly premiereColonne: number
}

/**
 * The table as the page shows it.
 *
 * @param feuille the sheet of the table
 * @param entetes headers as written in the source
 * @param nommer label of a field of the table's model
 */
export function decrireTable(
  { nom, feuilles, premiereColonne }: ClasseurDecrit,
  feuille: FeuilleBrute,
  entetes: readonly string[],
  reconnue: TableReconnue,
  choisies: ChoixTable['colonnes'],
  nommer = libelleChamp,
): TableVue {
  const { table, appariement } = reconnue
  const lignes = premieres(feuille, table.ligneEntetes, LIGNES_EXEMPLES)
  return {
    nom,
    feuilles,
    feuille: table.feuille,
    ligneEntetes: table.ligneEntetes,
    colonnes: entetes.map((entete, rang) => ({
      ...colonneVue(rang, lettresColonne(premiereColonne + rang), entete, reconnue, choisies, nommer),
      exemples: exemplesDe(lignes, rang),
    })),
    manquants: appariement.manquants.map(({ code, libelle }) => ({ champ: code, libelle })),
    ambigus: appariement.ambigus.map(({ champ, entetes: doubles }) => ({
      champ: champ.code,
      libelle: champ.libelle,
      entetes: doubles,
    })),
    apercu: lignes.slice(0, LIGNES_APERCU).map(({ numero, cellules }) => ({
      numero,
      cellules: entetes.map((_, rang) => direCellule(cellules[rang] ?? null)),
    })),
  }
}
