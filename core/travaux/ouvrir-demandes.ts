import type { Demandes, OptionsDemandes } from '../demande/demandes.ts'
import { creerLecteurDemandes } from '../demande/demandes.ts'
import { MODELE_DEMANDE } from '../demande/modele.ts'
import type { FeuilleBrute } from '../socle/table.ts'
import type { ChoixTable, TableReconnue } from './ouvrir-table.ts'
import { lireTable, reconnaitreTable } from './ouvrir-table.ts'

/**
 * Finds the demandes in a workbook and recognises their columns.
 *
 * @throws Refus when the sheet named does not exist, or when the workbook is empty
 */
export function reconnaitreDemandes(feuilles: readonly FeuilleBrute[], choix: ChoixTable = {}): TableReconnue {
  return reconnaitreTable(feuilles, MODELE_DEMANDE, choix)
}

/**
 * Reads the demandes of a recognised table.
 *
 * @param progresser told from time to time how many rows were read
 * @throws Refus when a required field has no column, or a field of a single value several
 */
export function lireDemandes(
  feuilles: readonly FeuilleBrute[],
  reconnue: TableReconnue,
  options: OptionsDemandes,
  progresser?: (lignes: number) => void,
): Demandes {
  const lecteur = creerLecteurDemandes(reconnue.appariement, options)
  lireTable(feuilles, reconnue, lecteur, progresser)
  return lecteur.terminer()
}
