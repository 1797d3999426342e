import type { Classement } from '../table/classement.ts'
import type { Lieu } from '../table/table.ts'
import type { IntervalleRang } from './rangs.ts'

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

/**
 * The same share at both ends of the interval of a rank: from the least to the most of the others that may be below.
 *
 * @example positionsDe({ nombre: 55, decroissant: true }, { meilleur: 2, pire: 33 }) //=> [22 / 54, 53 / 54]
 */
export function positionsDe(
  { nombre, decroissant }: Pick<Classement, 'nombre' | 'decroissant'>,
  { meilleur, pire }: IntervalleRang,
): readonly [number, number] | undefined {
  if (nombre < 2) return undefined
  const dessous = (rang: number): number => (decroissant ? nombre - rang : rang - 1) / (nombre - 1)
  const [a, b] = [dessous(meilleur), dessous(pire)]
  return [Math.min(a, b), Math.max(a, b)]
}
