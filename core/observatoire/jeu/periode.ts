import { isoJour, jourDe, type Jour } from '../../socle/jour.ts'

/** First and last day of a period. */
export interface Intervalle {
  readonly debut: Jour
  readonly fin: Jour
}

const FORME = /^(\d{4})(?:-(?:T([1-4])|(\d{2})(?:-(\d{2}))?))?$/

function entre(annee: number, mois: number, nombreMois: number): Intervalle | undefined {
  const debut = jourDe(annee, mois, 1)
  const apres = mois + nombreMois
  const suivant = apres > 12 ? jourDe(annee + 1, apres - 12, 1) : jourDe(annee, apres, 1)
  return debut === undefined || suivant === undefined ? undefined : { debut, fin: suivant - 1 }
}

/**
 * The days of a period: a year, a quarter, a month or a day. Undefined when the text is none of them.
 *
 * @example intervalleDe('2025-T1') //=> { debut: 20089, fin: 20178 }
 * @example intervalleDe('2025-13') //=> undefined
 */
export function intervalleDe(periode: string): Intervalle | undefined {
  const [, annee, trimestre, mois, quantieme] = FORME.exec(periode) ?? []
  if (annee === undefined) return undefined
  if (trimestre !== undefined) return entre(Number(annee), Number(trimestre) * 3 - 2, 3)
  if (mois === undefined) return entre(Number(annee), 1, 12)
  if (quantieme === undefined) return entre(Number(annee), Number(mois), 1)
  const jour = jourDe(Number(annee), Number(mois), Number(quantieme))
  return jour === undefined ? undefined : { debut: jour, fin: jour }
}

/**
 * Order of two periods: by first day, then the shorter first.
 *
 * @throws Error for what is not a period
 * @example ['2025', '2024', '2025-01'].sort(comparerPeriodes) //=> ['2024', '2025-01', '2025']
 */
export function comparerPeriodes(a: string, b: string): number {
  const [x, y] = [intervalleDe(a), intervalleDe(b)]
  if (x === undefined || y === undefined) throw new Error(`not a period: got ${a}, ${b}`)
  return x.debut - y.debut || x.fin - y.fin
}

/** Whether a text is an ISO day or a year: the dates of sources. */
export function estDate(texte: string): boolean {
  const intervalle = /^\d{4}(-\d{2}-\d{2})?$/.test(texte) ? intervalleDe(texte) : undefined
  return intervalle !== undefined && isoJour(intervalle.debut).startsWith(texte)
}
