import type { Diffusion, Indicateur, Secret, Source, TypeTerritoire } from '../jeu/jeu.ts'

/** A territory as all the datasets together know it. */
export interface Lieu {
  readonly code: string
  readonly type: TypeTerritoire
  readonly nom: string
  readonly departements: readonly string[]
  /** Usually one; sources may attach a territory that spans several to another than its own. */
  readonly regions: readonly string[]
}

/** Which dataset a figure comes from. */
export interface Provenance {
  readonly titre: string
  readonly producteur: string
  /** ISO day. */
  readonly fait_le: string
  readonly profil_secret: string | undefined
  readonly version_moteur: string | undefined
}

/** The order of the numbers in the column `secrets`; 0 is a figure that is not withheld. */
export const SECRETS: readonly (Secret | null)[] = [null, 'primaire', 'secondaire', 'dominance', 'difference']

/** What the figures of a group share: together they make one map, one ranking. */
export interface CleGroupe {
  readonly indicateur: string
  readonly periode: string
  readonly dimension: string | null
  readonly modalite: string | null
  readonly diffusion: Diffusion | null
}

/** The figures of one group: rows `debut` to `fin − 1` of the columns. */
export interface Groupe extends CleGroupe {
  readonly debut: number
  readonly fin: number
}

/**
 * Datasets as dictionary-encoded columns, rows in the order of their groups: what is shown is always a few groups, each a
 * range of rows. NaN stands for null.
 */
export interface Table {
  readonly nombre: number
  readonly lieux: readonly Lieu[]
  readonly indicateurs: readonly Indicateur[]
  readonly sources: readonly (Source | null)[]
  readonly provenances: readonly Provenance[]
  /** By indicator as loaded, period, dimension, modality. */
  readonly groupes: readonly Groupe[]
  readonly lieu: Uint32Array
  readonly numerateur: Float64Array
  readonly denominateur: Float64Array
  readonly valeur: Float64Array
  /** Number in `SECRETS`. */
  readonly secret: Uint8Array
  readonly source: Uint32Array
  readonly provenance: Uint16Array
  /** Figures given by several datasets: the one kept is of the latest day. */
  readonly remplaces: number
}
