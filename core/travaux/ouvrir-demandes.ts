import type { OptionsDemandes, Demandes } from '../demande/demandes.ts'
import { creerLecteurDemandes } from '../demande/demandes.ts'
import { MODELE_DEMANDE } from '../demande/modele.ts'
import type { Appariement, ChoixColonnes } from '../lecture/reconnaitre.ts'
import { reconnaitreColonnes } from '../lecture/reconnaitre.ts'
import type { TableTrouvee } from '../lecture/trouver-table.ts'
import { LIGNES_EXPLOREES, trouverTable } from '../lecture/trouver-table.ts'
import type { FeuilleBrute } from '../socle/table.ts'
import { premieresLignes } from '../tableur/premieres-lignes.ts'

export interface ChoixTable {
  /** Name of the sheet; the one that looks most like demandes without it. */
  readonly feuille?: string | undefined
  readonly colonnes?: ChoixColonnes
}

/** Where the demandes are in a workbook, and which column gives which field. */
export interface TableReconnue {
  readonly table: TableTrouvee
  readonly appariement: Appariement
}

/**
 * Finds the demandes in a workbook and recognises their columns.
 *
 * @throws Refus when the sheet named does not exist, or when the workbook is empty
 */
export function reconnaitreDemandes(feuilles: readonly FeuilleBrute[], choix: ChoixTable = {}): TableReconnue {
  const apercus = feuilles
    .filter(({ nom }) => choix.feuille === undefined || nom === choix.feuille)
    .map((feuille) => ({ nom: feuille.nom, premieresLignes: premieresLignes(feuille, LIGNES_EXPLOREES) }))
  const tous = apercus.length > 0 ? apercus : feuilles.map(({ nom }) => ({ nom, premieresLignes: [] }))
  const table = trouverTable(tous, MODELE_DEMANDE, choix.feuille)
  return { table, appariement: reconnaitreColonnes(table.entetes, table.ligneEntetes, MODELE_DEMANDE, choix.colonnes) }
}

/** Rows read between two reports of progress. */
const PAS_DE_PROGRES = 2_000

/**
 * Reads the demandes of a recognised table.
 *
 * @param progresser told from time to time how many rows were read
 * @throws Refus when a required field has no column, or a field of a single value several
 */
export function lireDemandes(
  feuilles: readonly FeuilleBrute[],
  { table, appariement }: TableReconnue,
  options: OptionsDemandes,
  progresser: (lignes: number) => void = () => undefined,
): Demandes {
  const feuille = feuilles.find(({ nom }) => nom === table.feuille)
  if (feuille === undefined) throw new Error(`unknown sheet: got ${table.feuille}`)
  const lecteur = creerLecteurDemandes(appariement, options)
  let lues = 0
  for (const ligne of feuille.lignes) {
    if (ligne.numero <= table.ligneEntetes) continue
    lecteur.ajouter(ligne)
    if (++lues % PAS_DE_PROGRES === 0) progresser(lues)
  }
  return lecteur.terminer()
}
