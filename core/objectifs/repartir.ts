import { solve } from 'yalps'
import { Refus } from '../socle/refus.ts'
import { EFFORT_IMPOSSIBLE } from './phrases.ts'

/** A landlord or a commune that may take its part of an effort. */
export interface Partie {
  readonly nom: string
  /** Dwellings that it expects to let. */
  readonly vacances: number
  /** How many it lacks today to reach the target. */
  readonly manque: number
  /** The most that it can do; its vacancies unless told. */
  readonly capacite?: number
}

export interface OptionsRepartition {
  /** Weight of the vacancies against the present gap, 0 to 1; one half unless told. */
  readonly poidsVacances?: number
}

export interface PartRepartie extends Partie {
  readonly capacite: number
  /** Share before rounding to whole dwellings. */
  readonly ideal: number
  readonly effort: number
}

export interface Repartition {
  readonly parties: readonly PartRepartie[]
  /** Sum of the efforts, always exact. */
  readonly reparti: number
  /** What nobody can take. */
  readonly reste: number
}

/** Fractional parts closer than this are the same: noise of binary division. */
const BRUIT = 1e-9

function parts(valeurs: readonly number[]): readonly number[] | undefined {
  const total = valeurs.reduce((a, b) => a + b, 0)
  return total === 0 ? undefined : valeurs.map((valeur) => valeur / total)
}

/** The weight of each: vacancies and gap, each as a share of its total; where one is nil everywhere the other decides. */
function poidsDe(parties: readonly Partie[], poidsVacances: number): readonly number[] {
  const vacances = parts(parties.map((partie) => partie.vacances))
  const manques = parts(parties.map(({ manque }) => manque))
  const seul = vacances ?? manques ?? parties.map(() => 1)
  if (vacances === undefined || manques === undefined) return seul
  return vacances.map((part, i) => poidsVacances * part + (1 - poidsVacances) * (manques[i] ?? 0))
}

/** Shares in proportion to the weights, none above its capacity; what one cannot take goes to the others likewise. */
function partager(total: number, poids: readonly number[], capacites: readonly number[]): number[] {
  const ideal = poids.map(() => 0)
  const libres = new Set(poids.keys())
  let reste = total
  while (reste > BRUIT && libres.size > 0) {
    const somme = [...libres].reduce((t, i) => t + (poids[i] ?? 0), 0)
    const partDe = (i: number): number => (somme > 0 ? (poids[i] ?? 0) / somme : 1 / libres.size)
    const satures = [...libres].filter((i) => reste * partDe(i) >= (capacites[i] ?? 0) - BRUIT)
    if (satures.length === 0) {
      for (const i of libres) ideal[i] = reste * partDe(i)
      return ideal
    }
    for (const i of satures) {
      ideal[i] = capacites[i] ?? 0
      libres.delete(i)
    }
    reste = total - ideal.reduce((a, b) => a + b, 0)
  }
  return ideal
}

/**
 * Whole numbers of the given sum closest to these shares (least sum of absolute gaps), none above its capacity: which
 * ones are rounded up is a linear program in zero-one variables, solved exactly.
 */
function arrondir(total: number, ideal: readonly number[], capacites: readonly number[]): number[] {
  const bas = ideal.map((part) => Math.floor(part + BRUIT))
  const aAjouter = total - bas.reduce((a, b) => a + b, 0)
  if (aAjouter === 0) return bas
  const variables = ideal.map((part, i) => {
    const fraction = Math.max(0, part - (bas[i] ?? 0))
    // Ties go to the first in the list: a cost too small to change anything else.
    return [String(i), { cout: 1 - 2 * fraction + i * BRUIT, somme: 1, [`un${String(i)}`]: 1 }] as const
  })
  const bornes = ideal.map(
    (_, i) => [`un${String(i)}`, { max: Math.min(1, (capacites[i] ?? 0) - (bas[i] ?? 0)) }] as const,
  )
  const solution = solve({
    direction: 'minimize',
    objective: 'cout',
    constraints: [['somme', { equal: aAjouter }], ...bornes],
    variables,
    integers: true,
  })
  if (solution.status !== 'optimal') throw new Error(`rounding failed: got ${solution.status}`)
  for (const [cle, valeur] of solution.variables) bas[Number(cle)] = (bas[Number(cle)] ?? 0) + Math.round(valeur)
  return bas
}

/**
 * Shares an effort in proportion to vacancies and to the present gap: whole dwellings, exact sum, nobody above what it
 * can do. What exceeds all capacities is left as `reste`.
 *
 * @throws Refus when the effort, a count or the weight cannot be used
 * @example repartirEffort(14, [{ nom: 'A', vacances: 60, manque: 10 }, { nom: 'B', vacances: 40, manque: 4 }]).parties.map(({ effort }) => effort) //=> [9, 5]
 */
export function repartirEffort(
  effort: number,
  parties: readonly Partie[],
  { poidsVacances = 0.5 }: OptionsRepartition = {},
): Repartition {
  const entiers = [effort, ...parties.flatMap(({ vacances, manque, capacite = 0 }) => [vacances, manque, capacite])]
  if (!entiers.every((n) => Number.isInteger(n) && n >= 0) || !(poidsVacances >= 0 && poidsVacances <= 1))
    throw new Refus(EFFORT_IMPOSSIBLE)
  const capacites = parties.map(({ vacances, capacite }) => capacite ?? vacances)
  const possible = Math.min(
    effort,
    capacites.reduce((a, b) => a + b, 0),
  )
  const ideal = partager(possible, poidsDe(parties, poidsVacances), capacites)
  const efforts = arrondir(possible, ideal, capacites)
  return {
    parties: parties.map((partie, i) => ({
      ...partie,
      capacite: capacites[i] ?? 0,
      ideal: ideal[i] ?? 0,
      effort: efforts[i] ?? 0,
    })),
    reparti: possible,
    reste: effort - possible,
  }
}
