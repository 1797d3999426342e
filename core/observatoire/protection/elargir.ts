import { type Etat, manque, reste, retenir, type Savoir, SAVOIRS } from './etat.ts'
import { chercher, type Trouvaille } from './recherche.ts'
import type { Portee } from './voisinage.ts'

/** From the cell's surroundings outwards: a wider search is slower, and seldom needed. */
export const ENTRE_MASQUEES: readonly Portee[] = [
  { masquees: 12, publiees: 0, zeros: false, denominateurs: false, profondeur: 3, cellules: 60 },
  { masquees: 30, publiees: 0, zeros: false, denominateurs: false, profondeur: 6, cellules: 140 },
]
/** A cell whose interval is too narrow for an attacker. */
export interface Besoin {
  readonly cellule: number
  readonly savoir: Savoir
}

type Essai = Trouvaille & { readonly complet: boolean }

interface Tentative {
  readonly essai: Essai | null
  readonly coupe: boolean
}

/** Looks one way, around the cell. */
export function tenter(etat: Etat, besoin: Besoin, sens: number, portee: Portee): Tentative {
  const { cellule: depart, savoir } = besoin
  const cible = reste(etat, depart, savoir, sens)
  if (cible === 0) return { essai: null, coupe: false }
  const { trouvaille, coupe } = chercher({ etat, savoir, depart, sens, cible }, portee)
  return { essai: trouvaille && { ...trouvaille, complet: trouvaille.atteint >= cible }, coupe }
}

/** Widens the interval with what is hidden already. True when it is wide enough. */
export function elargir(etat: Etat, besoin: Besoin, portees = ENTRE_MASQUEES): boolean {
  for (const portee of portees) {
    let utile = false
    for (const sens of [1, -1]) {
      if (manque(etat, besoin.cellule, besoin.savoir) <= 0) return true
      const { essai, coupe } = tenter(etat, besoin, sens, portee)
      if (essai) retenir(etat, essai.temoin)
      utile ||= coupe
    }
    if (!utile) break
  }
  return manque(etat, besoin.cellule, besoin.savoir) <= 0
}

/** Rests of rates that need no width of their own ask for nothing. */
export function besoins(etat: Etat, cellules: Iterable<number>): Besoin[] {
  return [...cellules].flatMap((cellule) =>
    SAVOIRS.filter((savoir) => manque(etat, cellule, savoir) > 0).map((savoir) => ({ cellule, savoir })),
  )
}
