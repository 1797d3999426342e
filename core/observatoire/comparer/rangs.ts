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

/** A share, and the squares of what chance may add to it and take from it. */
interface Part {
  readonly valeur: number
  readonly sous: number
  readonly sur: number
}

/**
 * Whether a share is above another beyond what chance does: the interval of their difference, made of their two intervals
 * (Newcombe, Statistics in Medicine 17, 1998, method 10), does not reach zero. Squares are compared: all pairs are.
 */
function depasse(a: Part, b: Part): boolean {
  const ecart = a.valeur - b.valeur
  return ecart > 0 && ecart * ecart > a.sous + b.sur
}

function partDe(chiffre: Chiffre): Part | undefined {
  const bornes = bornesDe(chiffre)
  if (bornes === undefined) return undefined
  const valeur = chiffre.valeur ?? 0
  return { valeur, sous: (valeur - bornes.bas) ** 2, sur: (bornes.haut - valeur) ** 2 }
}

/** How many of some shares are above each, and below it, beyond chance. */
function comparer(parts: readonly Part[]): { readonly dessus: Uint32Array; readonly dessous: Uint32Array } {
  const [dessus, dessous] = [new Uint32Array(parts.length), new Uint32Array(parts.length)]
  for (let i = 0; i < parts.length; i++) {
    const a = parts[i]
    for (let j = 0; a !== undefined && j < parts.length; j++) {
      const b = parts[j]
      if (b === undefined || !depasse(a, b)) continue
      dessus[j] = (dessus[j] ?? 0) + 1
      dessous[i] = (dessous[i] ?? 0) + 1
    }
  }
  return { dessus, dessous }
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
  const parts = classes.map(({ chiffre }) => partDe(chiffre))
  const connues = parts.filter((part) => part !== undefined)
  if (connues.length < nombre || nombre < 2) return classes.map(() => undefined)
  const { dessus, dessous } = comparer(connues)
  const [avant, apres] = decroissant ? [dessus, dessous] : [dessous, dessus]
  let suivante = 0
  return parts.map((part) => {
    if (part === undefined) return undefined
    const i = suivante++
    return { meilleur: 1 + (avant[i] ?? 0), pire: nombre - (apres[i] ?? 0) }
  })
}
