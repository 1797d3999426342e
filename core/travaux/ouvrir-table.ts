import type { Modele } from '../lecture/modele.ts'
import type { Appariement, ChoixColonnes, Indices } from '../lecture/reconnaitre.ts'
import { reconnaitreColonnes } from '../lecture/reconnaitre.ts'
import type { TableTrouvee } from '../lecture/trouver-table.ts'
import { LIGNES_EXPLOREES, trouverTable } from '../lecture/trouver-table.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { anomalie } from '../socle/messages.ts'
import type { Cellule, FeuilleBrute, LigneBrute } from '../socle/table.ts'
import { premieresLignes } from '../tableur/premieres-lignes.ts'

export interface ChoixTable {
  /** Name of the sheet; the one that looks most like the model without it. */
  readonly feuille?: string | undefined
  readonly colonnes?: ChoixColonnes
  /** What the user said of one column (0 is the first), whatever others bear its header. */
  readonly places?: Indices['places']
}

/** Where a table is in a workbook, and which column gives which field. */
export interface TableReconnue {
  readonly table: TableTrouvee
  readonly appariement: Appariement
}

/**
 * Finds the table of a model in a workbook and recognises its columns.
 *
 * @throws Refus when the sheet named does not exist, or when the workbook is empty
 * @example reconnaitreTable(feuilles, MODELE_ATTRIBUTION).table.feuille //=> 'Attributions'
 */
export function reconnaitreTable(
  feuilles: readonly FeuilleBrute[],
  modele: Modele,
  choix: ChoixTable = {},
): TableReconnue {
  const apercus = feuilles
    .filter(({ nom }) => choix.feuille === undefined || nom === choix.feuille)
    .map((feuille) => ({
      nom: feuille.nom,
      premieresLignes: premieresLignes(feuille, LIGNES_EXPLOREES),
      masquee: 'etat' in feuille && feuille.etat !== 'visible',
    }))
  const tous = apercus.length > 0 ? apercus : feuilles.map(({ nom }) => ({ nom, premieresLignes: [] }))
  const table = trouverTable(tous, modele, choix.feuille)
  const lignes = tous.find(({ nom }) => nom === table.feuille)?.premieresLignes ?? []
  const appariement = reconnaitreColonnes(table.entetes, table.ligneEntetes, modele, choix.colonnes, {
    ...(choix.places === undefined ? {} : { places: choix.places }),
    exemples: (colonne) => exemplesDe(lignes, table.ligneEntetes, colonne),
  })
  return { table, appariement: { ...appariement, anomalies: [...appariement.anomalies, ...feuillesRivales(table)] } }
}

/** The cells of a column below its headers. */
function exemplesDe(lignes: readonly LigneBrute[], ligneEntetes: number, colonne: number): readonly Cellule[] {
  return lignes.flatMap(({ numero, cellules }) => (numero > ligneEntetes ? [cellules[colonne] ?? null] : []))
}

/** Several sheets that look alike may be several years: the one that was read must be said. */
function feuillesRivales({ feuille, ligneEntetes, rivales }: TableTrouvee): readonly Anomalie[] {
  if (rivales.length === 0) return []
  const quoi = `La feuille « ${feuille} » est lue, mais d’autres ont les mêmes en-têtes : désignez la bonne`
  return [anomalie({ code: 'a-verifier', ligne: ligneEntetes, colonne: '', lu: rivales.join(', '), quoi })]
}

/** Rows read between two reports of progress. */
const PAS_DE_PROGRES = 2_000

/**
 * Gives the rows of a recognised table, below its headers, to a reader.
 *
 * @param progresser told from time to time how many rows were read
 * @throws Error when the table was recognised in another workbook
 * @example
 * let lues = 0
 * lireTable(feuilles, reconnaitreTable(feuilles, MODELE_PARC), { ajouter: () => void lues++ })
 * lues //=> 18
 */
export function lireTable(
  feuilles: readonly FeuilleBrute[],
  { table }: TableReconnue,
  lecteur: { ajouter(ligne: LigneBrute): void },
  progresser: (lignes: number) => void = () => undefined,
): void {
  const feuille = feuilles.find(({ nom }) => nom === table.feuille)
  if (feuille === undefined) throw new Error(`unknown sheet: got ${table.feuille}`)
  let lues = 0
  for (const ligne of feuille.lignes) {
    if (ligne.numero <= table.ligneEntetes) continue
    lecteur.ajouter(ligne)
    if (++lues % PAS_DE_PROGRES === 0) progresser(lues)
  }
}
