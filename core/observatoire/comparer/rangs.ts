import { wilson } from '../../objectifs/wilson.ts'
import type { Chiffre } from '../table/chiffre.ts'
import type { Classement } from '../table/classement.ts'

/** What chance alone may do of a figure: nothing when it is not a share of counts. */
export interface Bornes {
  readonly bas: number
  readonly haut: number
}

/** Between which ranks a territory stands. */
export interface IntervalleRang {
  readonly meilleur: number
  readonly pire: number
}

/**
 * The interval of a share at 95 % (Wilson), or undefined for what is not a share of counts.
 *
 * @example bornesDe({ numerateur: 10, denominateur: 60, valeur: 1 / 6 })?.bas //=> 0.0931…
 */
export function bornesDe({
  numerateur,
  denominateur,
  valeur,
}: Pick<Chiffre, 'numerateur' | 'denominateur' | 'valeur'>): Bornes | undefined {
  if (valeur === null || numerateur === null || denominateur === null || numerateur > denominateur) return undefined
  return wilson(numerateur, denominateur) ?? undefined
}

interface Part extends Bornes {
  readonly valeur: number
}

/**
 * Whether a share is above another beyond what chance does: the interval of their difference, made of their two intervals
 * (Newcombe, Statistics in Medicine 17, 1998, method 10), does not reach zero.
 */
function depasse(a: Part, b: Part): boolean {
  return a.valeur - b.valeur > Math.hypot(a.valeur - a.bas, b.haut - b.valeur)
}

/**
 * Between which ranks each territory of a ranking may stand, in the order of the ranking: one that differs from it beyond
 * chance (two by two, at 95 %) comes before or after it for sure, the others may come on either side. Undefined where the
 * figure has no interval, and for all when a figure that is ranked has none.
 *
 * @example intervallesDeRang(classer(chiffres, 'plus'))[0] //=> { meilleur: 1, pire: 3 }
 */
export function intervallesDeRang({
  classes,
  nombre,
  decroissant,
}: Classement): readonly (IntervalleRang | undefined)[] {
  const parts = classes.map(({ chiffre }): Part | undefined => {
    const bornes = bornesDe(chiffre)
    return bornes && { ...bornes, valeur: chiffre.valeur ?? 0 }
  })
  const connues = parts.filter((part) => part !== undefined)
  if (connues.length < nombre || nombre < 2) return classes.map(() => undefined)
  return parts.map((part) => {
    if (part === undefined) return undefined
    const dessus = connues.filter((autre) => depasse(autre, part)).length
    const dessous = connues.filter((autre) => depasse(part, autre)).length
    const [avant, apres] = decroissant ? [dessus, dessous] : [dessous, dessus]
    return { meilleur: 1 + avant, pire: nombre - apres }
  })
}
