import { CIBLES, type CodeCible, type Fraction } from '../../baremes/index.ts'
import { isoJour } from '../../socle/jour.ts'
import { entreeAu } from '../../socle/parametre.ts'
import type { Diffusion } from '../jeu/jeu.ts'
import { intervalleDe } from '../jeu/periode.ts'

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
