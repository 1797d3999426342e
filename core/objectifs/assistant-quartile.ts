import type { SeuilsTrouves, TableSeuils } from '../baremes/index.ts'
import { SEUILS_QUARTILES, seuilsDe } from '../baremes/index.ts'
import type { BorneQuartile } from '../demande/derives/derive.ts'
import { quartileDe } from '../demande/derives/quartile.ts'
import { dixiemesUc } from '../demande/derives/unites-conso.ts'
import { lecture } from '../demande/derives/derive.ts'
import { seuilsPar } from '../demande/derives/quartile.ts'
import type { Compte } from './compte.ts'
import { donneesAnnee } from './donnees-annee.ts'

/** A household, as far as its quartile goes. */
export interface Menage {
  /** € a month, housing aid left out. */
  readonly ressources: number
  readonly personnes: number
  readonly moinsDe14: number
  /** SIREN whose thresholds apply. */
  readonly epci: string
}

/** How far the income is from a threshold: positive when it would have to rise to reach it. */
export interface DistanceSeuil {
  /** 1 to 3: the quartile that this threshold closes. */
  readonly quartile: 1 | 2 | 3
  /** € per consumption unit and year. */
  readonly seuil: number
  /** € per consumption unit and year. */
  readonly parUcEtParAn: number
  /** € of household income a month. */
  readonly parMois: number
}

export interface SituationQuartile {
  readonly uc: number
  /** € per consumption unit and year. */
  readonly ressourcesUc: number
  readonly borne: BorneQuartile
  /** Null when no threshold is known for this territory and year. */
  readonly quartile: 1 | 2 | 3 | 4 | null
  /** The quartile with the other reading of the bound: it differs only on a threshold exactly. */
  readonly quartileAutreBorne: 1 | 2 | 3 | 4 | null
  readonly seuils: SeuilsTrouves | undefined
  readonly distances: readonly DistanceSeuil[]
  /** The quartile that the same income gives with the thresholds of each year known, newest first. */
  readonly annees: readonly { readonly annee: number; readonly quartile: 1 | 2 | 3 | 4 }[]
}

export interface OptionsQuartile {
  readonly annee: number
  readonly seuils?: TableSeuils
  readonly borne?: BorneQuartile
}

function autre(borne: BorneQuartile): BorneQuartile {
  return borne === 'stricte' ? 'incluse' : 'stricte'
}

function distancesDe(
  ressourcesUc: number,
  { ressources }: Menage,
  dixiemes: number,
  seuils: SeuilsTrouves,
): readonly DistanceSeuil[] {
  return ([1, 2, 3] as const).map((quartile) => {
    const seuil = [seuils.q1, seuils.q2, seuils.q3][quartile - 1] ?? 0
    const parMois = (seuil * dixiemes) / 120 - ressources
    return { quartile, seuil, parUcEtParAn: seuil - ressourcesUc, parMois }
  })
}

/**
 * Where a household stands among the quartiles: its quartile, the euros that part it from each threshold, what another
 * year or the other reading of the bound would change.
 *
 * Source: CCH art. L. 441-1 (« inférieur ») and the yearly arrêtés.
 *
 * @example situerQuartile({ ressources: 788, personnes: 1, moinsDe14: 0, epci: '200093201' }, { annee: 2026 }).quartile //=> 2
 */
export function situerQuartile(
  menage: Menage,
  { annee, seuils = SEUILS_QUARTILES, borne = 'stricte' }: OptionsQuartile,
): SituationQuartile {
  const dixiemes = dixiemesUc(menage.personnes, menage.moinsDe14)
  const ressourcesUc = (Math.round(menage.ressources * 100) * 12) / (10 * dixiemes)
  const trouves = seuilsDe(menage.epci, annee, seuils)
  const connus = seuils.parSiren.get(menage.epci) ?? []
  return {
    uc: dixiemes / 10,
    ressourcesUc,
    borne,
    quartile: trouves === undefined ? null : quartileDe(ressourcesUc, trouves, borne),
    quartileAutreBorne: trouves === undefined ? null : quartileDe(ressourcesUc, trouves, autre(borne)),
    seuils: trouves,
    distances: trouves === undefined ? [] : distancesDe(ressourcesUc, menage, dixiemes, trouves),
    annees: connus.map((millesime) => ({
      annee: millesime.annee,
      quartile: quartileDe(ressourcesUc, { ...millesime, ancien: false }, borne),
    })),
  }
}

/** A row whose quartile hangs by little, or changes with the year or the bound. */
export interface LigneAuSeuil {
  readonly rang: number
  readonly ligne: number
  readonly ressourcesUc: number
  readonly quartile: number
  /** € per consumption unit and year to the first-quartile threshold; negative above it. */
  readonly distanceQ1: number
  readonly quartileAutreBorne: number
  /** Null without another year, or without thresholds for it. */
  readonly quartileAutreAnnee: number | null
}

export interface OptionsListe {
  /** € per consumption unit and year. */
  readonly marge: number
  readonly autreAnnee?: number
}

/**
 * The rows of a list whose computed quartile is within a margin of the first threshold, or changes with the other bound
 * or another year.
 *
 * @example lignesAuSeuil(compte, { marge: 50, autreAnnee: 2026 }).length //=> 19
 */
export function lignesAuSeuil(compte: Compte, { marge, autreAnnee }: OptionsListe): readonly LigneAuSeuil[] {
  const { attributions, donnees } = compte
  const { borne, territoire } = donnees.contexte
  const ressources = lecture(donnees.simple('ressources_uc'))
  const seuils = seuilsPar(donnees)
  const communs = { seuils: donnees.contexte.seuils, borne, ...(territoire === undefined ? {} : { territoire }) }
  const seuilsAutre =
    autreAnnee === undefined ? undefined : seuilsPar(donneesAnnee(attributions, { ...communs, annee: autreAnnee }))
  const lignes: LigneAuSeuil[] = []
  for (let rang = 0; rang < attributions.nombre; rang++) {
    const trouves = seuils(rang)
    const ressourcesUc = ressources(rang)
    if (trouves === undefined || Number.isNaN(ressourcesUc)) continue
    const quartile = quartileDe(ressourcesUc, trouves, borne)
    const quartileAutreBorne = quartileDe(ressourcesUc, trouves, autre(borne))
    const autres = seuilsAutre?.(rang)
    const quartileAutreAnnee = autres === undefined ? null : quartileDe(ressourcesUc, autres, borne)
    const distanceQ1 = trouves.q1 - ressourcesUc
    const bascule = quartileAutreBorne !== quartile || (quartileAutreAnnee ?? quartile) !== quartile
    if (Math.abs(distanceQ1) > marge && !bascule) continue
    const ligne = attributions.lignes[rang] ?? 0
    lignes.push({ rang, ligne, ressourcesUc, quartile, distanceQ1, quartileAutreBorne, quartileAutreAnnee })
  }
  return lignes
}
