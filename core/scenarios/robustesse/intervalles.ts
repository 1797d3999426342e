import { centiemesDe } from '../../cotation/constater.ts'
import { enPoints } from '../../cotation/centiemes.ts'
import type { Limites } from '../../cotation/groupes.ts'
import type { Etapes } from '../../socle/etapes.ts'
import { menerEtapes } from '../../socle/etapes.ts'
import { limitesGroupe, limitesNote } from '../../cotation/groupes.ts'
import type { Banc } from './banc.ts'
import { lotsChangesPar } from './changements.ts'
import type { Contributions } from './contributions.ts'
import { contributionsDe } from './contributions.ts'
import type { Reglage } from './reglages.ts'
import { reglagesDe } from './reglages.ts'
import { variationsDe } from './variations.ts'

/** Where some points may go, all else equal, without any dwelling having other candidates. */
export interface IntervalleStable {
  readonly critere: string
  readonly nom: string
  readonly tranche: number | null
  readonly points: number
  readonly pas: number
  /** Lowest and highest points that change nothing, by steps from the present ones; null: no limit on that side. */
  readonly bas: number | null
  readonly haut: number | null
}

/** Step of each criterion, in points, by its code; otherwise 1 point, or the last decimal of the present points. */
export type PasParCritere = Readonly<Record<string, number>>

/** Values looked at together at first; then twice as many each time. */
const PREMIER_BLOC = 16

function amplitude({ plafond, plancher }: Limites): number {
  return (Number.isFinite(plafond) ? Math.abs(plafond) : 0) + (Number.isFinite(plancher) ? Math.abs(plancher) : 0)
}

/** More than any total, or any part of one, can be without the points that move, in hundredths. */
function majorantDesTotaux({ cotation, demandes }: Banc): number {
  let majorant = 0
  for (const i of demandes) {
    const somme = cotation.constats.reduce((total, constat) => total + Math.abs(centiemesDe(constat, i)), 0)
    majorant = Math.max(majorant, somme)
  }
  const limites = [...cotation.groupes.map(limitesGroupe), limitesNote(cotation.grilleLue.grille)]
  return limites.reduce((total, limite) => total + amplitude(limite), majorant)
}

/** The least distance between two numbers of units, 0 included. */
function moindreEcart(unites: Float64Array): number {
  const distinctes = [...new Set([0, ...unites])].sort((a, b) => a - b)
  return distinctes.reduce((moindre, u, k) => (k === 0 ? moindre : Math.min(moindre, u - (distinctes[k - 1] ?? 0))), 1)
}

/**
 * Points beyond which no order changes any more. A total is, in the points x, either fixed or c + u × x with |c| under the
 * bound M; two of them can only meet where |x| × |u − u′| ≤ 2M.
 */
function horizon({ unites }: Reglage, majorant: number): number {
  return (2 * majorant + 2) / moindreEcart(unites)
}

/** The number of steps on one side that change nothing; undefined when no step ever changes anything. */
function stables(
  reglage: Reglage,
  contributions: Contributions,
  banc: Banc,
  pas: number,
  majorant: number,
): number | undefined {
  const limite = horizon(reglage, majorant)
  const pasMaximum = Math.ceil((limite + Math.abs(reglage.centiemes)) / Math.abs(pas)) + 1
  let faits = 0
  for (let bloc = PREMIER_BLOC; faits < pasMaximum; bloc *= 2) {
    const longueur = Math.min(bloc, pasMaximum - faits)
    const valeurs = Array.from({ length: longueur }, (_, k) => reglage.centiemes + (faits + k + 1) * pas)
    const changes = lotsChangesPar(banc, variationsDe(reglage, contributions, banc, valeurs))
    const premier = changes.findIndex((nombre) => nombre > 0)
    if (premier >= 0) return faits + premier
    faits += longueur
  }
  return undefined
}

function intervalle(reglage: Reglage, banc: Banc, pas: number, majorant: number): IntervalleStable {
  const contributions = contributionsDe(reglage, banc)
  const cote = (sens: 1 | -1): number | null => {
    const nombre = stables(reglage, contributions, banc, sens * pas, majorant)
    return nombre === undefined ? null : enPoints(reglage.centiemes + sens * nombre * pas)
  }
  return {
    critere: reglage.code,
    nom: reglage.nom,
    tranche: reglage.tranche,
    points: enPoints(reglage.centiemes),
    pas: enPoints(pas),
    bas: cote(-1),
    haut: cote(1),
  }
}

/**
 * For every number of points of the grid, the exact interval within which no dwelling's set of three candidates changes,
 * looked at step by step from the present points, the others kept. In grid order. Steps are those of the criterion: the
 * interval says nothing of what lies between two steps. 0 stands for a criterion without effect.
 *
 * @example intervallesStables(banc)[0] //=> { critere: 'DALO', …, points: 50, pas: 1, bas: 50, haut: 50 }
 */
export function intervallesStables(
  banc: Banc,
  pasParCritere: PasParCritere = {},
  progresser: (part: number) => void = () => undefined,
): readonly IntervalleStable[] {
  return menerEtapes(intervallesParEtapes(banc, pasParCritere), progresser)
}

/**
 * `intervallesStables`, one number of points a step.
 *
 * @example menerEtapes(intervallesParEtapes(banc)).length //=> 19
 */
export function* intervallesParEtapes(
  banc: Banc,
  pasParCritere: PasParCritere = {},
): Etapes<readonly IntervalleStable[]> {
  const reglages = reglagesDe(banc)
  const majorant = majorantDesTotaux(banc)
  const intervalles: IntervalleStable[] = []
  for (const [k, reglage] of reglages.entries()) {
    yield k / reglages.length
    const choisi = Object.hasOwn(pasParCritere, reglage.code) ? pasParCritere[reglage.code] : undefined
    const pas = choisi === undefined ? reglage.pas : Math.max(1, Math.round(Math.abs(choisi) * 100))
    intervalles.push(intervalle(reglage, banc, pas, majorant))
  }
  return intervalles
}
