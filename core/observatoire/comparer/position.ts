import type { Classement } from '../table/classement.ts'
import type { Lieu } from '../table/table.ts'

/**
 * The share of the other territories of a ranking whose value is strictly lower, or undefined when the territory has no
 * value, or is alone.
 *
 * @example positionDe(classer(chiffresDe(table, groupe), 'plus'), lieu) //=> 0.3
 */
export function positionDe({ classes, nombre }: Classement, lieu: Lieu): number | undefined {
  const valeur = classes.find(({ chiffre }) => chiffre.lieu === lieu)?.chiffre.valeur ?? null
  if (valeur === null || nombre < 2) return undefined
  const dessous = classes.filter(({ chiffre }) => chiffre.valeur !== null && chiffre.valeur < valeur).length
  return dessous / (nombre - 1)
}
