import type { FeuilleBrute, TableReconnue } from '../../../core/index.ts'
import { accepteVideNon, MODELE_DEMANDE, Refus, reconnaitreTable } from '../../../core/index.ts'
import { MODELE_PARC } from '../../../core/flux/index.ts'
import { MODELE_ATTRIBUTION } from '../../../core/objectifs/index.ts'
import { colonnesVoulues } from '../colonnes-voulues.ts'
import type { ChampVu, ChoixTable } from '../contrat.ts'
import { decrireTable } from '../decrire-table.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'
import type { GenreTable, TableSuivie } from './contrat-suivi.ts'

/** What a table is recognised by: its fields. */
export type ModeleTable = Parameters<typeof reconnaitreTable>[1]

/** A table of allocations or of stock, where it was found. */
export interface TableTrouvee {
  readonly cle: string
  readonly genre: GenreTable
  readonly classeur: ClasseurLu
  readonly choix: ChoixTable
  readonly reconnue: TableReconnue
  /** The sheet, its headers told apart where choices need it. */
  readonly feuille: FeuilleBrute
}

const MODELES = { attributions: MODELE_ATTRIBUTION, parc: MODELE_PARC } as const

/** What a table cannot do without, beside its landlord or its number: one of these columns. */
export const INDISPENSABLES: Readonly<Record<GenreTable, readonly string[]>> = {
  attributions: ['date_decision', 'date_bail'],
  parc: ['parc', 'liberations', 'taux', 'taux_colter', 'taux_colact', 'taux_pprior', 'taux_pfonct'],
}

export function libelleSuivi(code: string): string {
  const champs = [...MODELE_ATTRIBUTION.champs, ...MODELE_PARC.champs]
  return champs.find((champ) => champ.code === code)?.libelle ?? code
}

export function champsDuGenre(genre: GenreTable): readonly ChampVu[] {
  return MODELES[genre].champs.map((champ) => ({
    code: champ.code,
    libelle: champ.libelle,
    obligatoire: champ.obligatoire,
    accepteVideNon: accepteVideNon(champ),
  }))
}

/** How many fields of a model the headers of a sheet name; 0 when the sheet is empty. */
function noter(feuille: FeuilleBrute, modele: ModeleTable): number {
  try {
    return Math.max(0, reconnaitreTable([feuille], modele).table.reconnus)
  } catch (erreur) {
    if (erreur instanceof Refus) return 0
    throw erreur
  }
}

/** How well a sheet fits: 0 when it lacks what the table cannot do without, or looks more like demandes. */
function convient(feuille: FeuilleBrute, modele: ModeleTable, indispensables: readonly string[]): number {
  const note = noter(feuille, modele)
  if (note < 2 || note < noter(feuille, MODELE_DEMANDE)) return 0
  const { colonnes, manquants } = reconnaitreTable([feuille], modele).appariement
  return manquants.length === 0 && indispensables.some((code) => colonnes.has(code)) ? note : 0
}

/**
 * The sheets of a workbook that hold a table of a model: the best one, and those that are as good.
 *
 * @param indispensables what the table cannot do without: one of these columns
 */
export function feuillesDuModele(
  { feuilles }: ClasseurLu,
  modele: ModeleTable,
  indispensables: readonly string[],
): readonly FeuilleBrute[] {
  const notees = feuilles.map((feuille) => ({ feuille, note: convient(feuille, modele, indispensables) }))
  const meilleure = Math.max(0, ...notees.map(({ note }) => note))
  return meilleure === 0 ? [] : notees.filter(({ note }) => note === meilleure).map(({ feuille }) => feuille)
}

/** Recognises a table, with the user's choices. */
export function reconnaitre(
  cle: string,
  genre: GenreTable,
  classeur: ClasseurLu,
  choix: ChoixTable & { readonly feuille: string },
): TableTrouvee {
  const modele = MODELES[genre]
  const { feuilles } = classeur
  const simple = reconnaitreTable(feuilles, modele, { feuille: choix.feuille })
  const { entetes, ligneEntetes, feuille: trouvee } = simple.table
  const brute = feuilles.find(({ nom }) => nom === trouvee)
  if (brute === undefined) throw new Error(`unknown sheet: got ${trouvee}`)
  const voulues = colonnesVoulues(brute, entetes, ligneEntetes, choix.colonnes)
  const reconnue =
    Object.keys(choix.colonnes).length === 0
      ? simple
      : reconnaitreTable([voulues.feuille], modele, { feuille: trouvee, colonnes: voulues.choix })
  return { cle, genre, classeur, choix, reconnue, feuille: voulues.feuille }
}

/** The tables of a workbook, found by themselves. */
export function trouverTables(classeur: ClasseurLu, prefixe: string): readonly TableTrouvee[] {
  return (['attributions', 'parc'] as const).flatMap((genre) =>
    feuillesDuModele(classeur, MODELES[genre], INDISPENSABLES[genre]).map(({ nom }, rang) =>
      reconnaitre(`${prefixe}-${genre}-${String(rang)}`, genre, classeur, { feuille: nom, colonnes: {} }),
    ),
  )
}

/** The first sheet that looks at all like allocations, for the user to name its columns. */
export function tableAConfirmer(classeur: ClasseurLu, prefixe: string): TableTrouvee | undefined {
  const notees = classeur.feuilles.map((feuille) => ({ feuille, note: noter(feuille, MODELE_ATTRIBUTION) }))
  const [meilleure] = notees.toSorted((a, b) => b.note - a.note)
  if (meilleure === undefined || meilleure.note < 2) return undefined
  const choix = { feuille: meilleure.feuille.nom, colonnes: {} }
  return reconnaitre(`${prefixe}-attributions-0`, 'attributions', classeur, choix)
}

/** A table as the page shows it. */
export function decrireSuivie({ cle, genre, classeur, choix, reconnue, feuille }: TableTrouvee): TableSuivie {
  const { nom, feuilles, colonnes } = classeur
  const premiere = colonnes?.[reconnue.table.feuille] ?? 0
  const decrit = { nom, feuilles: feuilles.map((f) => f.nom), premiereColonne: premiere }
  const { entetes } = reconnue.table
  return { cle, genre, ...decrireTable(decrit, feuille, entetes, reconnue, choix.colonnes, libelleSuivi) }
}
