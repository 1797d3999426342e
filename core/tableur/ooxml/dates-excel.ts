import { jourDe } from '../../socle/jour.ts'
import type { Cellule } from '../../socle/table.ts'

/** Built-in number formats that show a day; those that show only a time (18 to 21, 45 to 47) are left out. */
const FORMATS_DATE = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

const DERNIERE_SERIE = 2_958_465
const ORIGINE_1900 = jourDe(1900, 1, 1) ?? 0
const ORIGINE_1904 = jourDe(1904, 1, 1) ?? 0
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
 * @example celluleDate(1, false) //=> { jour: -25567 } (1 January 1900)
 * @example celluleDate(60, false) //=> '29/02/1900'
 */
export function celluleDate(serie: number, depuis1904: boolean): Cellule {
  const jours = Math.floor(serie + ARRONDI)
  if (jours < 0 || jours > DERNIERE_SERIE) return serie
  if (depuis1904) return { jour: ORIGINE_1904 + jours }
  if (jours === 0) return '00/01/1900'
  if (jours === 60) return '29/02/1900'
  return { jour: ORIGINE_1900 + jours - (jours < 60 ? 1 : 2) }
}
