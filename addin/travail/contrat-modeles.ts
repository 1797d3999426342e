import type { ColonneEcrite, ValeurEcrite } from '../../core/index.ts'

/** A sheet to fill: headers, the values that each column proposes, rows when it has some. */
export interface ModeleFeuille {
  readonly nom: string
  readonly colonnes: readonly (ColonneEcrite & { readonly proposees: readonly string[] })[]
  readonly lignes: readonly (readonly ValeurEcrite[])[]
}
