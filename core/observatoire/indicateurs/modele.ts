import type { Mesurage } from '../calcul/mesurage.ts'
import type { Indicateur } from '../jeu/jeu.ts'

/** An indicator of the catalogue: nothing of it is left out. */
export interface IndicateurCatalogue extends Indicateur {
  readonly numerateur: string
  /** Null for a number that is not divided. */
  readonly denominateur: string | null
  readonly base_legale: string
  readonly source: string
  readonly pieges: readonly string[]
  readonly question: string
}

/** What a territory is divided into. */
export type Echelle = 'communes' | 'quartiers'

/** An indicator that we compute. One row of its theme's file. */
export interface IndicateurCalcule {
  readonly indicateur: IndicateurCatalogue
  readonly mesurage: Mesurage
  /** Parts of the territory for which it is given too. */
  readonly local: readonly Echelle[]
}
