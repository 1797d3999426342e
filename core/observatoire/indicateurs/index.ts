import { INDICATEURS_BILAN } from './bilan.ts'
import { INDICATEURS_DEMANDE } from './demande.ts'
import type { IndicateurCatalogue } from './modele.ts'
import { INDICATEURS_SEUILS } from './seuils.ts'

/** Every indicator that the product knows, computed or taken from a source. */
export const CATALOGUE: readonly IndicateurCatalogue[] = [
  ...INDICATEURS_DEMANDE.map(({ indicateur }) => indicateur),
  ...INDICATEURS_BILAN,
  ...INDICATEURS_SEUILS,
]
