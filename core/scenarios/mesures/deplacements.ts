import { type Ordre, tailleCommune } from './ordre.ts'

/** Moves of `de` to `a` places (both included; null: no bound), upwards and downwards. */
export interface ClasseDeplacement {
  readonly de: number
  readonly a: number | null
  readonly montent: number
  readonly descendent: number
}

/** How far the demandes move from one ranking to the other, in places. */
export interface Deplacements {
  /** Mean absolute move; null without demandes. */
  readonly moyen: number | null
  /** Largest absolute move; null without demandes. */
  readonly max: number | null
  readonly immobiles: number
  /** Histogram of the moves, from the shortest. */
  readonly classes: readonly ClasseDeplacement[]
}

/** Upper bounds of the classes shown by default; a last class holds what lies beyond. */
export const BORNES_DEPLACEMENT = [10, 100, 1_000, 10_000] as const

function classeDe(bornes: readonly number[], distance: number): number {
  const classe = bornes.findIndex((borne) => distance <= borne)
  return classe === -1 ? bornes.length : classe
}

function classes(bornes: readonly number[], montees: Uint32Array, descentes: Uint32Array): ClasseDeplacement[] {
  return [...bornes, null].map((a, classe) => ({
    de: (bornes[classe - 1] ?? 0) + 1,
    a,
    montent: montees[classe] as number,
    descendent: descentes[classe] as number,
  }))
}

/**
 * Moves between two rankings of the same demandes.
 *
 * @param bornes upper bounds of the classes of the histogram: whole, positive, increasing
 * @example deplacements([1, 2, 3], [1, 3, 2]).moyen //=> 0.6666666666666666
 */
export function deplacements(a: Ordre, b: Ordre, bornes: readonly number[] = BORNES_DEPLACEMENT): Deplacements {
  const n = tailleCommune(a, b)
  const montees = new Uint32Array(bornes.length + 1)
  const descentes = new Uint32Array(bornes.length + 1)
  let somme = 0
  let max = 0
  let immobiles = 0
  for (let i = 0; i < n; i++) {
    const gain = (a[i] as number) - (b[i] as number)
    const distance = Math.abs(gain)
    somme += distance
    if (distance > max) max = distance
    if (distance === 0) immobiles++
    else {
      const comptes = gain > 0 ? montees : descentes
      const classe = classeDe(bornes, distance)
      comptes[classe] = (comptes[classe] as number) + 1
    }
  }
  const vide = n === 0
  return {
    moyen: vide ? null : somme / n,
    max: vide ? null : max,
    immobiles,
    classes: classes(bornes, montees, descentes),
  }
}
