import { CIBLES } from '../baremes/index.ts'
import type { Fraction } from '../socle/fraction.ts'
import type { EtatVerification, Reference } from '../socle/parametre.ts'
import { entreeAu } from '../socle/parametre.ts'
import { Refus } from '../socle/refus.ts'
import { francais } from '../socle/typographie.ts'
import type { CodeIndicateur } from './indicateurs.ts'
import { indicateurDe, INDICATEURS } from './indicateurs.ts'
import { cibleAVerifier, cibleIllisible, cibleSousLePlancher } from './phrases.ts'
import { fractionDecimale } from '../socle/fraction.ts'

/** Rates that a territory set for itself, by indicator. */
export type CiblesLocales = Readonly<Partial<Record<CodeIndicateur, Fraction>>>

/** The target that applies to an indicator in a year, and where it comes from. */
export interface CibleAppliquee {
  readonly code: CodeIndicateur
  readonly cible: Fraction
  readonly origine: 'legale' | 'locale'
  /** The legal floor, when there is one. */
  readonly plancher: Fraction | undefined
  readonly etat: EtatVerification
  readonly reference: Reference | undefined
}

function cibleLegale(code: CodeIndicateur, annee: number) {
  return code in CIBLES ? entreeAu(CIBLES[code as keyof typeof CIBLES], `${String(annee)}-12-31`) : undefined
}

/** The targets of a year: the local ones where given, the law's elsewhere; none for an observed share. */
export function ciblesAppliquees(annee: number, locales: CiblesLocales = {}): readonly CibleAppliquee[] {
  return INDICATEURS.flatMap(({ code }): CibleAppliquee[] => {
    const legale = cibleLegale(code, annee)
    const locale = locales[code]
    const cible = locale ?? legale?.valeur
    if (cible === undefined) return []
    const origine = locale === undefined ? 'legale' : 'locale'
    const etat = locale === undefined ? (legale?.etat ?? 'a-verifier') : 'verifie'
    return [{ code, cible, origine, plancher: legale?.valeur, etat, reference: legale?.reference }]
  })
}

/** Compares two exact shares: negative when the first is below. */
export function comparerFractions(a: Fraction, b: Fraction): number {
  return a.numerateur * b.denominateur - b.numerateur * a.denominateur
}

function tauxDe({ numerateur, denominateur }: Fraction): number {
  return numerateur / denominateur
}

/**
 * What must be said of these targets: a local one under the legal floor, one still to be checked in the text.
 *
 * @example
 * const { cibles } = preparerCompte(attributions, { annee: 2025, cibles: lireCibles(['q1_hors_qpv=20 %']) })
 * avertissementsCibles(cibles)[0]
 * //=> 'La cible locale de « Premier quartile et relogés, hors QPV » (20,0 %) est sous le plancher…'
 */
export function avertissementsCibles(cibles: readonly CibleAppliquee[]): readonly string[] {
  return cibles.flatMap(({ code, cible, origine, plancher, etat, reference }) => {
    const libelle = indicateurDe(code)?.libelle ?? code
    if (origine === 'locale' && plancher !== undefined && comparerFractions(cible, plancher) < 0)
      return [francais(cibleSousLePlancher(libelle, tauxDe(cible), tauxDe(plancher)))]
    return etat === 'a-verifier' ? [francais(cibleAVerifier(libelle, reference?.titre ?? ''))] : []
  })
}

/**
 * Reads targets written `code=taux` (0.3, 0,3 or 30 %).
 *
 * @throws Refus when the code is not an indicator or the rate is not between 0 and 1
 * @example lireCibles(['mutations=25 %']) //=> { mutations: { numerateur: 25, denominateur: 100 } }
 */
export function lireCibles(textes: readonly string[]): CiblesLocales {
  const cibles = textes.map((texte) => {
    const [nom = '', valeur = ''] = texte.split(/=(.*)/su)
    const code = INDICATEURS.find((indicateur) => indicateur.code === nom.trim())?.code
    const taux = fractionDecimale(valeur)
    if (code === undefined || taux === undefined || taux.numerateur > taux.denominateur)
      throw new Refus(
        cibleIllisible(
          texte,
          INDICATEURS.map((indicateur) => indicateur.code),
        ),
      )
    return [code, taux] as const
  })
  return Object.fromEntries(cibles)
}
