import { INDICATEURS_BILAN } from './bilan.ts'
import { INDICATEURS_CALCULES } from './calcules.ts'
import type { IndicateurCatalogue } from './modele.ts'
import { INDICATEURS_PARTENARIATS } from './partenariats.ts'
import { INDICATEURS_REFORME } from './reforme.ts'
import { INDICATEURS_REPERES } from './reperes.ts'
import { INDICATEURS_SEUILS } from './seuils.ts'
import { INDICATEUR_VIGILANCE } from './vigilance.ts'

/** Every indicator that the product knows, computed or taken from a source. */
export const CATALOGUE: readonly IndicateurCatalogue[] = [
  ...INDICATEURS_CALCULES.map(({ indicateur }) => indicateur),
  INDICATEUR_VIGILANCE,
  ...INDICATEURS_BILAN,
  ...INDICATEURS_SEUILS,
  ...INDICATEURS_REFORME,
  ...INDICATEURS_REPERES,
  ...INDICATEURS_PARTENARIATS,
]
