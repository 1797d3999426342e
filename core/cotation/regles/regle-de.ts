import { enCentiemes } from '../centiemes.ts'
import type { Critere } from '../grille/grille.ts'
import { regleFixe } from './fixe.ts'
import { reglePar } from './par.ts'
import type { Regle } from './regle.ts'
import { regleTranches } from './tranches.ts'

function centiemesDe(points: number | undefined): number {
  const centiemes = points === undefined ? undefined : enCentiemes(points)
  if (centiemes === undefined) throw new Error(`points of an unchecked grid: got ${String(points)}`)
  return centiemes
}

/** The rule of a criterion of a checked grid. A new kind of rule is one file here and one line below. */
export function regleDe({ points, si, par, tranches }: Critere): Regle {
  if (tranches !== undefined) {
    return regleTranches(tranches.champ, tranches.bornes, tranches.points.map(centiemesDe), si !== undefined)
  }
  return par === undefined ? regleFixe(centiemesDe(points)) : reglePar(centiemesDe(points), par)
}
