/** An exact number: numerator and positive denominator, both whole. Amounts of money are cents over 100. */
export interface Rapport {
  readonly n: number
  readonly d: number
}

export const ZERO: Rapport = { n: 0, d: 1 }

export function entier(n: number): Rapport {
  return { n, d: 1 }
}

/**
 * The exact value of a decimal number as a person writes it: 0.3 is 3/10, not the nearest double.
 *
 * @example decimal(0.3) //=> { n: 3, d: 10 }
 */
export function decimal(nombre: number): Rapport {
  if (Number.isInteger(nombre)) return entier(nombre)
  const connu = DECIMAUX.get(nombre)
  if (connu) return connu
  const nouveau = lireDecimal(nombre)
  DECIMAUX.set(nombre, nouveau)
  return nouveau
}

/** The few decimal numbers of the grids, read once. */
const DECIMAUX = new Map<number, Rapport>()

function lireDecimal(nombre: number): Rapport {
  const [mantisse = '0', exposant = '0'] = nombre.toExponential().split('e')
  const [unites = '0', decimales = ''] = mantisse.split('.')
  const echelle = decimales.length - Number(exposant)
  const n = Number(unites + decimales)
  return echelle >= 0 ? { n, d: 10 ** echelle } : entier(n * 10 ** -echelle)
}

/** Negative, zero or positive as a is below, equal to or above b; exact, through big integers where doubles would round. */
export function comparer(a: Rapport, b: Rapport): number {
  const gauche = a.n * b.d
  const droite = b.n * a.d
  if (Number.isSafeInteger(gauche) && Number.isSafeInteger(droite)) return gauche - droite
  const ecart = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)
  return ecart < 0n ? -1 : ecart > 0n ? 1 : 0
}

/** Floor of (valeur − origine) / pas, exact. `pas` is positive. */
export function pasEntiers(valeur: Rapport, origine: Rapport, pas: Rapport): number {
  const numerateur = (valeur.n * origine.d - origine.n * valeur.d) * pas.d
  const denominateur = valeur.d * origine.d * pas.n
  if (Number.isSafeInteger(numerateur) && Number.isSafeInteger(denominateur)) {
    return (numerateur - (((numerateur % denominateur) + denominateur) % denominateur)) / denominateur
  }
  return pasEntiersLongs(valeur, origine, pas)
}

function pasEntiersLongs(valeur: Rapport, origine: Rapport, pas: Rapport): number {
  const numerateur = (BigInt(valeur.n) * BigInt(origine.d) - BigInt(origine.n) * BigInt(valeur.d)) * BigInt(pas.d)
  const denominateur = BigInt(valeur.d) * BigInt(origine.d) * BigInt(pas.n)
  const quotient = numerateur / denominateur
  return Number(numerateur < 0n && quotient * denominateur !== numerateur ? quotient - 1n : quotient)
}

export function enNombre(rapport: Rapport): number {
  return rapport.n / rapport.d
}
