import type { TableSeuils } from '../../baremes/index.ts'
import type { Colonne, ColonneMultiple, ColonneSimple } from '../../lecture/colonne.ts'
import { CONNU, INUTILISABLE } from '../../lecture/colonne.ts'
import type { Jour } from '../../socle/jour.ts'

/** Whether income equal to a threshold belongs to the quartile below (`incluse`) or above (`stricte`, the law's « inférieur »). */
export type BorneQuartile = 'stricte' | 'incluse'

/** What derived fields depend on beside the row. */
export interface ContexteCalcul {
  readonly jour: Jour
  readonly seuils: TableSeuils
  /** SIREN of the EPCI for rows that give none. */
  readonly territoire: string | undefined
  readonly borne: BorneQuartile
}

/** Columns of base and derived fields alike, each computed once. */
export interface Donnees {
  readonly nombre: number
  readonly contexte: ContexteCalcul
  colonne(code: string): Colonne
  simple(code: string): ColonneSimple
  multiple(code: string): ColonneMultiple
}

/** A field computed from others, usable wherever a field is. */
export interface ChampDerive {
  readonly code: string
  readonly libelle: string
  readonly type: 'entier' | 'nombre' | 'booleen'
  readonly unite: string
  /** Base fields without which it cannot be known. */
  readonly besoins: readonly string[]
  readonly baseLegale?: string
  calculer(donnees: Donnees): ColonneSimple
  /** Base fields to fill or correct so that row `i`, for which the field is unknown, gets a value. */
  manque(donnees: Donnees, i: number): readonly string[]
}

/**
 * The column of values computed row by row; NaN is unknown.
 *
 * Each field has its own loop: one loop for all, calling each field's formula, would be several times slower.
 */
export function derivee(valeurs: Float64Array): ColonneSimple {
  const etats = new Uint8Array(valeurs.length)
  for (let i = 0; i < valeurs.length; i++) {
    if (!Number.isNaN(valeurs[i])) continue
    etats[i] = INUTILISABLE
    valeurs[i] = 0
  }
  return { genre: 'simple', etats, valeurs, dictionnaire: [] }
}

/** Reads a single-valued column: NaN where it is not known. */
export function lecture(colonne: ColonneSimple): (i: number) => number {
  const { etats, valeurs } = colonne
  return (i) => (etats[i] === CONNU ? (valeurs[i] ?? NaN) : NaN)
}

/** The fields among these that are not known at row `i`. */
export function inconnusParmi(codes: readonly string[], donnees: Donnees, i: number): string[] {
  return codes.filter((code) => donnees.colonne(code).etats[i] !== CONNU)
}

/** The fields among these where something unreadable stands, so that their fallback does not apply. */
export function inutilisablesParmi(codes: readonly string[], donnees: Donnees, i: number): string[] {
  return codes.filter((code) => donnees.colonne(code).etats[i] === INUTILISABLE)
}
