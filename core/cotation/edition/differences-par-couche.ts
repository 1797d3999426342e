import type { Critere, Grille } from '../grille/grille.ts'
import { differences } from './differences.ts'

/** What changes from one local grid to another, what touches the regional core apart from the rest. */
export interface DifferencesParCouche {
  /** Criteria and families that come from the core. */
  readonly socle: readonly string[]
  /** Those of the territory, and what is said of the grid as a whole. */
  readonly locale: readonly string[]
}

interface Entree {
  readonly code: string
}

/** The entries of the core as they are after, the others as they were before. */
function melanger<T extends Entree>(avant: readonly T[], apres: readonly T[], duSocle: (code: string) => boolean): T[] {
  const gardees = apres.flatMap((entree) => {
    if (duSocle(entree.code)) return [entree]
    const ancienne = avant.find(({ code }) => code === entree.code)
    return ancienne === undefined ? [] : [ancienne]
  })
  const retirees = avant.filter(({ code }) => !duSocle(code) && !gardees.some((entree) => entree.code === code))
  return [...gardees, ...retirees]
}

/**
 * The differences of two grids over one core, told apart.
 *
 * @example
 * differencesParCouche(grille.grille, autre.grille, grille.grille).socle
 * //=> ['Reconnu prioritaire au titre du DALO : 50 → 40']
 */
export function differencesParCouche(a: Grille, b: Grille, socle: Grille): DifferencesParCouche {
  const criteres = new Set(socle.criteres.map(({ code }) => code))
  const familles = new Set((socle.familles ?? []).map(({ code }) => code))
  const milieu: Grille = {
    ...a,
    criteres: melanger<Critere>(a.criteres, b.criteres, (code) => criteres.has(code)),
    familles: melanger(a.familles ?? [], b.familles ?? [], (code) => familles.has(code)),
  }
  return { socle: differences(a, milieu), locale: differences(milieu, b) }
}
