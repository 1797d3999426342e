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

/** Shares, and the squares of what chance may take from each and add to it: all pairs are compared. */
interface Parts {
  readonly valeurs: Float64Array
  readonly sous: Float64Array
  readonly sur: Float64Array
}

function partsDe(chiffres: readonly { readonly valeur: number; readonly bornes: Bornes }[]): Parts {
  return {
    valeurs: Float64Array.from(chiffres, ({ valeur }) => valeur),
    sous: Float64Array.from(chiffres, ({ valeur, bornes }) => (valeur - bornes.bas) ** 2),
    sur: Float64Array.from(chiffres, ({ valeur, bornes }) => (bornes.haut - valeur) ** 2),
  }
}

/**
 * How many of some shares are above each, and below it, beyond what chance does: the interval of their difference, made
 * of their two intervals (Newcombe, Statistics in Medicine 17, 1998, method 10), does not reach zero.
 */
function comparer({ valeurs, sous, sur }: Parts): { readonly dessus: Uint32Array; readonly dessous: Uint32Array } {
  const nombre = valeurs.length
  const [dessus, dessous] = [new Uint32Array(nombre), new Uint32Array(nombre)]
  for (let i = 0; i < nombre; i++) {
    for (let j = 0; j < i; j++) {
      const ecart = (valeurs[i] ?? 0) - (valeurs[j] ?? 0)
      const [haut, bas] = ecart > 0 ? [i, j] : [j, i]
      if (ecart * ecart <= (sous[haut] ?? 0) + (sur[bas] ?? 0)) continue
      dessus[bas] = (dessus[bas] ?? 0) + 1
      dessous[haut] = (dessous[haut] ?? 0) + 1
    }
  }
  return { dessus, dessous }
}

/**
 * Between which ranks each territory of a ranking may stand, in the order of the ranking: one that differs from it beyond
 * chance (two by two, at 95 %) comes before or after it for sure, the others may come on either side. Undefined where the
 * figure has no interval, and for all when a figure that is ranked has none.
 *
 * @example intervallesDeRang(classer(chiffresDe(table, groupe), 'plus'))[0] //=> { meilleur: 1, pire: 8 }
 */
export function intervallesDeRang({
  classes,
  nombre,
  decroissant,
}: Classement): readonly (IntervalleRang | undefined)[] {
  const parts = classes.map(({ chiffre }) => {
    const bornes = bornesDe(chiffre)
    return bornes && { bornes, valeur: chiffre.valeur ?? 0 }
  })
  const connues = parts.filter((part) => part !== undefined)
  if (connues.length < nombre || nombre < 2) return classes.map(() => undefined)
  const { dessus, dessous } = comparer(partsDe(connues))
  const [avant, apres] = decroissant ? [dessus, dessous] : [dessous, dessus]
  let suivante = 0
  return parts.map((part) => {
    if (part === undefined) return undefined
    const i = suivante++
    return { meilleur: 1 + (avant[i] ?? 0), pire: nombre - (apres[i] ?? 0) }
  })
}

/**
 * The same for one place of a ranking, without the others.
 *
 * @example intervalleDuRang(classer(chiffresDe(table, groupe), 'plus'), 0) //=> { meilleur: 1, pire: 8 }
 */
export function intervalleDuRang({ classes, nombre, decroissant }: Classement, i: number): IntervalleRang | undefined {
  const bornes = classes.map(({ chiffre }) => bornesDe(chiffre))
  const sienne = bornes[i]
  const connues = classes.flatMap(({ chiffre }, j) => {
    const b = bornes[j]
    return b === undefined ? [] : [{ bornes: b, valeur: chiffre.valeur ?? 0 }]
  })
  if (sienne === undefined || connues.length < nombre || nombre < 2) return undefined
  const valeur = classes[i]?.chiffre.valeur ?? 0
  let [dessus, dessous] = [0, 0]
  for (const autre of connues) {
    const ecart = autre.valeur - valeur
    const hasard =
      ecart > 0
        ? (autre.valeur - autre.bornes.bas) ** 2 + (sienne.haut - valeur) ** 2
        : (valeur - sienne.bas) ** 2 + (autre.bornes.haut - autre.valeur) ** 2
    if (ecart * ecart <= hasard) continue
    if (ecart > 0) dessus++
    else dessous++
  }
  const [avant, apres] = decroissant ? [dessus, dessous] : [dessous, dessus]
  return { meilleur: 1 + avant, pire: nombre - apres }
}
