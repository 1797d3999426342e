import type { Condition } from '../../cotation/grille/grille.ts'
import type { Fraction } from '../../socle/fraction.ts'
import type { EtatVerification, Reference } from '../../socle/parametre.ts'
import type { NomAssiette } from '../assiettes.ts'
import type { CodeIndicateur } from '../indicateurs.ts'

/** What is expected: at least a share, or a number of households over some years; null is only observed. */
export type Attendu =
  | { readonly genre: 'taux'; readonly taux: Fraction }
  | {
      readonly genre: 'menages'
      readonly menages: number
      readonly annees: number
      readonly depuis: number | undefined
    }
  | null

/** What a local target can be followed by, beside the whole. */
export type AxeCible = 'epci' | 'commune' | 'bailleur' | 'reservataire'

/** A target that a territory set for itself, written with the condition language of the grids. */
export interface CibleLocale {
  readonly code: string
  readonly libelle: string
  readonly definition: string
  readonly assiette: NomAssiette
  /** What belongs to the denominator; without it, the whole base. */
  readonly denominateur: Condition | undefined
  readonly numerateur: Condition
  readonly attendu: Attendu
  readonly par: AxeCible | undefined
  /** Numbers of households by name of the axis, where each has its own. */
  readonly repartition: Readonly<Record<string, number>>
  /** The legal indicator that it restates: its share may not go below without a warning. */
  readonly plancher: CodeIndicateur | undefined
  readonly reference: Reference
  readonly etat: EtatVerification
}
