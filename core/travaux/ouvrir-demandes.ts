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
 * @example reconnaitreDemandes(feuilles).table.feuille //=> 'Demandes'
 */
export function reconnaitreDemandes(feuilles: readonly FeuilleBrute[], choix: ChoixTable = {}): TableReconnue {
  return reconnaitreTable(feuilles, MODELE_DEMANDE, choix)
}

/**
 * Reads the demandes of a recognised table.
 *
 * @param progresser told from time to time how many rows were read
 * @throws Refus when a required field has no column, or a field of a single value several
 * @example
 * const entetes = ['N° unique', 'Date de dépôt', 'Nb personnes']
 * const une = [enFeuille('Demandes', [entetes, ['059012345678901234', '12/03/2024', 3]])]
 * lireDemandes(une, reconnaitreDemandes(une), { jour, lieux: territoires }).numeros //=> ['059012345678901234']
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
