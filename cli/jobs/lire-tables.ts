import { formatNombre, lireTable, reconnaitreTable, type TableReconnue } from '../../core/index.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import type { Terminal } from '../terminal.ts'

/** Where a table is read: a file, and its sheet when it is known. */
export interface OuTable {
  readonly fichier: FichierOuvert
  readonly feuille?: string | undefined
}

type Recepteur = Parameters<typeof lireTable>[2]

/** Gives the rows of each table to a reader of its own. */
export function lireTables(
  lieux: readonly OuTable[],
  modele: Parameters<typeof reconnaitreTable>[1],
  recepteur: (appariement: TableReconnue['appariement'], nom: string) => Recepteur,
  terminal: Terminal,
): void {
  for (const { fichier, feuille } of lieux) {
    const feuilles = feuillesSource(fichier)
    const reconnue = reconnaitreTable(feuilles, modele, { feuille })
    lireTable(feuilles, reconnue, recepteur(reconnue.appariement, fichier.nom), (lignes) => {
      terminal.progresser(`${fichier.nom} : ${formatNombre(lignes)} lignes…`)
    })
  }
}
