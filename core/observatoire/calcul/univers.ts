import type { Donnees } from '../../demande/derives/derive.ts'
import type { Compte } from '../../objectifs/compte.ts'

/**
 * What is counted:
 * - `demandes`: active applications;
 * - `presentes`: applications put before an allocation commission in the period, whatever was decided;
 * - `decisions`: decisions of allocation of the period, as the law counts them;
 * - `baux`: leases signed in the period;
 * - `lots`: dwellings put before a commission in the period;
 * - `parc`: social dwellings.
 */
export type NomUnivers = 'demandes' | 'presentes' | 'decisions' | 'baux' | 'lots' | 'parc'

/** The rows of one table that are counted. */
export interface Part {
  readonly donnees: Donnees
  readonly lignes: Uint32Array
  /** Allocations ready for the legal counts. */
  readonly compte?: Compte
}

/** All that is counted of one kind. */
export interface Univers {
  readonly nom: NomUnivers
  readonly parts: readonly Part[]
}

/** The group of each counted row of each part, in the order of `lignes`; −1: none. */
export interface Groupement {
  readonly nombre: number
  readonly groupes: readonly Int32Array[]
}

/** Everything in one group. */
export function ensemble({ parts }: Univers): Groupement {
  return { nombre: 1, groupes: parts.map(({ lignes }) => new Int32Array(lignes.length)) }
}
