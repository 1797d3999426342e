import { transfer } from 'comlink'
import type { SourceTables } from '../ports/source.ts'

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

/** The example that comes with the product, with the day of its official notes and its grid. */
export function sourceExemple(charger: () => Promise<ArrayBuffer>): SourceTables {
  return {
    nom: 'demandes-exemple.xlsx',
    jour: '2026-01-31',
    grille: 'grille-exemple',
    poser: async (session) => session.ouvrir(new Uint8Array(await charger()), 'demandes-exemple.xlsx'),
  }
}
