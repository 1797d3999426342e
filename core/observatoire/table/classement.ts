import { comparerCodes } from '../../socle/texte.ts'
import type { Sens } from '../jeu/jeu.ts'
import type { Chiffre } from './chiffre.ts'

/** A figure and its place. */
export interface Classe {
  readonly chiffre: Chiffre
  /** Competition rank (1, 2, 2, 4); undefined for a figure without value, which comes last. */
  readonly rang: number | undefined
}

export interface Classement {
  readonly classes: readonly Classe[]
  /** Figures with a value: « 12e sur 91 ». */
  readonly nombre: number
  /** Half of the figures are at or above it; undefined when there is none. */
  readonly mediane: number | undefined
  /** Whether the first is the greatest. */
  readonly decroissant: boolean
}

/**
 * The middle of numbers; the mean of the two middle ones when they are even in number.
 *
 * @example mediane([3, 1, 2, 10]) //=> 2.5
 */
export function mediane(valeurs: ArrayLike<number>): number | undefined {
  const triees = Float64Array.from(valeurs).sort()
  const milieu = triees.length / 2
  const [avant, apres] = [triees[Math.ceil(milieu) - 1], triees[Math.floor(milieu)]]
  return avant === undefined || apres === undefined ? undefined : (avant + apres) / 2
}

/**
 * Ranks figures: the greatest first, unless less is better. Equal values share a rank and stand by name.
 *
 * @example classer(chiffresDe(table, groupe), 'plus').classes[0]?.chiffre.lieu.nom //=> 'CC du Sud Corse'
 */
export function classer(chiffres: readonly Chiffre[], sens: Sens): Classement {
  const decroissant = sens !== 'moins'
  const signe = decroissant ? -1 : 1
  const parValeur = (a: Chiffre, b: Chiffre): number => {
    if (a.valeur === null || b.valeur === null) return Number(a.valeur === null) - Number(b.valeur === null)
    return signe * (a.valeur - b.valeur)
  }
  const tries = chiffres.toSorted((a, b) => parValeur(a, b) || comparerCodes(a.lieu.nom, b.lieu.nom))
  const valeurs = tries.flatMap(({ valeur }) => (valeur === null ? [] : [valeur]))
  let rang = 0
  return {
    classes: tries.map((chiffre, i) => {
      if (chiffre.valeur === null) return { chiffre, rang: undefined }
      if (i === 0 || chiffre.valeur !== tries[i - 1]?.valeur) rang = i + 1
      return { chiffre, rang }
    }),
    nombre: valeurs.length,
    mediane: mediane(valeurs),
    decroissant,
  }
}
