import { CONNU } from '../lecture/colonne.ts'

/** A whole number a demande, from 0 and under `etendue`: the smaller, the better. */
export interface Cle {
  readonly valeurs: Uint32Array
  readonly etendue: number
}

/** Keys spread over less than this are sorted by counting; others are first brought down to their ranks. */
const ETENDUE_COMPTABLE = 2 ** 22

interface Mesures {
  readonly min: number
  readonly max: number
  readonly entieres: boolean
}

/** @param etats which values are known; all of them unless told */
function mesurer(valeurs: Float64Array, etats: Uint8Array | undefined): Mesures {
  let min = Infinity
  let max = -Infinity
  let entieres = true
  for (let i = 0; i < valeurs.length; i++) {
    if (etats !== undefined && etats[i] !== CONNU) continue
    const valeur = valeurs[i] ?? 0
    if (valeur < min) min = valeur
    if (valeur > max) max = valeur
    if (!Number.isInteger(valeur)) entieres = false
  }
  return { min, max, entieres }
}

function rechercher(triees: Float64Array, valeur: number): number {
  let bas = 0
  let haut = triees.length - 1
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((triees[milieu] ?? 0) < valeur) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

/** Replaces values by their rank among the distinct ones, so that they can be counted. */
function rangs(valeurs: Float64Array): Float64Array {
  const triees = valeurs.slice().sort()
  const distinctes = triees.filter((valeur, i) => i === 0 || valeur !== triees[i - 1])
  return valeurs.map((valeur) => rechercher(distinctes, valeur))
}

/**
 * The key that puts values in order; those that are not known come last, together.
 *
 * @param sens 1 when the smallest comes first, −1 when the greatest does
 * @param etats which values are known; all of them unless told
 */
export function cleDe(valeurs: Float64Array, sens: 1 | -1, etats?: Uint8Array): Cle {
  const { min, max, entieres } = mesurer(valeurs, etats)
  if (min > max) return { valeurs: new Uint32Array(valeurs.length), etendue: 1 }
  if (entieres && max - min < ETENDUE_COMPTABLE) return cleEntre(valeurs, sens, etats, min, max)
  return cleEntre(rangs(valeurs), sens, etats, 0, valeurs.length - 1)
}

function cleEntre(valeurs: Float64Array, sens: 1 | -1, etats: Uint8Array | undefined, min: number, max: number): Cle {
  const depart = sens === 1 ? min : max
  const inconnue = max - min + 1
  const cle = new Uint32Array(valeurs.length)
  for (let i = 0; i < cle.length; i++) {
    const connue = etats === undefined || etats[i] === CONNU
    cle[i] = connue ? sens * ((valeurs[i] ?? 0) - depart) : inconnue
  }
  return { valeurs: cle, etendue: inconnue + 1 }
}

/** One key for two, `a` before `b`; undefined when it would be too long to count. */
function reunir(a: Cle, b: Cle): Cle | undefined {
  const etendue = a.etendue * b.etendue
  if (etendue > ETENDUE_COMPTABLE) return undefined
  const valeurs = new Uint32Array(a.valeurs.length)
  for (let i = 0; i < valeurs.length; i++) valeurs[i] = (a.valeurs[i] ?? 0) * b.etendue + (b.valeurs[i] ?? 0)
  return { valeurs, etendue }
}

/** The same order with as few keys as can be: each is one more pass at every sort. */
export function reunirCles(cles: readonly Cle[]): readonly Cle[] {
  return cles.reduce<readonly Cle[]>((reunies, cle) => {
    const precedente = reunies.at(-1)
    const reunie = precedente && reunir(precedente, cle)
    return reunie === undefined ? [...reunies, cle] : [...reunies.slice(0, -1), reunie]
  }, [])
}
