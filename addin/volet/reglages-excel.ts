import type { ClasseurExcel } from '../excel/index.ts'
import type { Reglages } from '../ports/reglages.ts'

/** Remembered in the workbook itself: opened elsewhere, it finds them again. Nothing is left in the browser. */
export function reglagesExcel(excel: ClasseurExcel): Reglages {
  return {
    lire: (cle) => excel.lireReglage(cle),
    ecrire: (cle, valeur) => excel.ecrireReglage(cle, valeur),
  }
}
