import { CATALOGUE } from '../indicateurs/index.ts'
import type { IndicateurCatalogue } from '../indicateurs/modele.ts'

/** What the example publishes, the question that it is made for first. */
const PUBLIES = [
  'q1_hors_qpv',
  'autres_quartiles_qpv',
  'attributions_prioritaires',
  'attributions',
  'demandes',
  'part_mutations',
  'part_delai_anormal',
  'anciennete_mediane',
]

/** The indicators of the example, as the catalogue defines them. */
export const INDICATEURS_EXEMPLE: readonly IndicateurCatalogue[] = PUBLIES.flatMap(
  (id) => CATALOGUE.find((indicateur) => indicateur.id === id) ?? [],
)
