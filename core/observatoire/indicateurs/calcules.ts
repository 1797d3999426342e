import { INDICATEURS_ATTRIBUTIONS } from './attributions.ts'
import { INDICATEURS_DEMANDE } from './demande.ts'
import type { IndicateurCalcule } from './modele.ts'
import { INDICATEURS_OBJECTIFS } from './objectifs.ts'
import { INDICATEURS_OFFRE } from './offre.ts'
import { INDICATEURS_PARCOURS } from './parcours.ts'

/** Every indicator that can be computed from the tables of a territory. */
export const INDICATEURS_CALCULES: readonly IndicateurCalcule[] = [
  ...INDICATEURS_DEMANDE,
  ...INDICATEURS_OBJECTIFS,
  ...INDICATEURS_ATTRIBUTIONS,
  ...INDICATEURS_PARCOURS,
  ...INDICATEURS_OFFRE,
]
