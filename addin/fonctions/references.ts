import type { Lieux, TableSeuils } from '../../core/index.ts'
import { creerTerritoires, DONNEES_EPCI, SEUILS_QUARTILES } from '../../core/index.ts'

/** What functions know beside their arguments: thresholds, names of EPCI. */
export interface References {
  readonly seuils: TableSeuils
  readonly lieux: Lieux
}

export const REFERENCES: References = {
  seuils: SEUILS_QUARTILES,
  // Without the list of communes, which is too heavy: a commune is then given by its code.
  lieux: /* @__PURE__ */ creerTerritoires(DONNEES_EPCI),
}
