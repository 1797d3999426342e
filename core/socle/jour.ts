/** A day as a whole number: days since 1 January 1970 (negative before). Days carry no hour and no time zone. */
export type Jour = number

const MOIS_EN_JOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export interface DateCivile {
  readonly annee: number
  /** 1 to 12. */
  readonly mois: number
  /** 1 to 31. */
  readonly quantieme: number
}

function joursDansMois(annee: number, mois: number): number {
  const bissextile = annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0)
  return mois === 2 && bissextile ? 29 : (MOIS_EN_JOURS[mois - 1] ?? 0)
}

/**
 * The day of a civil date, or undefined when there is no such day.
 *
 * @example jourDe(1970, 1, 2) //=> 1
 * @example jourDe(2023, 2, 29) //=> undefined
 */
export function jourDe(annee: number, mois: number, quantieme: number): Jour | undefined {
  if (mois < 1 || mois > 12 || quantieme < 1 || quantieme > joursDansMois(annee, mois)) return undefined
  // Howard Hinnant's days_from_civil: years start in March, so that the leap day comes last.
  const a = mois <= 2 ? annee - 1 : annee
  const ere = Math.floor(a / 400)
  const anDansEre = a - ere * 400
  const jourDansAn = Math.floor((153 * (mois + (mois > 2 ? -3 : 9)) + 2) / 5) + quantieme - 1
  const jourDansEre = anDansEre * 365 + Math.floor(anDansEre / 4) - Math.floor(anDansEre / 100) + jourDansAn
  return ere * 146097 + jourDansEre - 719468
}

/** @example dateCivile(0) //=> { annee: 1970, mois: 1, quantieme: 1 } */
export function dateCivile(jour: Jour): DateCivile {
  const z = jour + 719468
  const ere = Math.floor(z / 146097)
  const jourDansEre = z - ere * 146097
  const anDansEre = Math.floor(
    (jourDansEre -
      Math.floor(jourDansEre / 1460) +
      Math.floor(jourDansEre / 36524) -
      Math.floor(jourDansEre / 146096)) /
      365,
  )
  const jourDansAn = jourDansEre - (365 * anDansEre + Math.floor(anDansEre / 4) - Math.floor(anDansEre / 100))
  const m = Math.floor((5 * jourDansAn + 2) / 153)
  const mois = m < 10 ? m + 3 : m - 9
  return {
    annee: anDansEre + ere * 400 + (mois <= 2 ? 1 : 0),
    mois,
    quantieme: jourDansAn - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/**
 * The day of an ISO date, or undefined when it is not one.
 *
 * @example jourIso('1970-01-02') //=> 1
 */
export function jourIso(texte: string): Jour | undefined {
  const parties = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte)
  return parties === null ? undefined : jourDe(Number(parties[1]), Number(parties[2]), Number(parties[3]))
}

/**
 * A day as files and formats write it: year, month and day of the Gregorian calendar.
 *
 * @example isoJour(1) //=> '1970-01-02'
 */
export function isoJour(jour: Jour): string {
  const { annee, mois, quantieme } = dateCivile(jour)
  return `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(quantieme).padStart(2, '0')}`
}

/** A day as French readers write it. @example jourFrancais(1) //=> '02/01/1970' */
export function jourFrancais(jour: Jour): string {
  const { annee, mois, quantieme } = dateCivile(jour)
  return `${String(quantieme).padStart(2, '0')}/${String(mois).padStart(2, '0')}/${String(annee).padStart(4, '0')}`
}

/**
 * Complete months from one day to another, as Excel's `DATEDIF(debut; fin; "m")`: a month is complete when the day of
 * the month is reached. Negative when `fin` comes before `debut`.
 *
 * @example moisComplets(jourIso('2024-01-31')!, jourIso('2024-02-29')!) //=> 0
 * @example moisComplets(jourIso('2024-01-31')!, jourIso('2024-03-31')!) //=> 2
 */
export function moisComplets(debut: Jour, fin: Jour): number {
  const a = dateCivile(debut)
  const b = dateCivile(fin)
  return (b.annee - a.annee) * 12 + (b.mois - a.mois) - (b.quantieme < a.quantieme ? 1 : 0)
}

/** Days counted once each: an export repeats the same dates. */
const JOURS_RETENUS = 60_000

/**
 * Complete months to a fixed day, for whole columns: `moisComplets(debut, fin)` remembered for each day of the past.
 *
 * @example moisJusqua(jourIso('2026-01-31')!)(jourIso('2025-01-31')!) //=> 12
 */
export function moisJusqua(fin: Jour): (debut: Jour) => number {
  const connus = new Int32Array(JOURS_RETENUS).fill(-1)
  return (debut) => {
    const ecart = fin - debut
    if (!(ecart >= 0 && ecart < JOURS_RETENUS)) return moisComplets(debut, fin)
    const connu = connus[ecart] ?? -1
    return connu >= 0 ? connu : (connus[ecart] = moisComplets(debut, fin))
  }
}
