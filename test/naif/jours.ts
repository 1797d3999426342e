/** Days as whole numbers since 1 January 1970, here by way of the language's own UTC calendar. */
const MS_PAR_JOUR = 86_400_000

/** The day, or undefined when there is no such day in the calendar. */
export function jourCivil(annee: number, mois: number, quantieme: number): number | undefined {
  const date = new Date(Date.UTC(annee, mois - 1, quantieme))
  const existe = date.getUTCFullYear() === annee && date.getUTCMonth() === mois - 1 && date.getUTCDate() === quantieme
  return existe ? date.getTime() / MS_PAR_JOUR : undefined
}

const HEURE = '(?:[T\\s]\\s*\\d{1,2}[:h]\\d{2}.*)?'
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${HEURE}$`, 'u')
const FRANCAISE = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${HEURE}$`, 'u')

/** The day that a text names: ISO, or day/month/year with one kind of separator; a time after it is ignored. */
export function lireJour(texte: string): number | undefined {
  const iso = ISO.exec(texte)
  if (iso) return jourCivil(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const francaise = FRANCAISE.exec(texte)
  return francaise ? jourCivil(Number(francaise[4]), Number(francaise[3]), Number(francaise[1])) : undefined
}

/** An ISO day given as an argument or in a grid; anything else is a fault of the caller. */
export function jourIso(texte: string): number {
  const parties = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(texte)
  const jour = parties ? jourCivil(Number(parties[1]), Number(parties[2]), Number(parties[3])) : undefined
  if (jour === undefined) throw new Error(`not an ISO day: ${texte}`)
  return jour
}

export function anneeDe(jour: number): number {
  return new Date(jour * MS_PAR_JOUR).getUTCFullYear()
}

/** Complete months between two days: the last one counts once its day of month is reached. */
export function moisEntre(debut: number, fin: number): number {
  const a = new Date(debut * MS_PAR_JOUR)
  const b = new Date(fin * MS_PAR_JOUR)
  const mois = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return b.getUTCDate() < a.getUTCDate() ? mois - 1 : mois
}
