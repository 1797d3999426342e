import type { Compte } from '../compte.ts'
import type { Indicateur } from '../indicateurs.ts'
import { debutGroupe, denombrer, totaliser } from '../denombrer.ts'
import type { Effectifs } from '../mesure.ts'
import { effectifsDe } from '../mesure.ts'
import { cleNom } from '../noms.ts'
import type { Ventilation } from '../ventiler.ts'
import { caseVentilee, ventiler } from '../ventiler.ts'
import type { CibleLocale } from './cible-locale.ts'

/** Households counted against a number expected. */
export interface SuiviNombre {
  /** Name on the axis; null for the whole. */
  readonly nom: string | null
  /** Households counted for sure. */
  readonly realise: number
  /** Households that may have to be added. */
  readonly inconnus: number
  /** Null where no number is set for this name. */
  readonly attendu: number | null
  readonly reste: number | null
}

/** Where a local target stands. */
export type SuiviCible =
  | { readonly genre: 'taux'; readonly cible: CibleLocale; readonly ventilation: Ventilation }
  | {
      readonly genre: 'menages'
      readonly cible: CibleLocale
      /** Years counted, out of those of the commitment. */
      readonly annees: readonly number[]
      readonly total: SuiviNombre
      readonly parNom: readonly SuiviNombre[]
    }

/**
 * A local target as an indicator, to break it down or see its rows like any other.
 *
 * @example indicateurLocal(cible).quoi[0] //=> 'attribution pour « Publics prioritaires, par bailleur »'
 */
export function indicateurLocal({
  code,
  libelle,
  definition,
  assiette,
  denominateur,
  numerateur,
  reference,
}: CibleLocale): Indicateur {
  const regle = { code: `locale:${code}`, libelle, assiette, numerateur, definition, baseLegale: reference.titre }
  const quoi = [`attribution pour « ${libelle} »`, `attributions pour « ${libelle} »`] as const
  return denominateur === undefined ? { ...regle, quoi } : { ...regle, quoi, denominateur }
}

function nombre(nom: string | null, effectifs: readonly Effectifs[], attendu: number | null): SuiviNombre {
  const realise = effectifs.reduce((total, { numerateur }) => total + numerateur, 0)
  const inconnus = effectifs.reduce((total, e) => total + e.inconnus_numerateur + e.inconnus_denominateur, 0)
  return { nom, realise, inconnus, attendu, reste: attendu === null ? null : Math.max(0, attendu - realise) }
}

/** The counts of each name of the axis over the years, under the first spelling met. */
function effectifsParNom(
  comptes: readonly Compte[],
  cible: CibleLocale,
): Map<string, { nom: string; effectifs: Effectifs[] }> {
  const parNom = new Map<string, { nom: string; effectifs: Effectifs[] }>()
  if (cible.par === undefined) return parNom
  const indicateur = indicateurLocal(cible)
  for (const compte of comptes) {
    const axe = compte.axe(cible.par, cible.assiette)
    const tableau = denombrer(compte.placement(indicateur), axe.groupes, axe.modalites.length)
    axe.modalites.forEach((nom, groupe) => {
      const suivi = parNom.get(cleNom(nom)) ?? { nom, effectifs: [] }
      suivi.effectifs.push(effectifsDe(tableau, debutGroupe(groupe)))
      parNom.set(cleNom(nom), suivi)
    })
  }
  return parNom
}

function suivreNombre(comptes: readonly Compte[], cible: CibleLocale, menages: number): SuiviCible {
  const indicateur = indicateurLocal(cible)
  const totaux = comptes.map((compte) => effectifsDe(totaliser(compte.placement(indicateur))))
  const parNom = effectifsParNom(comptes, cible)
  const attendus = new Map(Object.entries(cible.repartition).map(([nom, attendu]) => [cleNom(nom), { nom, attendu }]))
  const cles = [...new Set([...attendus.keys(), ...parNom.keys()])].sort()
  return {
    genre: 'menages',
    cible,
    annees: comptes.map(({ annee }) => annee),
    total: nombre(null, totaux, menages),
    parNom: cles.map((cle) => {
      const nom = parNom.get(cle)?.nom ?? attendus.get(cle)?.nom ?? cle
      return nombre(nom, parNom.get(cle)?.effectifs ?? [], attendus.get(cle)?.attendu ?? null)
    }),
  }
}

/**
 * Where a local target stands: a share is that of the last year given; a number of households is added up over the years
 * of the commitment that are given.
 *
 * @param comptes years made ready, the one looked at last
 * @throws Error without a year
 * @example
 * const suivi = suivreCible([compte], cible)
 * suivi.genre === 'taux' && suivi.ventilation.total.taux //=> 0.425…
 */
export function suivreCible(comptes: readonly Compte[], cible: CibleLocale): SuiviCible {
  const dernier = comptes.at(-1)
  if (dernier === undefined) throw new Error('at least one year is needed')
  const { attendu } = cible
  if (attendu?.genre === 'menages') {
    const debut = attendu.depuis ?? dernier.annee - attendu.annees + 1
    const engages = comptes.filter(({ annee }) => annee >= debut && annee < debut + attendu.annees)
    return suivreNombre(engages, cible, attendu.menages)
  }
  const taux = attendu === null ? undefined : attendu.taux
  const indicateur = indicateurLocal(cible)
  if (cible.par !== undefined)
    return { genre: 'taux', cible, ventilation: ventiler(dernier, indicateur, [cible.par], taux) }
  const total = totaliser(dernier.placement(indicateur))
  return {
    genre: 'taux',
    cible,
    ventilation: { indicateur, axes: [], cases: [], total: caseVentilee([], total, 0, taux) },
  }
}
