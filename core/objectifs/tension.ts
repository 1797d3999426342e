/** Two measures of pressure that are often confused; each says what it divides. */
export interface Tension {
  /** Applications in stock on the last day per allocation of the year (definition of the Hlm unions); null without allocation. */
  readonly demandesParAttribution: number | null
  /** Allocations of the year per application active at least one day of it (definition of the national agency); null without application. */
  readonly partSatisfaite: number | null
}

/**
 * The pressure of demand, by both definitions. Counts, not ratios, come in.
 *
 * @param stock applications active on the last day of the year
 * @param attributions allocations of the year
 * @param activesUnJour applications active at least one day of the year, where known
 * @example tension(116228, 11357).demandesParAttribution //=> 10.234…
 */
export function tension(stock: number, attributions: number, activesUnJour?: number): Tension {
  return {
    demandesParAttribution: attributions === 0 ? null : stock / attributions,
    partSatisfaite: activesUnJour === undefined || activesUnJour === 0 ? null : attributions / activesUnJour,
  }
}
