import { lotsChanges } from '../mesures/lots-changes.ts'
import { pairesLots } from '../mesures/recherches.ts'
import { pairesRecherchees } from '../lots/paires-recherchees.ts'
import { recherchesDe } from '../lots/souhaits.ts'
import type { Comparaisons } from './comparer.ts'

/**
 * The same comparisons with lists of three where no dwelling was given: one list for each pair of a commune and a type
 * that the demandes of a pair of grids seek. Those that have dwellings stay as they are.
 *
 * @example avecListesRecherchees(comparaisons).paires[0]?.lots?.changes //=> 20
 */
export function avecListesRecherchees(comparaisons: Comparaisons): Comparaisons {
  const { paires, demandes } = comparaisons
  return {
    ...comparaisons,
    paires: paires.map((paire) => {
      if (paire.lots !== undefined) return paire
      const recherches = recherchesDe(demandes, paire.population)
      const lots = pairesLots(pairesRecherchees(recherches))
      return { ...paire, lots: lotsChanges(paire.ordreA, paire.ordreB, recherches, lots) }
    }),
  }
}
