import type { EtatVerification, Reference } from '../socle/parametre.ts'
import * as annees from './seuils-quartiles/annees.ts'

/** Thresholds of one territory for one year, in euros per consumption unit and per year. */
export interface SeuilsQuartiles {
  readonly annee: number
  readonly q1: number
  readonly q2: number
  readonly q3: number
}

/** One year of thresholds: where they come from and how sure each of the three is. */
export interface MillesimeSeuils {
  readonly annee: number
  /** « € par unité de consommation et par an ». */
  readonly unite: string
  readonly reference: Reference
  /** ISO day on which a person last compared the figures with their source. Absent for a file given by the user. */
  readonly verifieLe?: string
  readonly etat: { readonly q1: EtatVerification; readonly q2: EtatVerification; readonly q3: EtatVerification }
}

/** Every threshold known, by territory. Give another one (`lireSeuils`) wherever the shipped table does not fit. */
export interface TableSeuils {
  /** By SIREN (EPCI, établissement public territorial, or Paris 217500016); newest year first. */
  readonly parSiren: ReadonlyMap<string, readonly SeuilsQuartiles[]>
  /** Newest first. */
  readonly millesimes: readonly MillesimeSeuils[]
}

/** Thresholds found for a territory and a year. */
export interface SeuilsTrouves extends SeuilsQuartiles {
  /** True when the year asked is not known for this territory: `annee` is then its latest earlier one. */
  readonly ancien: boolean
}

/** One threshold line with its territory. */
export interface LigneSeuils extends SeuilsQuartiles {
  readonly siren: string
}

/**
 * Puts lines in order: by territory, newest year first.
 *
 * @throws Error when a territory has two lines for one year
 * @example
 * const ligne = { siren: '200093201', annee: 2026, q1: 9456, q2: 13935, q3: 19380 }
 * creerTableSeuils([ligne], []).parSiren.get('200093201')?.[0]?.annee //=> 2026
 */
export function creerTableSeuils(lignes: readonly LigneSeuils[], millesimes: readonly MillesimeSeuils[]): TableSeuils {
  const parSiren = new Map<string, SeuilsQuartiles[]>()
  for (const { siren, annee, q1, q2, q3 } of lignes.toSorted((a, b) => b.annee - a.annee)) {
    const connus = parSiren.get(siren) ?? []
    if (connus.some((connu) => connu.annee === annee)) throw new Error(`Two threshold lines for ${siren} in ${annee}.`)
    parSiren.set(siren, [...connus, { annee, q1, q2, q3 }])
  }
  return { parSiren, millesimes: millesimes.toSorted((a, b) => b.annee - a.annee) }
}

interface FichierAnnee {
  readonly annee: number
  readonly unite: string
  readonly reference: Reference
  readonly verifie_le: string
  readonly etat: { readonly q1: string; readonly q2: string; readonly q3: string }
  readonly lignes: readonly (readonly (string | number)[])[]
}

function etatLu(etat: string): EtatVerification {
  return etat === 'verifie' ? 'verifie' : 'a-verifier'
}

function millesimeDe({ annee, unite, reference, verifie_le, etat }: FichierAnnee): MillesimeSeuils {
  return {
    annee,
    unite,
    reference,
    verifieLe: verifie_le,
    etat: { q1: etatLu(etat.q1), q2: etatLu(etat.q2), q3: etatLu(etat.q3) },
  }
}

function lignesDe({ annee, lignes }: FichierAnnee): LigneSeuils[] {
  return lignes.map(([siren, q1, q2, q3]) => ({
    siren: String(siren),
    annee,
    q1: Number(q1),
    q2: Number(q2),
    q3: Number(q3),
  }))
}

function tableLivree(): TableSeuils {
  const fichiers: readonly FichierAnnee[] = Object.values(annees)
  return creerTableSeuils(fichiers.flatMap(lignesDe), fichiers.map(millesimeDe))
}

/**
 * The shipped thresholds: 429 EPCI, établissements publics territoriaux and Paris, 2024 to 2026. Île-de-France has one
 * regional set, listed under each of its territories.
 *
 * Source: yearly arrêtés taken under CCH art. L. 441-1; each file of `seuils-quartiles/` names its own.
 */
export const SEUILS_QUARTILES: TableSeuils = /* @__PURE__ */ tableLivree()

/**
 * The thresholds of a territory for a year: those of the year, else of its latest earlier year (`ancien`), else undefined.
 *
 * Unit: euros per consumption unit and per year.
 *
 * @example seuilsDe('200093201', 2026) //=> { annee: 2026, q1: 9456, q2: 13935, q3: 19380, ancien: false }
 * @example seuilsDe('200093201', 2030)?.ancien //=> true
 * @example seuilsDe('200093201', 2019) //=> undefined
 */
export function seuilsDe(
  siren: string,
  annee: number,
  table: TableSeuils = SEUILS_QUARTILES,
): SeuilsTrouves | undefined {
  const trouve = table.parSiren.get(siren)?.find((seuils) => seuils.annee <= annee)
  return trouve === undefined ? undefined : { ...trouve, ancien: trouve.annee < annee }
}
