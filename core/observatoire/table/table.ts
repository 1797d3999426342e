import type { CleGroupe } from '../jeu/groupes.ts'
import type { Indicateur, Secret, Source, Territoire, TypeTerritoire } from '../jeu/jeu.ts'
import type { Colonnes } from './colonnes.ts'

export type { CleGroupe } from '../jeu/groupes.ts'

/** A territory as all the datasets together know it. */
export interface Lieu {
  readonly code: string
  readonly type: TypeTerritoire
  readonly nom: string
  readonly departements: readonly string[]
  /** Usually one; sources may attach a territory that spans several to another than its own. */
  readonly regions: readonly string[]
}

/** Type and code: a région and a département may bear the same number. */
export function cleLieu({ type, code }: Pick<Territoire, 'type' | 'code'>): string {
  return `${type}:${code}`
}

/** Which dataset a figure comes from. */
export interface Provenance {
  readonly titre: string
  readonly producteur: string
  /** ISO day. */
  readonly fait_le: string
  readonly profil_secret: string | undefined
  readonly version_moteur: string | undefined
  /** Hash of the dataset, when it bears one. */
  readonly empreinte: string | undefined
}

/** The order of the numbers in the column `secrets`; 0 is a figure that is not withheld. */
export const SECRETS: readonly (Secret | null)[] = [null, 'primaire', 'secondaire', 'dominance', 'difference']

/** The figures of one group: rows `debut` to `fin − 1` of the columns. */
export interface Groupe extends CleGroupe {
  readonly debut: number
  readonly fin: number
}

/**
 * Datasets as dictionary-encoded columns, rows in the order of their groups: what is shown is always a few groups, each a
 * range of rows. NaN stands for null.
 */
export interface Table extends Colonnes {
  /** Figures in the groups. The columns may be longer: a figure replaced stays where it was. */
  readonly nombre: number
  readonly lieux: readonly Lieu[]
  /** Place of each territory in `lieux`, by `cleLieu`. */
  readonly rangsLieux: ReadonlyMap<string, number>
  readonly indicateurs: readonly Indicateur[]
  readonly sources: readonly (Source | null)[]
  readonly provenances: readonly Provenance[]
  /** By indicator as loaded, period, dimension, modality. */
  readonly groupes: readonly Groupe[]
  /** Figures given by several datasets: the one kept is of the latest day. */
  readonly remplaces: number
}
