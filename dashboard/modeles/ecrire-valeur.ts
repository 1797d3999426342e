import { formatEuros, formatNombre, formatTaux } from '../../core/index.ts'

/** How values of a unit are written. */
export interface Ecriture {
  /** « 32,4 % », « 10 446 € », « 23 mois ». */
  readonly valeur: (valeur: number) => string
  /** Shorter, for an axis. */
  readonly axe: (valeur: number) => string
  /** « +3,1 points », « −350 € ». */
  readonly ecart: (ecart: number) => string
  /** Heading of a column of values. */
  readonly titre: string
}

const TAUX: Ecriture = {
  valeur: (valeur) => formatTaux(valeur),
  axe: (valeur) => formatTaux(valeur, { decimales: Number.isInteger(Math.round(valeur * 1e6) / 1e4) ? 0 : 1 }),
  ecart: (ecart) => {
    const points = Math.round(ecart * 1000) / 10
    return `${formatNombre(points, { decimales: 1, signe: true })}\u00a0${Math.abs(points) < 2 ? 'point' : 'points'}`
  },
  titre: 'Part',
}

const EUROS: Ecriture = {
  valeur: (valeur) => formatEuros(valeur, { decimales: 0 }),
  axe: (valeur) => formatEuros(valeur, { decimales: 0 }),
  ecart: (ecart) => formatEuros(ecart, { decimales: 0, signe: true }),
  titre: 'Seuil',
}

function compte(titre: string, suffixe: string): Ecriture {
  return {
    valeur: (valeur) => `${formatNombre(valeur)}${suffixe}`,
    axe: (valeur) => formatNombre(valeur),
    ecart: (ecart) => `${formatNombre(ecart, { signe: true })}${suffixe}`,
    titre,
  }
}

/** Units that are written apart; any other is the plural of what is counted. */
const ECRITURES: ReadonlyMap<string, Ecriture> = new Map([
  ['ratio', TAUX],
  ['euros_uc_an', EUROS],
  ['mois', compte('Mois', '\u00a0mois')],
])

/** How a unit is written. @example ecritureDe('ratio').valeur(0.324) //=> '32,4 %' */
export function ecritureDe(unite: string): Ecriture {
  return ECRITURES.get(unite) ?? compte('Nombre', '')
}

/**
 * Published shares, most of which are rounded to the unit: a decimal is kept when the source gave one, and none is made up
 * from counts.
 */
const PUBLIE: Ecriture = {
  ...TAUX,
  valeur: (valeur) => {
    const dixiemes = Math.round(valeur * 1e6) / 1e3
    return formatTaux(valeur, { decimales: Number.isInteger(dixiemes) && dixiemes % 10 !== 0 ? 1 : 0 })
  },
}

/** How the values of an indicator are written. @example ecritureIndicateur(reformeCil).valeur(317 / 416) //=> '76 %' */
export function ecritureIndicateur({ unite, theme }: { readonly unite: string; readonly theme: string }): Ecriture {
  return unite === 'ratio' && theme === 'reforme' ? PUBLIE : ecritureDe(unite)
}

/** What is said after a big figure. @example uniteLongue('euros_uc_an') //=> 'par unité de consommation et par an' */
export function uniteLongue(unite: string): string | undefined {
  if (unite === 'euros_uc_an') return 'par unité de consommation et par an'
  return ECRITURES.has(unite) ? undefined : unite
}

/** « 1er », « 12e ». */
export function ordinal(rang: number): string {
  return rang === 1 ? '1er' : `${formatNombre(rang)}e`
}

/** A numerator over its denominator. @example sur(143, 441) //=> '143 sur 441' */
export function sur(numerateur: number, denominateur: number): string {
  return `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`
}

/** What an indicator counts, when it counts otherwise than its theme. */
const COMPTES_PROPRES: ReadonlyMap<string, string> = new Map([['q1_hors_qpv', 'baux']])
const COMPTES: ReadonlyMap<string, string> = new Map([
  ['attributions', 'attributions'],
  ['objectifs', 'attributions'],
  ['demande', 'demandes'],
])

/**
 * What the shares of an indicator are shares of; empty when it is not known.
 *
 * @example nomCompte({ id: 'part_dalo', theme: 'demande' }) //=> '\u00a0demandes'
 */
export function nomCompte({ id, theme }: { readonly id: string; readonly theme: string }): string {
  const nom = COMPTES_PROPRES.get(id) ?? COMPTES.get(theme)
  return nom === undefined ? '' : `\u00a0${nom}`
}

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** Names a period. @example ecrirePeriode('2025-T1') //=> '1er trimestre 2025' */
export function ecrirePeriode(periode: string): string {
  const [, annee = '', trimestre, mois, jour] = /^(\d{4})(?:-(?:T(\d)|(\d{2})(?:-(\d{2}))?))?$/.exec(periode) ?? []
  if (trimestre !== undefined) return `${ordinal(Number(trimestre))} trimestre ${annee}`
  if (mois === undefined) return periode
  const nom = `${MOIS[Number(mois) - 1] ?? ''} ${annee}`
  return jour === undefined ? nom : `${ordinal(Number(jour)).replace(/(?<=\d)e$/, '')} ${nom}`
}

/** « en juin 2023 », « au 1er trimestre 2025 », « le 31 mars 2020 ». */
export function dansPeriode(periode: string): string {
  const nom = ecrirePeriode(periode)
  if (/^\d{4}-T/.test(periode)) return `au ${nom}`
  return /^\d{4}-\d{2}-\d{2}$/.test(periode) ? `le ${nom}` : `en ${nom}`
}

/** The same under an axis. @example abregerPeriode('2025-T1') //=> 'T1 2025' */
export function abregerPeriode(periode: string): string {
  const [, annee, trimestre] = /^(\d{4})-(T\d)$/.exec(periode) ?? []
  return annee === undefined ? ecrirePeriode(periode) : `${trimestre ?? ''} ${annee}`
}

/** A value, or a dash where there is none. */
export function ecrireOuTiret(valeur: number | null | undefined, { valeur: ecrire }: Ecriture): string {
  return typeof valeur === 'number' ? ecrire(valeur) : '–'
}

/** A list in a sentence. @example enumerer(['a', 'b', 'c']) //=> 'a, b et c' */
export function enumerer(noms: readonly string[]): string {
  return noms.length < 2 ? noms.join('') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1) ?? ''}`
}
