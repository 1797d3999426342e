import type { FeuilleBrute, Lieux, lireLots } from '../../../core/index.ts'
import { cleTexte, formatCompte, francais, lireLots as lire, Refus } from '../../../core/index.ts'

const NOMS = ['logements', 'logement', 'lots']

/**
 * The dwellings of a workbook, when it has some.
 *
 * @param territoire SIREN within which communes are found by name
 * @param nommee only a sheet that says so: among the demandes, another table must not be taken for one
 */
export function logementsDe(
  feuilles: readonly FeuilleBrute[],
  lieux: Lieux,
  { territoire, nommee = false }: { readonly territoire?: string | undefined; readonly nommee?: boolean } = {},
): ReturnType<typeof lireLots> | undefined {
  const candidates = nommee ? feuilles.filter(({ nom }) => NOMS.includes(cleTexte(nom))) : feuilles
  if (candidates.length === 0) return undefined
  try {
    return lire(candidates, { lieux, territoire })
  } catch (erreur) {
    if (erreur instanceof Refus) return undefined
    throw erreur
  }
}

/** « logements.csv » : 18 logements lus ; 2 lignes n’ont pas été comprises. */
export function direLogements(nom: string, { nombre, anomalies }: ReturnType<typeof lireLots>): string {
  const perdues = new Set(anomalies.filter(({ gravite }) => gravite === 'bloquante').map(({ ligne }) => ligne)).size
  const suite =
    perdues === 0
      ? ''
      : `, ${formatCompte(perdues, 'ligne laissée de côté', 'lignes laissées de côté')} (commune ou type qui ne se lit pas)`
  return francais(`« ${nom} » : ${formatCompte(nombre, 'logement lu', 'logements lus')}${suite}.`)
}
