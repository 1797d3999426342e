import type { Lots, Recherches } from '../mesures/recherches.ts'
import { HORS_DICTIONNAIRE } from '../mesures/recherches.ts'

const CODES = 0x10000

/**
 * One dwelling for each distinct pair of a commune and a type that a demande names: where no dwelling is given, the lists
 * that a commission could have to read. When nobody names a pair, one dwelling that only those who seek everything seek.
 *
 * @example pairesRecherchees(recherchesDe(demandes, banc.demandes)).communes.length //=> 131
 */
export function pairesRecherchees({ communes, types }: Recherches): Lots {
  const paires = new Set<number>()
  for (let i = 0; i + 1 < communes.debuts.length; i++) {
    for (let c = communes.debuts[i] ?? 0; c < (communes.debuts[i + 1] ?? 0); c++) {
      for (let t = types.debuts[i] ?? 0; t < (types.debuts[i + 1] ?? 0); t++) {
        paires.add((communes.valeurs[c] ?? 0) * CODES + (types.valeurs[t] ?? 0))
      }
    }
  }
  const triees = paires.size === 0 ? [HORS_DICTIONNAIRE * CODES + HORS_DICTIONNAIRE] : [...paires].sort((a, b) => a - b)
  return {
    communes: Uint16Array.from(triees, (paire) => Math.floor(paire / CODES)),
    types: Uint16Array.from(triees, (paire) => paire % CODES),
  }
}
