import type { Cellule, FormatColonne, ValeurEcrite } from '../../core/index.ts'

/** Serial number of 1 January 1970 in each date system. */
export interface SystemeDates {
  readonly origine: 25_569 | 24_107
}

export const DATES_1900: SystemeDates = { origine: 25_569 }
export const DATES_1904: SystemeDates = { origine: 24_107 }

const DERNIER_JOUR = 2_958_465
const ERREUR =
  /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|VALEUR!|NOM\?|NOMBRE!|NUL!|PROPAGATION!|OCCUPÉ!)$/

/**
 * True when a number format shows a day.
 *
 * @example formatDeDate('dd/mm/yyyy') //=> true
 * @example formatDeDate('0.00 "années"') //=> false
 */
export function formatDeDate(format: string): boolean {
  const nu = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General|Standard|AM\/PM/gi, '')
  return /[dy]/i.test(nu) || (/m/i.test(nu) && !/[hs0#?]/i.test(nu))
}

/**
 * The day of a serial number, or undefined when it is none. In the 1900 system Excel counts a 29 February 1900 that
 * never was (60): days before it are one less.
 *
 * @example jourDeSerie(45_292, DATES_1900) //=> 19723
 */
export function jourDeSerie(serie: number, systeme: SystemeDates): number | undefined {
  const entier = Math.floor(serie)
  if (systeme.origine === 24_107) return entier < 0 || entier > DERNIER_JOUR - 1_462 ? undefined : entier - 24_107
  if (entier < 1 || entier === 60 || entier > DERNIER_JOUR) return undefined
  return entier - systeme.origine + (entier < 60 ? 1 : 0)
}

/** A value of Office.js as a cell; `format` only where numbers may be dates. */
export function celluleLue(valeur: unknown, systeme: SystemeDates, format?: string): Cellule {
  if (valeur === '' || valeur === null || valeur === undefined) return null
  if (typeof valeur === 'string') return ERREUR.test(valeur) ? { erreur: valeur } : valeur
  if (typeof valeur === 'boolean') return valeur
  if (typeof valeur !== 'number') return { erreur: '#VALUE!' }
  const jour = format !== undefined && formatDeDate(format) ? jourDeSerie(valeur, systeme) : undefined
  return jour === undefined ? valeur : { jour }
}

const FORMATS: Readonly<Record<FormatColonne, string>> = {
  texte: '@',
  entier: '#,##0',
  nombre: 'General',
  points: '0.##',
  euros: '#,##0.00 "€"',
  taux: '0.0%',
  date: 'dd/mm/yyyy',
}

export function formatExcel(format: FormatColonne): string {
  return FORMATS[format]
}

/**
 * A value as it is written. Excel reads texts as if typed: an apostrophe keeps as text what would become a formula, and
 * in a column that is not text, whatever it looks like. An empty cell is '': null would leave the former value there.
 */
export function valeurExcel(
  valeur: ValeurEcrite,
  format: FormatColonne,
  systeme: SystemeDates,
): string | number | boolean {
  if (valeur === null) return ''
  if (typeof valeur === 'object') return valeur.jour + systeme.origine
  if (typeof valeur !== 'string' || valeur === '') return valeur
  return format !== 'texte' || /^[=+\-@'\t\r\n]/.test(valeur) ? `'${valeur}` : valeur
}

/** Bytes of a value in JSON, in UTF-8: what the web's limit counts. */
export function octetsDe(valeur: unknown): number {
  if (typeof valeur !== 'string') return String(valeur).length + 1
  let octets = 3
  for (let i = 0; i < valeur.length; i++) {
    const code = valeur.charCodeAt(i)
    octets += code < 0x20 ? 6 : code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3
  }
  return octets
}
