import type { HoteSuivi } from '../ports/hote.ts'
import type { SourceSuivi } from '../ports/source.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { TablesExcel } from './tables-excel.ts'

/** Allocations and stocks of the live workbook: found among its tables, read again at each reading, watched until written. */
function sourceSuivi(classeur: ClasseurOuvert, excel: TablesExcel): SourceSuivi {
  return {
    nom: 'Ce classeur',
    memorisable: true,
    poser: (suivi) => classeur.faire(() => excel.poser(suivi)),
    charger: (suivi, tables, progres) => classeur.faire((signal) => excel.charger(suivi, tables, { signal, progres })),
    montrer: async ({ ligne, colonne, table: cle }, tables) => {
      const source = excel.source(tables.find((table) => table.cle === cle)?.feuille ?? '')
      if (source === undefined) return
      const { feuilleId, colonne: premiere } = source
      await classeur.excel.selectionner({ feuilleId, ligne: ligne - 1, colonne: premiere + colonne })
    },
  }
}

function enumerer(noms: readonly string[]): string {
  return noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')
}

/** The live workbook as the place of the follow-up. */
export function hoteSuiviExcel(classeur: ClasseurOuvert, dire: (avis: readonly string[]) => void): HoteSuivi {
  const tables = new TablesExcel(classeur, dire)
  return {
    trouver: () => sourceSuivi(classeur, tables),
    ecrire: (ecrites) =>
      classeur.faire(async (signal) => {
        await tables.verifier()
        const demandees = ecrites.map((table) => ({ ...table, ligne: (i: number) => table.lignes[i] ?? [] }))
        const { feuilles, avis } = await classeur.excel.ecrire(demandees, { signal })
        return [`Écrit dans ${enumerer(feuilles.map(({ ecriteDans }) => ecriteDans))}.`, ...avis]
      }),
  }
}
