import type { ReceptionTables, TablesAttendues } from '../travail/tables-attendues.ts'
import type { Progres } from '../travail/contrat.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { TablesExcel } from './tables-excel.ts'

/** Brings to a publication the allocations and the stock of the live workbook, as they are now. */
export function joindreExcel(
  classeur: ClasseurOuvert,
  dire: (avis: readonly string[]) => void,
  publication: ReceptionTables<TablesAttendues>,
  progres: Progres,
): Promise<void> {
  const excel = new TablesExcel(classeur, dire)
  return classeur.faire(async (signal) => {
    const { tables } = await excel.poser(publication)
    try {
      await excel.charger(publication, tables, { signal, progres })
    } finally {
      await excel.fermer()
    }
  })
}
