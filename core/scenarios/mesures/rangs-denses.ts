import type { Totaux } from './ordre.ts'

/** Values replaced by their place among the distinct values, from the least (0); equal values share a rank. */
export interface RangsDenses {
  readonly rangs: Uint32Array
  /** How many times each distinct value occurs. */
  readonly effectifs: Uint32Array
}

/** Above this many possible values the counters would cost more memory than they are worth (4 bytes each, twice). */
const LARGEUR_COMPTABLE = 1 << 20

function valeursDistinctes(valeurs: Float64Array): Float64Array {
  const triees = valeurs.slice().sort()
  let nombre = 0
  for (const valeur of triees) {
    if (nombre === 0 || valeur !== triees[nombre - 1]) triees[nombre++] = valeur
  }
  return triees.subarray(0, nombre)
}

function place(distinctes: Float64Array, valeur: number): number {
  let bas = 0
  let haut = distinctes.length - 1
  while (bas < haut) {
    const milieu = (bas + haut) >>> 1
    if ((distinctes[milieu] as number) < valeur) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

function parRecherche(valeurs: Float64Array): RangsDenses {
  const distinctes = valeursDistinctes(valeurs)
  const rangs = new Uint32Array(valeurs.length)
  const effectifs = new Uint32Array(distinctes.length)
  for (let i = 0; i < rangs.length; i++) {
    const rang = place(distinctes, valeurs[i] as number)
    rangs[i] = rang
    effectifs[rang] = (effectifs[rang] as number) + 1
  }
  return { rangs, effectifs }
}

/** The least value and the number of whole numbers from it to the greatest; undefined when a value is not whole. */
function etendue(valeurs: Float64Array): { minimum: number; largeur: number } | undefined {
  let minimum = Infinity
  let maximum = -Infinity
  for (const valeur of valeurs) {
    if (!Number.isInteger(valeur)) return undefined
    if (valeur < minimum) minimum = valeur
    if (valeur > maximum) maximum = valeur
  }
  return { minimum, largeur: maximum - minimum + 1 }
}

/** Points are whole hundredths in a narrow range: one counter per possible value is ten times faster than a sort. */
function parComptage(valeurs: Float64Array, minimum: number, largeur: number): RangsDenses {
  const comptes = new Uint32Array(largeur)
  for (const valeur of valeurs) {
    const k = valeur - minimum
    comptes[k] = (comptes[k] as number) + 1
  }
  const effectifs = comptes.filter((compte) => compte > 0)
  const numeros = new Uint32Array(largeur)
  for (let k = 0, rang = 0; k < largeur; k++) if (comptes[k] !== 0) numeros[k] = rang++
  const rangs = new Uint32Array(valeurs.length)
  for (let i = 0; i < rangs.length; i++) rangs[i] = numeros[(valeurs[i] as number) - minimum] as number
  return { rangs, effectifs }
}

/**
 * Dense ranks of a column of finite numbers.
 *
 * @example rangsDenses([30, 10, 30]) //=> { rangs: [1, 0, 1], effectifs: [1, 2] }
 */
export function rangsDenses(valeurs: Totaux): RangsDenses {
  const colonne = Float64Array.from(valeurs)
  const entiers = etendue(colonne)
  return entiers !== undefined && entiers.largeur > 0 && entiers.largeur <= LARGEUR_COMPTABLE
    ? parComptage(colonne, entiers.minimum, entiers.largeur)
    : parRecherche(colonne)
}
