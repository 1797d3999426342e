import { bornesSecondaires, type Etat, type Savoir, valeur } from './etat.ts'

/** What a search wants: a cell moved by up to `cible`, upwards (1) or downwards (−1), in the eyes of one attacker. */
export interface Demande {
  readonly etat: Etat
  readonly savoir: Savoir
  readonly depart: number
  readonly sens: number
  readonly cible: number
}

/** How far a cell can go in a direction: a published one as if it were withheld. */
export function marge(etat: Etat, savoir: Savoir, cellule: number, sens: number): number {
  const { bas, haut } = etat.vues[savoir]
  const x = valeur(etat, cellule)
  if (etat.masque[cellule] === 0) {
    const bornes = bornesSecondaires(etat, x === 0)
    return Math.max(0, sens > 0 ? bornes.haut - x : x - (savoir === 'zeros' ? bornes.basZeros : bornes.bas))
  }
  return Math.max(0, sens > 0 ? (haut[cellule] ?? 0) - x : x - (bas[cellule] ?? 0))
}
