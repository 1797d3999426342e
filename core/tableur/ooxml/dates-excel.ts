import type { Jour } from '../../socle/jour.ts'
import type { Cellule } from '../../socle/table.ts'

/** Built-in number formats that show a day; those that show only a time (18 to 21, 45 to 47) are left out. */
const FORMATS_DATE = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** 31 December 9999. */
const DERNIER_NUMERO = 2_958_465
/** 1 January 1900 and 1 January 1904, the first days of the two systems: number 1 of the former, 0 of the latter. */
const ORIGINE_1900: Jour = -25_567
const ORIGINE_1904: Jour = -24_107
/** Number, in the system of 1900, of a 29 February that never was: the days after it are one number late. */
const FAUX_29_FEVRIER = 60
/** Half a millisecond, in days: what computations on times lose. */
const ARRONDI = 0.5 / 86_400_000

/**
 * Whether numbers shown with this format are days. A format of time alone or of duration is not one.
 *
 * @example estFormatDate(14, undefined) //=> true
 * @example estFormatDate(164, '[$-40C]d mmmm yyyy') //=> true
 * @example estFormatDate(164, '[h]:mm') //=> false
 * @example estFormatDate(164, '0" demandes"') //=> false
 */
export function estFormatDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return FORMATS_DATE.has(id)
  const positifs = code
    .replace(/"[^"]*"|\\.|[_*]./gsu, '')
    .replace(/\[[^\]]*\]/gu, (crochet) => (/^\[[hms]+\]$/iu.test(crochet) ? 'h' : ''))
    .replace(/am\/pm|a\/p/giu, 'h')
    .split(';')[0]
  const lettres = positifs?.toLowerCase() ?? ''
  if (/general|standard/u.test(lettres)) return false
  return /[dy]/u.test(lettres) || (lettres.includes('m') && !/[hs]/u.test(lettres))
}

/**
 * The cell of a number shown as a date. The time is dropped. Days that Excel shows and that never were (« 00/01/1900 »
 * for an empty source, the false 29 February 1900) come back as the text the user sees; numbers outside Excel's
 * calendar come back as numbers.
 *
 * @example celluleDate(1, false) //=> { jour: -25567 }
 * @example celluleDate(60, false) //=> '29/02/1900'
 */
export function celluleDate(numero: number, depuis1904: boolean): Cellule {
  const jours = Math.floor(numero + ARRONDI)
  if (jours < 0 || jours > DERNIER_NUMERO) return numero
  if (depuis1904) return { jour: ORIGINE_1904 + jours }
  if (jours === 0) return '00/01/1900'
  if (jours === FAUX_29_FEVRIER) return '29/02/1900'
  return { jour: ORIGINE_1900 + jours - (jours < FAUX_29_FEVRIER ? 1 : 2) }
}

/**
 * The number that stands for a day in a workbook, or undefined for a day that not all readers would give back: before
 * 1904 in the system of that year, before the false 29 February in that of 1900.
 *
 * @example numeroExcel(0, false) //=> 25569
 */
export function numeroExcel(jour: Jour, depuis1904: boolean): number | undefined {
  if (depuis1904) return jour >= ORIGINE_1904 ? jour - ORIGINE_1904 : undefined
  const numero = jour - ORIGINE_1900 + 2
  return numero > FAUX_29_FEVRIER ? numero : undefined
}
