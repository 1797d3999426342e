/** One band of a breakdown, and how many are in it. */
export interface EffectifTranche {
  readonly debut: number
  /** Where the next one begins; Infinity for the last. */
  readonly fin: number
  readonly nombre: number
}

/**
 * The median that published bands let one estimate, as if each band were evenly filled: the only way to a median of a larger
 * territory without the rows. Undefined when nothing is counted, or when it falls in a band without end.
 *
 * @example medianeDesTranches([{ debut: 0, fin: 12, nombre: 30 }, { debut: 12, fin: 24, nombre: 30 }]) //=> 12
 */
export function medianeDesTranches(tranches: readonly EffectifTranche[]): number | undefined {
  const total = tranches.reduce((somme, { nombre }) => somme + nombre, 0)
  if (total === 0) return undefined
  let avant = 0
  for (const { debut, fin, nombre } of tranches) {
    if (nombre > 0 && avant + nombre >= total / 2) {
      const rang = (total / 2 - avant) / nombre
      return Number.isFinite(fin) && Number.isFinite(debut) ? debut + (fin - debut) * rang : undefined
    }
    avant += nombre
  }
  return undefined
}
