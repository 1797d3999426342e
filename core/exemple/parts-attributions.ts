import type { Repartition } from './hasard.ts'

/* Shares behind the allocations of the example, said in the same way as those of `parts.ts`. */

/** Allocations a year for one application in stock. */
export const TENSION = {
  source: 'Hauts-de-France, 2023 : 223 000 demandes pour 45 000 attributions',
  part: 45_000 / 223_000,
} as const

/** A landlord of the example, all invented. */
export interface BailleurExemple {
  readonly nom: string
  /** Share of the allocations, and of the stock. */
  readonly poids: number
  /** How readily it takes a household of the first quartile outside priority districts, against another. */
  readonly accueil: number
  /** Share of priority households among those of its own dwellings. */
  readonly priorite: number
  /** Share of its dwellings that stand in priority districts. */
  readonly qpv: number
  /** Yearly turnover of its stock. */
  readonly rotation: number
  /** Shares of the flow that its agreements give, in the order of `RESERVATAIRES`; the rest is its own. */
  readonly conventions: readonly [colter: number, colact: number, pprior: number, pfonct: number, autres: number]
}

/**
 * Source: hypothesis. In the region no EPCI reached 25 % of leases to the first quartile outside priority districts in
 * 2024 (map by classes from 9.5 % to 25 %): the landlords are spread around these classes.
 */
export const BAILLEURS_EXEMPLE: readonly BailleurExemple[] = [
  {
    nom: 'Habitat Fictif du Nord',
    poids: 30,
    accueil: 0.48,
    priorite: 0.24,
    qpv: 0.4,
    rotation: 0.071,
    conventions: [0.2, 0.2, 0.25, 0.05, 0],
  },
  {
    nom: 'Logis Imaginaire',
    poids: 24,
    accueil: 1.02,
    priorite: 0.3,
    qpv: 0.38,
    rotation: 0.078,
    conventions: [0.18, 0.22, 0.25, 0.04, 0.01],
  },
  {
    nom: 'Toit d’Exemple',
    poids: 18,
    accueil: 0.3,
    priorite: 0.19,
    qpv: 0.24,
    rotation: 0.085,
    conventions: [0.15, 0.25, 0.26, 0.05, 0],
  },
  {
    nom: 'Maisons Inventées',
    poids: 14,
    accueil: 0.7,
    priorite: 0.27,
    qpv: 0.35,
    rotation: 0.066,
    conventions: [0.2, 0.2, 0.25, 0.05, 0.02],
  },
  {
    nom: 'Coopérative du Beffroi rêvé',
    poids: 9,
    accueil: 0.42,
    priorite: 0.35,
    qpv: 0.15,
    rotation: 0.092,
    conventions: [0.1, 0.3, 0.22, 0.03, 0],
  },
  {
    nom: 'Demeures Supposées',
    poids: 5,
    accueil: 0.95,
    priorite: 0.4,
    qpv: 0.45,
    rotation: 0.06,
    conventions: [0.25, 0.15, 0.25, 0.05, 0],
  },
]

export const RESERVATAIRES = ['COLTER', 'COLACT', 'PPRIOR', 'PFONCT', 'AUTRES'] as const

/** Share of priority households among those of a holder; source: hypothesis, around the quarter that the law wants. */
export const PRIORITE: Readonly<Record<string, number>> = {
  PPRIOR: 0.9,
  COLACT: 0.22,
  COLTER: 0.28,
  PFONCT: 0.12,
  AUTRES: 0.15,
}

export const COLLECTIVITES: Repartition<string | null> = {
  source: 'hypothèse',
  parts: [
    ['Métropole Européenne de Lille', 40],
    ['Ville de Lille', 22],
    ['Ville de Roubaix', 14],
    ['Ville de Tourcoing', 12],
    [null, 12],
  ],
}

/** By month, January first. */
export const SAISONS: readonly number[] = [0.9, 0.95, 1.05, 1, 0.95, 1.15, 1.2, 0.6, 1.15, 1.15, 1.05, 0.85]

export const FINANCEMENTS: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['PLUS', 0.66],
    ['PLAI', 0.22],
    ['PLS', 0.1],
    ['PLI', 0.02],
  ],
}

export const PERIODES: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['Avant 1949', 0.06],
    ['1949-1974', 0.34],
    ['1975-1999', 0.3],
    ['2000-2014', 0.18],
    ['2015 et après', 0.12],
  ],
}

export const RELOGEMENTS: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['aucun', 0.965],
    ['anru', 0.022],
    ['insalubrite', 0.007],
    ['orcod', 0.004],
    ['vente', 0.002],
  ],
}

/** What the commission decides of a household that is alone or first on its list. */
export const DECISIONS: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['attribution', 0.86],
    ['refus_candidat', 0.06],
    ['non_attribution', 0.035],
    ['attribution_rang', 0.02],
    ['sous_condition', 0.015],
    ['irrecevable', 0.01],
  ],
}

export const MOTIFS_REFUS: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['Logement trop éloigné du lieu de travail', 4],
    ['Loyer jugé trop élevé', 3],
    ['Quartier refusé', 3],
    ['Logement trop petit', 2],
    ['Absence d’ascenseur', 2],
    ['Sans réponse', 4],
  ],
}

/** Cells that nobody filled in. */
export const LACUNES = {
  source: 'hypothèse : assez pour que les taux soient des fourchettes',
  ressources: 0.05,
  quartile: 0.45,
  qpv: 0.006,
  reservataire: 0.012,
  publics: 0.02,
  relogement: 0.01,
  bail: 0.14,
} as const
