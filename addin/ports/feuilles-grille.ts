import type { FauteTable, FeuilleLignes } from '../../core/index.ts'
import type { SaisieTable, TableDeGrille } from '../travail/contrat-tables.ts'

/**
 * The grid in sheets of the workbook, edited there as well as in the form: the last change counts.
 *
 * @throws Refus when the workbook does not let it be done
 */
export interface FeuillesGrille {
  /** Makes the sheets, or brings them up to date. @returns what the user should know, the first sentence what was done */
  ecrire(tables: readonly TableDeGrille[]): Promise<readonly string[]>
  /** Whether the last writing replaced what was typed and never taken up: it can be put back as long as the pane is open. */
  remplacees(): boolean
  /** Puts back what the last writing replaced. */
  remettre(): Promise<void>
  /** Whether the workbook has no sheet named « Grille », whosever it is. */
  absentes(): Promise<boolean>
  /** The sheets as they are; undefined when there are none. */
  lire(): Promise<readonly FeuilleLignes[] | undefined>
  /** Lists, locks, and a mark at each fault. */
  habiller(saisies: readonly SaisieTable[], fautes: readonly FauteTable[]): Promise<void>
  /** Shows the cell of a fault, or the grid itself. */
  montrer(faute?: FauteTable): Promise<void>
  /** Tells when someone has changed one of them, once they pause. */
  suivre(rappel: () => void): Promise<void>
}
