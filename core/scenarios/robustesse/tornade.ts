import { enPoints } from '../../cotation/centiemes.ts'
import type { Etapes } from '../../socle/etapes.ts'
import { menerEtapes } from '../../socle/etapes.ts'
import type { Banc } from './banc.ts'
import { lotsChangesPar } from './changements.ts'
import { contributionsDe } from './contributions.ts'
import type { Reglage } from './reglages.ts'
import { reglagesDe } from './reglages.ts'
import { variationsDe } from './variations.ts'

/** One bar of the tornado: what moving some points, all else equal, does to the lists of three. */
export interface LigneTornade {
  readonly critere: string
  readonly nom: string
  /** Rank of the bracket; null when the criterion has one number of points. */
  readonly tranche: number | null
  readonly points: number
  /** Demandes concerned. */
  readonly demandes: number
  /** At each move asked, share of the dwellings whose three candidates change; null without dwellings. */
  readonly parts: readonly (number | null)[]
  /** The greatest of them. */
  readonly maximum: number | null
}

/** The moves of the tornado unless others are asked: from −20 to +20 points, one by one. */
export const MOUVEMENTS: readonly number[] = Array.from({ length: 41 }, (_, k) => k - 20)

function ligne(reglage: Reglage, banc: Banc, mouvements: readonly number[]): LigneTornade {
  const valeurs = mouvements.map((points) => reglage.centiemes + Math.round(points * 100))
  const changes = lotsChangesPar(banc, variationsDe(reglage, contributionsDe(reglage, banc), banc, valeurs))
  const parts = Array.from(changes, (nombre) => (banc.nombreLots === 0 ? null : nombre / banc.nombreLots))
  return {
    critere: reglage.code,
    nom: reglage.nom,
    tranche: reglage.tranche,
    points: enPoints(reglage.centiemes),
    demandes: reglage.places.length,
    parts,
    maximum: banc.nombreLots === 0 ? null : Math.max(0, ...changes) / banc.nombreLots,
  }
}

/**
 * The share of the dwellings whose three candidates change when the points of each criterion move alone. Widest bars
 * first; equal ones in grid order.
 *
 * @param mouvements moves, in points
 * @param progresser told after each criterion how much is done, from 0 to 1
 * @example tornade(banc, [-5, 5])[0]?.nom //=> 'Deux points par semestre d’attente'
 */
export function tornade(
  banc: Banc,
  mouvements: readonly number[] = MOUVEMENTS,
  progresser: (part: number) => void = () => undefined,
): readonly LigneTornade[] {
  return menerEtapes(tornadeParEtapes(banc, mouvements), progresser)
}

/**
 * `tornade`, one number of points a step.
 *
 * @example menerEtapes(tornadeParEtapes(banc, [5]))[0]?.parts //=> [0.4656…]
 */
export function* tornadeParEtapes(
  banc: Banc,
  mouvements: readonly number[] = MOUVEMENTS,
): Etapes<readonly LigneTornade[]> {
  const reglages = reglagesDe(banc)
  const lignes: LigneTornade[] = []
  for (const [k, reglage] of reglages.entries()) {
    yield k / reglages.length
    lignes.push(ligne(reglage, banc, mouvements))
  }
  return lignes.sort((a, b) => (b.maximum ?? 0) - (a.maximum ?? 0))
}
