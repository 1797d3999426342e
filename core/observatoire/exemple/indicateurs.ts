import { CATALOGUE } from '../indicateurs/index.ts'
import type { IndicateurCatalogue } from '../indicateurs/modele.ts'

const PUBLIES = [
  'q1_hors_qpv',
  'autres_quartiles_qpv',
  'prioritaires',
  'attributions',
  'demandes',
  'part_mutations',
  'part_delai_anormal',
  'anciennete_mediane',
]

/** The indicators of the example, as the catalogue describes them. */
export const INDICATEURS_EXEMPLE: readonly IndicateurCatalogue[] = PUBLIES.flatMap((id) =>
  CATALOGUE.filter((indicateur) => indicateur.id === id),
)
