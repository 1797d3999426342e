import { enCentiemes } from './centiemes.ts'
import type { Famille, Grille } from './grille/grille.ts'

/** Criteria that add up together, under one cap and one floor; those without declared family make a group without either. */
export interface Groupe {
  readonly famille: Famille | undefined
  /** Ranks of its criteria in the grid, in order. */
  readonly criteres: readonly number[]
}

/**
 * @example
 * groupesDe(grille.grille).map((groupe) => groupe.famille?.code)
 * //=> ['PRIO', 'LOG', 'RES', 'ANC', 'LOCAL', 'SUIVI']
 */
export function groupesDe({ familles = [], criteres }: Grille): readonly Groupe[] {
  const declares = familles.map((famille) => ({
    famille,
    criteres: criteres.flatMap((critere, rang) => (critere.famille === famille.code ? [rang] : [])),
  }))
  const seuls = criteres.flatMap((critere, rang) =>
    familles.some(({ code }) => code === critere.famille) ? [] : [rang],
  )
  return seuls.length === 0 ? declares : [...declares, { famille: undefined, criteres: seuls }]
}

/** Limits of a sum, in hundredths: the cap is applied first, then the floor. */
export interface Limites {
  readonly plafond: number
  readonly plancher: number
}

function limites(plafond: number | undefined, plancher: number | undefined): Limites {
  return {
    plafond: plafond === undefined ? Infinity : (enCentiemes(plafond) ?? Infinity),
    plancher: plancher === undefined ? -Infinity : (enCentiemes(plancher) ?? -Infinity),
  }
}

export function limitesGroupe({ famille }: Groupe): Limites {
  return limites(famille?.plafond, famille?.plancher)
}

export function limitesNote({ note_max, note_min }: Grille): Limites {
  return limites(note_max, note_min)
}

export function borner(somme: number, { plafond, plancher }: Limites): number {
  return Math.max(Math.min(somme, plafond), plancher)
}
