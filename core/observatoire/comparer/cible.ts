import { CIBLES, type CodeCible, type Fraction } from '../../baremes/index.ts'
import { manqueConstate } from '../../objectifs/mesure.ts'
import { isoJour } from '../../socle/jour.ts'
import { entreeAu } from '../../socle/parametre.ts'
import type { Diffusion } from '../jeu/jeu.ts'
import { intervalleDe } from '../jeu/periode.ts'
import type { Chiffre } from '../table/chiffre.ts'

/** The legal target that a figure measures. */
export interface Cible {
  readonly part: Fraction
  /** 0 to 1. */
  readonly valeur: number
  readonly reference: string
  readonly aVerifier: boolean
}

/**
 * Indicators that measure a target over a whole territory. The one of priority publics binds each reservation holder: no
 * rate of a territory measures it.
 */
const MESURANTS: ReadonlyMap<string, CodeCible> = new Map([
  ['q1_hors_qpv', 'q1_hors_qpv'],
  ['autres_quartiles_qpv', 'autres_quartiles_qpv'],
])

/**
 * The target that holds at the end of a period, or undefined when the indicator measures none. A figure of an official
 * source is never set against a target: the base on which it was counted is the source's own.
 *
 * @example cibleDe('q1_hors_qpv', null, '2025')?.valeur //=> 0.25
 * @example cibleDe('bilan_q1_toutes_localisations', 'source', '2025') //=> undefined
 */
export function cibleDe(indicateur: string, diffusion: Diffusion | null, periode: string): Cible | undefined {
  const code = diffusion === null ? MESURANTS.get(indicateur) : undefined
  const fin = intervalleDe(periode)?.fin
  const entree = code === undefined || fin === undefined ? undefined : entreeAu(CIBLES[code], isoJour(fin))
  return (
    entree && {
      part: entree.valeur,
      valeur: entree.valeur.numerateur / entree.valeur.denominateur,
      reference: entree.reference.titre,
      aVerifier: entree.etat === 'a-verifier',
    }
  )
}

/** How a figure stands to its target, on exact counts: a rate that is written « 25,0 % » may still be short of one. */
export interface Ecart {
  readonly atteint: boolean
  /** How many of what was counted should have been in. */
  readonly manque: number
}

/**
 * Whether a figure reaches a target, and how many it lacks; undefined without counts, or when nothing is counted.
 *
 * @example
 * ecartDe({ numerateur: 327, denominateur: 1309 }, { part: { numerateur: 1, denominateur: 4 } })
 * //=> { atteint: false, manque: 1 }
 */
export function ecartDe(
  { numerateur, denominateur }: Pick<Chiffre, 'numerateur' | 'denominateur'>,
  { part }: Pick<Cible, 'part'>,
): Ecart | undefined {
  if (numerateur === null || denominateur === null || denominateur === 0) return undefined
  const manque = manqueConstate(numerateur, denominateur, part)
  return { atteint: manque === 0, manque }
}
