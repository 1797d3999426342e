import type { Condition } from '../../cotation/grille/grille.ts'
import { verifierCondition } from '../../cotation/grille/verifier-condition.ts'
import { fractionDecimale } from '../../socle/fraction.ts'
import { Refus } from '../../socle/refus.ts'
import { francais } from '../../socle/typographie.ts'
import { ciblesAppliquees, comparerFractions } from '../cibles.ts'
import { cibleSousLePlancher } from '../phrases.ts'
import { REGISTRE_ATTRIBUTION } from '../registre.ts'
import type { Attendu, CibleLocale } from './cible-locale.ts'
import type { CibleBrute } from './schema.ts'
import { SCHEMA_CIBLES_LOCALES } from './schema.ts'

/** Local targets ready to be followed. */
export interface CiblesLocalesLues {
  readonly nom: string
  readonly cibles: readonly CibleLocale[]
}

function attenduDe(attendu: CibleBrute['attendu'], refuser: (faute: string) => void): Attendu {
  if (attendu === null) return null
  if ('menages' in attendu) return { genre: 'menages', ...attendu, depuis: attendu.depuis }
  const taux = fractionDecimale(attendu.taux)
  if (taux !== undefined) return { genre: 'taux', taux }
  refuser('« attendu.taux » a trop de décimales ; neuf au plus')
  return null
}

function lireCible(brute: CibleBrute, fautes: string[]): CibleLocale | undefined {
  const refuser = (faute: string): void => {
    fautes.push(`Cible « ${brute.code} » : ${faute}.`)
  }
  const verifier = (condition: unknown): Condition | undefined =>
    verifierCondition(condition, refuser, REGISTRE_ATTRIBUTION)
  const numerateur = verifier(brute.numerateur)
  const denominateur = brute.denominateur === undefined ? undefined : verifier(brute.denominateur)
  const attendu = attenduDe(brute.attendu, refuser)
  if (numerateur === undefined) return undefined
  const { titre, url } = brute.reference
  return {
    ...brute,
    attendu,
    numerateur,
    denominateur,
    par: brute.par,
    plancher: brute.plancher,
    reference: url === undefined ? { titre } : { titre, url },
  }
}

function codesEnDouble(cibles: readonly CibleBrute[]): readonly string[] {
  const codes = cibles.map(({ code }) => code)
  const doubles = new Set(codes.filter((code, i) => codes.indexOf(code) !== i))
  return [...doubles].map((code) => `Cible « ${code} » : ce code est donné plusieurs fois.`)
}

/**
 * Reads local targets from parsed JSON (`cibles-locales/1`).
 *
 * @throws Refus with one sentence a fault: wrong shape, unknown field, value out of its list, code given twice
 * @example lireCiblesLocales({ format: 'cibles-locales/1', nom: 'CIA', cibles: [] }).cibles //=> []
 */
export function lireCiblesLocales(brut: unknown): CiblesLocalesLues {
  const lu = SCHEMA_CIBLES_LOCALES.safeParse(brut)
  if (!lu.success) throw new Refus(lu.error.issues.map(({ message, path }) => `${endroit(path)}${message}.`))
  const fautes = [...codesEnDouble(lu.data.cibles)]
  const cibles = lu.data.cibles.map((cible) => lireCible(cible, fautes))
  if (fautes.length > 0) throw new Refus(fautes)
  return { nom: lu.data.nom, cibles: cibles.filter((cible) => cible !== undefined) }
}

function endroit(path: readonly PropertyKey[]): string {
  const rang = path.find((etape) => typeof etape === 'number')
  return rang === undefined ? '' : `Cible n° ${String(rang + 1)} : `
}

/**
 * What must be said of these targets in a year: a share under the legal floor that it restates.
 *
 * @example
 * const basse = { ...cible, attendu: { genre: 'taux', taux: { numerateur: 1, denominateur: 5 } } } as const
 * avertissementsLocaux([basse], 2025)
 * //=> ['La cible locale de « Publics prioritaires, par bailleur » (20,0 %) est sous le plancher…']
 */
export function avertissementsLocaux(cibles: readonly CibleLocale[], annee: number): readonly string[] {
  const legales = ciblesAppliquees(annee)
  return cibles.flatMap(({ libelle, attendu, plancher }) => {
    const legale = legales.find(({ code }) => code === plancher)?.cible
    if (legale === undefined || attendu?.genre !== 'taux' || comparerFractions(attendu.taux, legale) >= 0) return []
    const taux = attendu.taux.numerateur / attendu.taux.denominateur
    return [francais(cibleSousLePlancher(libelle, taux, legale.numerateur / legale.denominateur))]
  })
}
