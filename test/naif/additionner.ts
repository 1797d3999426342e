import { champsDe } from './conditions.ts'
import type { CritereJson, FamilleJson, GrilleJson } from './grille.ts'

/** A grid with what does not depend on the application worked out once. Points are whole hundredths from here on. */
export interface GrillePrete {
  readonly grille: GrilleJson
  readonly criteres: readonly CriterePret[]
  readonly familles: ReadonlyMap<string, FamilleJson>
}

export interface CriterePret {
  readonly critere: CritereJson
  readonly champs: readonly string[]
  readonly minimum: number
  readonly maximum: number
}

export function centiemes(points: number): number {
  return Math.round(points * 100)
}

/** What a criterion could give once known: it depends on its kind only. */
function etendue({ points = 0, par, tranches, si }: CritereJson): { minimum: number; maximum: number } {
  if (tranches) {
    const possibles = [...tranches.points.map(centiemes), ...(si ? [0] : [])]
    return { minimum: Math.min(...possibles), maximum: Math.max(...possibles) }
  }
  const extreme = centiemes(points) * (par ? (par.maximum ?? Infinity) : 1)
  // With a maximum of 0 and no bound, Infinity × 0 cannot happen: points are never 0.
  return { minimum: Math.min(0, extreme), maximum: Math.max(0, extreme) }
}

export function preparer(grille: GrilleJson): GrillePrete {
  return {
    grille,
    familles: new Map((grille.familles ?? []).map((famille) => [famille.code, famille])),
    criteres: grille.criteres.map((critere) => ({
      critere,
      champs: [
        ...new Set([
          ...(critere.si ? champsDe(critere.si) : []),
          ...(critere.par ? [critere.par.champ] : []),
          ...(critere.tranches ? [critere.tranches.champ] : []),
        ]),
      ],
      ...etendue(critere),
    })),
  }
}

export interface Somme {
  readonly total: number
  readonly ajustements: readonly { readonly famille: string | null; readonly centiemes: number }[]
}

/** Index of the positive criterion that a « maximum » family keeps: the highest, the first on a draw. */
function meilleur(indices: readonly number[], points: readonly number[]): number | undefined {
  let choisi: number | undefined
  for (const i of indices) {
    if ((points[i] ?? 0) > (choisi === undefined ? 0 : (points[choisi] ?? 0))) choisi = i
  }
  return choisi
}

function borner(
  valeur: number,
  { plafond = Infinity, plancher = -Infinity }: { plafond?: number | undefined; plancher?: number | undefined },
): readonly number[] {
  const sousPlafond = Math.min(valeur, centiemes(plafond))
  return [sousPlafond, Math.max(sousPlafond, centiemes(plancher))]
}

/** Indices of the criteria of each family; under null, of those that stand alone. */
export type Rangees = ReadonlyMap<string | null, readonly number[]>

/** Indices of the criteria of each family; a criterion without a declared one stands alone. */
export function rangerParFamille({ criteres, familles }: GrillePrete): Rangees {
  const rangees = new Map<string | null, number[]>([[null, []]])
  for (const code of familles.keys()) rangees.set(code, [])
  criteres.forEach(({ critere: { famille } }, i) => {
    const cle = famille !== undefined && familles.has(famille) ? famille : null
    rangees.get(cle)?.push(i)
  })
  return rangees
}

/**
 * Adds up the points of the criteria, families and clamps applied. Works on infinite points too, for the bounds.
 *
 * @param points hundredths by criterion; those of absorbed criteria are set to 0 in place
 */
export function additionner(
  { grille, familles }: GrillePrete,
  rangees: Rangees,
  points: number[],
  absorbes?: Set<number>,
): Somme {
  const ajustements: { famille: string | null; centiemes: number }[] = []
  const clamper = (famille: string | null, avant: number, bornes: Parameters<typeof borner>[1]) =>
    borner(avant, bornes).reduce((precedent, suivant) => {
      if (suivant !== precedent) ajustements.push({ famille, centiemes: suivant - precedent })
      return suivant
    }, avant)
  let total = 0
  for (const [code, indices] of rangees) {
    const famille = code === null ? undefined : familles.get(code)
    if (famille?.cumul === 'maximum') {
      const garde = meilleur(indices, points)
      for (const i of indices) {
        if (i === garde || (points[i] ?? 0) <= 0) continue
        points[i] = 0
        absorbes?.add(i)
      }
    }
    const somme = indices.reduce((s, i) => s + (points[i] ?? 0), 0)
    total += famille ? clamper(famille.code, somme, { plafond: famille.plafond, plancher: famille.plancher }) : somme
  }
  total = clamper(null, total, { plafond: grille.note_max, plancher: grille.note_min })
  return { total, ajustements }
}
