import type { FeuilleBrute, Lieux, lireLots } from '../../../core/index.ts'
import { cleTexte, lireLots as lire, Refus } from '../../../core/index.ts'

const NOMS = ['logements', 'logement', 'lots']

/**
 * The dwellings of a workbook, when it has some.
 *
 * @param nommee only a sheet that says so: among the demandes, another table must not be taken for one
 */
export function logementsDe(
  feuilles: readonly FeuilleBrute[],
  lieux: Lieux,
  nommee = false,
): ReturnType<typeof lireLots> | undefined {
  const candidates = nommee ? feuilles.filter(({ nom }) => NOMS.includes(cleTexte(nom))) : feuilles
  if (candidates.length === 0) return undefined
  try {
    return lire(candidates, { lieux })
  } catch (erreur) {
    if (erreur instanceof Refus) return undefined
    throw erreur
  }
}
