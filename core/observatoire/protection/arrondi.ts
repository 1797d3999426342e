import type { Profil } from './profils.ts'

/** A count shown rounded, and what it lets one know. */
export interface Arrondi {
  readonly valeur: number
  readonly bas: number
  readonly haut: number
}

/**
 * A count that moved little since the previous file, rounded by the profile: what it may then be is between its rounding and
 * the former count. Undefined when the profile rounds nothing, or when rounding would say too much: it is then withheld.
 *
 * @param avant what the previous file published
 * @example arrondir(104, 100, MENAGES_11_ARRONDI) //=> { valeur: 100, bas: 90, haut: 109 }
 * @example arrondir(109, 111, MENAGES_11_ARRONDI) //=> undefined
 */
export function arrondir(n: number, avant: number, profil: Profil): Arrondi | undefined {
  const { arrondi = 0, difference, largeur, seuil } = profil
  if (arrondi <= 0) return undefined
  const valeur = Math.round(n / arrondi) * arrondi
  const bas = Math.max(seuil, avant - difference, valeur - Math.floor(arrondi / 2))
  const haut = Math.min(avant + difference, valeur + Math.ceil(arrondi / 2) - 1)
  return haut - bas < largeur - 1 ? undefined : { valeur, bas, haut }
}
