/** Classes of a map: `[bornes[i], bornes[i + 1]]`, the upper bound in the class below it except for the last. */
export interface Classes {
  readonly bornes: readonly number[]
  /** Class of each value, from 1; null for none. */
  readonly rangs: readonly (number | null)[]
}

/**
 * Cuts values in classes of about equal numbers. Equal values are in one class; few distinct values make fewer classes.
 *
 * @example decouper([1, 2, 3, 4], 2).rangs //=> [1, 1, 2, 2]
 */
export function decouper(valeurs: readonly (number | null)[], nombre = 5): Classes {
  const triees = Float64Array.from(valeurs.filter((valeur) => valeur !== null)).sort()
  const [premiere, derniere] = [triees[0], triees.at(-1)]
  if (premiere === undefined || derniere === undefined) return { bornes: [], rangs: valeurs.map(() => null) }
  const coupes = Array.from({ length: nombre - 1 }, (_, i) => triees[Math.ceil(((i + 1) * triees.length) / nombre) - 1])
  const internes = [...new Set(coupes)].filter((coupe) => coupe !== undefined && coupe < derniere)
  const hauts = [...internes, derniere].filter((haut) => haut !== undefined)
  const rangs = valeurs.map((valeur) => (valeur === null ? null : hauts.findIndex((haut) => valeur <= haut) + 1))
  return { bornes: [premiere, ...hauts], rangs }
}
