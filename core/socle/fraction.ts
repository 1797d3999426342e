/** An exact share: never rounded before the last step. Both members are whole numbers, the denominator above 0. */
export interface Fraction {
  readonly numerateur: number
  readonly denominateur: number
}

const DECIMALES_MAXIMALES = 9

/**
 * The exact fraction that a decimal number writes (0.425 is 425/1000, whatever its binary neighbour), or undefined when
 * it is not a number from 0 with at most nine decimals.
 *
 * @example fractionDecimale(0.425) //=> { numerateur: 425, denominateur: 1000 }
 * @example fractionDecimale('42,5 %') //=> { numerateur: 425, denominateur: 1000 }
 */
export function fractionDecimale(nombre: number | string): Fraction | undefined {
  const texte = (typeof nombre === 'number' ? ecrire(nombre) : nombre).trim().replace(',', '.')
  const parties = /^(\d{1,6})(?:\.(\d+))?\s*(%)?$/u.exec(texte)
  const decimales = (parties?.[2] ?? '').replace(/0+$/, '')
  if (parties === null || decimales.length > DECIMALES_MAXIMALES) return undefined
  const denominateur = 10 ** decimales.length * (parties[3] === undefined ? 1 : 100)
  return { numerateur: Number(`${parties[1] ?? ''}${decimales}`), denominateur }
}

/** Decimal writing without exponent: small rates are written 1e-7 by the language. */
function ecrire(nombre: number): string {
  return String(nombre).includes('e') ? nombre.toFixed(DECIMALES_MAXIMALES) : String(nombre)
}

/** Smallest whole number not below numerateur / denominateur; both whole, the denominator above 0. */
export function plafondEntier(numerateur: number, denominateur: number): number {
  return Math.ceil(numerateur / denominateur)
}
