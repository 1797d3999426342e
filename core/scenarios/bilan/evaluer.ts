import { creerEvaluateur } from '../../cotation/condition.ts'
import type { Cotation } from '../../cotation/coter.ts'
import type { Demandes } from '../../demande/demandes.ts'
import { decile } from '../mesures/bandes.ts'
import { DANS } from '../mesures/part-top.ts'
import { groupesParDimension } from '../population/groupes.ts'
import { SEUIL_SECRET } from '../population/secret.ts'
import type { ConcordanceCal, RangCommission } from './commission.ts'
import { concordanceCal, rangsCommission } from './commission.ts'
import type { AttributionPassee, Suites } from './rapprocher.ts'
import { rapprocher } from './rapprocher.ts'

/** What became of some demandes. */
export interface Issue {
  readonly n: number
  readonly obtenues: number
  /** Null without demandes. */
  readonly part: number | null
  /** Median days from the deposit; null when fewer than 11 waits are known. */
  readonly attenteMediane: number | null
}

export interface IssueDecile extends Issue {
  /** 1: the first tenth of the ranking. */
  readonly decile: number
}

/** The issue is null when the group is withheld. */
export interface IssueGroupe {
  readonly dimension: string
  /** As it is read: « Taille du ménage ». */
  readonly nomDimension: string
  readonly code: string
  readonly nom: string
  readonly issue: Issue | null
}

/** Whether demandes ranked high obtained a dwelling. */
export interface Evaluation {
  readonly ensemble: Issue
  readonly deciles: readonly IssueDecile[]
  readonly groupes: readonly IssueGroupe[]
  /**
   * Probability that a demande that obtained a dwelling, drawn at random, is ranked before one that did not: 0.5 is chance.
   * Null when one side is empty.
   */
  readonly precedence: number | null
  readonly rangs: readonly RangCommission[]
  readonly concordance: ConcordanceCal
  /** Rows of allocations whose demande is not in the ranking. */
  readonly etrangeres: number
  /** Allocations decided before the day of the ranking. */
  readonly anterieures: number
}

/** @example mediane([3, 1, 2, 10]) //=> 2.5 */
export function mediane(valeurs: readonly number[]): number | null {
  const triees = [...valeurs].sort((a, b) => a - b)
  const milieu = triees.length >> 1
  const [bas, haut] = [triees[triees.length % 2 === 0 ? milieu - 1 : milieu], triees[milieu]]
  return bas === undefined || haut === undefined ? null : (bas + haut) / 2
}

function issueDe({ obtenues, attentes }: Suites, dedans: (p: number) => boolean): Issue {
  const membres = [...obtenues.keys()].filter(dedans)
  const heureuses = membres.filter((p) => obtenues[p] === 1)
  const connues = heureuses.map((p) => attentes[p] ?? NaN).filter((attente) => !Number.isNaN(attente))
  return {
    n: membres.length,
    obtenues: heureuses.length,
    part: membres.length === 0 ? null : heureuses.length / membres.length,
    attenteMediane: connues.length < SEUIL_SECRET ? null : mediane(connues),
  }
}

/** Counts, for each demande that obtained a dwelling, those that did not and stand behind it. */
function precedence({ ordre, obtenues }: Suites): number | null {
  const parOrdre = new Uint8Array(ordre.length)
  ordre.forEach((place, p) => {
    parOrdre[place - 1] = obtenues[p] ?? 0
  })
  const heureuses = parOrdre.reduce((somme, obtenue) => somme + obtenue, 0)
  let derriere = parOrdre.length - heureuses
  if (heureuses === 0 || derriere === 0) return null
  const paires = heureuses * derriere
  let bonnes = 0
  for (const obtenue of parOrdre) {
    if (obtenue === 1) bonnes += derriere
    else derriere--
  }
  return bonnes / paires
}

function issuesParGroupe(suites: Suites, cotation: Cotation): readonly IssueGroupe[] {
  return groupesParDimension(creerEvaluateur(cotation.donnees), suites.population).flatMap(
    ({ dimension, nom: nomDimension, groupes }) =>
      groupes.map(({ code, nom, appartenance, tu }) => ({
        dimension,
        nomDimension,
        code,
        nom,
        issue: tu ? null : issueDe(suites, (p) => appartenance[p] === DANS),
      })),
  )
}

/**
 * Looks back: did demandes ranked high obtain a dwelling, after how long, and who. The ranking must hold the demandes that
 * obtained one too (satisfied ones included), scored as they were.
 *
 * @param attributions rows of the commissions, those that end well and others
 * @example evaluerSuites(cotation, demandes, suitesDemandes(attributions)).ensemble.obtenues //=> 124
 */
export function evaluerSuites(
  cotation: Cotation,
  demandes: Demandes,
  attributions: readonly AttributionPassee[],
): Evaluation {
  const suites = rapprocher(cotation, demandes, attributions)
  const n = suites.population.length
  const dixieme = suites.ordre.map((place) => decile(place, n))
  return {
    ensemble: issueDe(suites, () => true),
    deciles: Array.from({ length: 10 }, (_, k) => ({
      decile: k + 1,
      ...issueDe(suites, (p) => dixieme[p] === k + 1),
    })),
    groupes: issuesParGroupe(suites, cotation),
    precedence: precedence(suites),
    rangs: rangsCommission(suites),
    concordance: concordanceCal(suites),
    etrangeres: suites.etrangeres,
    anterieures: suites.anterieures,
  }
}
