import { lireFichierGrille } from '../lire-fichier-grille.ts'
import type { ScenarioEcrit } from './contrat-essai.ts'
import { ecrireScenario, lireScenario } from './scenario.ts'

export interface Fichier {
  readonly nom: string
  readonly octets: Uint8Array
}

function membre(brute: unknown, nom: string): unknown {
  return typeof brute === 'object' && brute !== null ? (brute as Readonly<Record<string, unknown>>)[nom] : undefined
}

/**
 * Reads scenarios from grid files. A grid that is the core of another one of them is not a scenario.
 *
 * @param connues grids at hand that may be their core
 * @throws Refus when a file is not a grid
 */
export async function lireFichiers(
  fichiers: readonly Fichier[],
  connues: readonly unknown[],
): Promise<readonly ScenarioEcrit[]> {
  const brutes = await Promise.all(fichiers.map(({ nom, octets }) => lireFichierGrille(nom, octets)))
  const socles = brutes.map((brute) => membre(brute, 'socle'))
  return brutes
    .filter((brute) => !socles.includes(membre(brute, 'id')))
    .map((brute) => ecrireScenario(lireScenario([...connues, ...brutes.filter((autre) => autre !== brute), brute])))
}
