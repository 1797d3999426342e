import { transfer } from 'comlink'
import type { SourceSuivi, SourceTables } from '../ports/source.ts'

/** Demandes in a file of the user's. It is read again whenever a worker needs it: the page keeps no copy of it. */
export function sourceFichier(fichier: File): SourceTables {
  return {
    nom: fichier.name,
    poser: async (session) => {
      const octets = new Uint8Array(await fichier.arrayBuffer())
      return session.ouvrir(transfer(octets, [octets.buffer]), fichier.name)
    },
  }
}

const EXEMPLE = { nom: 'demandes-exemple.xlsx', jour: '2026-01-31' } as const

/** The example that comes with the product, with the day of its official notes and its grid. */
export function sourceExemple(charger: () => Promise<ArrayBuffer>): SourceTables {
  return {
    ...EXEMPLE,
    grille: 'grille-exemple',
    poser: async (session) => session.ouvrir(new Uint8Array(await charger()), EXEMPLE.nom),
  }
}

/** The tables of the workbook that is being scored. */
export function suiviClasseur(): SourceSuivi {
  return { nom: 'Classeur ouvert', dOffice: true, poser: (suivi) => suivi.chercher() }
}

/** Tables in files of the user's: one workbook, or a file a landlord. */
export function suiviFichiers(fichiers: readonly File[]): SourceSuivi {
  return {
    nom: fichiers.map(({ name }) => name).join(', '),
    poser: async (suivi) =>
      suivi.ouvrir(
        await Promise.all(fichiers.map(async (f) => ({ nom: f.name, octets: new Uint8Array(await f.arrayBuffer()) }))),
      ),
  }
}

/** The allocations and stock of the example. */
export function suiviExemple(charger: () => Promise<ArrayBuffer>): SourceSuivi {
  return {
    ...EXEMPLE,
    poser: async (suivi) => suivi.ouvrir([{ nom: EXEMPLE.nom, octets: new Uint8Array(await charger()) }]),
  }
}
