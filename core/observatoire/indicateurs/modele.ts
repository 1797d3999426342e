import type { Calcul } from '../calcul/mesurer.ts'
import type { Indicateur } from '../jeu/jeu.ts'

/** An indicator of the catalogue: nothing of it is left out. */
export interface IndicateurCatalogue extends Indicateur {
  readonly base_legale: string
  readonly source: string
  readonly pieges: readonly string[]
  readonly question: string
}

/** An indicator that we compute from demandes. One row of `demande.ts`, or one file with its row in `index.ts`. */
export interface IndicateurCalcule {
  readonly indicateur: IndicateurCatalogue
  readonly calculer: Calcul
}
