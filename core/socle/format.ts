import { dateCivile, type Jour } from './jour.ts'

/** Thin no-break space: inside numbers, and before « % », « € », « ; », « : », « ! », « ? ». */
export const FINE = '\u202f'
const MOINS = '\u2212'

/** Months as they are written in a sentence, January first. */
export const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Beyond, a number is written by JavaScript with an exponent, or has no decimals left to round. */
const TROP_GRAND = 1e15

/** Rounded half away from zero on its decimal writing: 1.005 gives 1.01, which binary arithmetic would miss. */
function arrondi(absolu: number, decimales: number): string {
  if (absolu >= TROP_GRAND) return BigInt(Math.round(absolu)).toString()
  const [mantisse = '0', exposant = '0'] = String(absolu).split('e')
  return (Math.round(Number(`${mantisse}e${String(Number(exposant) + decimales)}`)) / 10 ** decimales).toFixed(
    decimales,
  )
}

/** What a number looks like: `decimales` shows that many; without it, up to two, and none that is useless. */
export interface OptionsNombre {
  readonly decimales?: number
  /** A plus sign before what is above zero. */
  readonly signe?: boolean
}

/**
 * A number as French readers write it: thin spaces by threes, a decimal comma, a true minus sign. It needs nothing of
 * the host's own language data, so it is the same everywhere.
 *
 * @throws Error when the number is not finite: a result that does not exist has no figure to show
 * @example formatNombre(1234.5) //=> '1\u202f234,5'
 * @example formatNombre(-0.004) //=> '0'
 * @example formatNombre(3, { decimales: 1, signe: true }) //=> '+3,0'
 */
export function formatNombre(valeur: number, { decimales, signe = false }: OptionsNombre = {}): string {
  if (!Number.isFinite(valeur)) throw new Error(`a finite number is needed: got ${String(valeur)}`)
  const texte = arrondi(Math.abs(valeur), decimales ?? 2)
  const [entiers = '0', fraction = ''] = texte.split('.')
  const utile = decimales === undefined ? fraction.replace(/0+$/, '') : fraction
  const nul = !/[1-9]/.test(texte)
  const avant = nul ? '' : valeur < 0 ? MOINS : signe ? '+' : ''
  return `${avant}${entiers.replace(/\B(?=(\d{3})+$)/g, FINE)}${utile === '' ? '' : `,${utile}`}`
}

/**
 * A ratio as a percentage, with one decimal unless told.
 *
 * @throws Error for what is not a finite number
 * @example formatTaux(0.2533) //=> '25,3\u202f%'
 */
export function formatTaux(ratio: number, options: OptionsNombre = {}): string {
  const [mantisse = '0', exposant = '0'] = String(ratio).split('e')
  // Times 100 on the decimal writing: 0.285 × 100 is 28.499999999999996 in binary.
  return `${formatNombre(Number(`${mantisse}e${String(Number(exposant) + 2)}`), { decimales: 1, ...options })}${FINE}%`
}

/**
 * An amount for French readers: cents are shown unless it is whole.
 *
 * @throws Error for what is not a finite number
 * @example formatEuros(1234.5) //=> '1\u202f234,50\u202f€'
 */
export function formatEuros(euros: number, options: OptionsNombre = {}): string {
  return `${formatNombre(euros, { decimales: Number.isInteger(euros) ? 0 : 2, ...options })}${FINE}€`
}

/**
 * A count with its noun, singular below two as French wants.
 *
 * @throws Error for what is not a finite number
 * @example formatCompte(1.5, 'point') //=> '1,5\u00a0point'
 * @example formatCompte(150000, 'demande') //=> '150\u202f000\u00a0demandes'
 */
export function formatCompte(valeur: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formatNombre(valeur)}\u00a0${Math.abs(valeur) < 2 ? singulier : pluriel}`
}

/**
 * Points of a grid with their unit, which agrees with the number.
 *
 * @throws Error for what is not a finite number
 * @example formatPoints(60) //=> '60\u00a0points'
 */
export function formatPoints(points: number): string {
  return formatCompte(points, 'point')
}

/**
 * A day in words; `jourFrancais` gives it in figures.
 *
 * @example formatJour(0) //=> '1er\u00a0janvier 1970'
 */
export function formatJour(jour: Jour): string {
  const { annee, mois, quantieme } = dateCivile(jour)
  return `${quantieme === 1 ? '1er' : String(quantieme)}\u00a0${MOIS[mois - 1] ?? ''} ${String(annee)}`
}
