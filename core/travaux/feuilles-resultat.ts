import type { Cotations } from '../cotation/coter.ts'
import { feuilleAnomalies } from '../cotation/feuilles/feuille-anomalies.ts'
import type { OptionsFeuille } from '../cotation/feuilles/feuille-cotation.ts'
import { feuilleCotation } from '../cotation/feuilles/feuille-cotation.ts'
import { feuilleEcarts } from '../cotation/feuilles/feuille-ecarts.ts'
import { provenance } from '../cotation/feuilles/provenance.ts'
import { enteteCotations } from '../cotation/resultat.ts'
import type { FeuilleEcrite } from '../socle/table.ts'

/**
 * The sheets that a scoring adds to a workbook: one `Cotation` a grid, `Anomalies`, and `Ecarts` when it has its use.
 *
 * @example
 * feuillesResultat(cotations, { source, lieux: territoires, champs: [] }).map(({ nom }) => nom)
 * //=> ['Cotation', 'Anomalies', 'Ecarts']
 */
export function feuillesResultat(cotations: Cotations, options: OptionsFeuille): readonly FeuilleEcrite[] {
  const [premiere] = cotations.cotations
  const origine = premiere === undefined ? [] : provenance(cotations, premiere, options.source)
  return [
    ...cotations.cotations.map((cotation) => feuilleCotation(cotations, cotation, options)),
    feuilleAnomalies(enteteCotations(cotations).anomalies, origine),
    ...feuilleEcarts(cotations, options.source),
  ]
}
