import type { Cotation } from '../../cotation/coter.ts'
import type { Comparaisons } from '../comparer/comparer.ts'
import type { MesuresPaire } from '../comparer/paire.ts'

/** The grid in force beside one scenario, and what was measured of them. */
export interface ScenarioCompare {
  readonly a: Cotation
  readonly b: Cotation
  readonly paire: MesuresPaire
}

/** The pairs of a comparison with their scorings. */
export function scenariosCompares({ cotations, paires }: Comparaisons): readonly ScenarioCompare[] {
  const [a, ...autres] = cotations
  return autres.flatMap((b, rang) => {
    const paire = paires[rang]
    return a === undefined || paire === undefined ? [] : [{ a, b, paire }]
  })
}

/** @example nomGrille(comparaisons.cotations[1]!) //=> 'DALO à 40 (dalo-a-40)' */
export function nomGrille({ grilleLue: { grille } }: Cotation): string {
  return `${grille.nom} (${grille.id})`
}

export const NOMS_PUBLICS: Readonly<Record<string, string>> = {
  dalo: 'Reconnus DALO',
  prioritaire: 'Publics prioritaires (DALO ou L. 441-1)',
  quartile1: 'Ménages du 1er quartile',
  mutation: 'Mutations',
  parent_isole: 'Parents isolés',
}
