import type { EndroitSuivi } from './contrat-suivi.ts'

/** The quartile assistant: what is asked, what is answered. */

export interface DemandeQuartile {
  /** As typed. */
  readonly ressources: string
  readonly personnes: string
  readonly moinsDe14: string
  readonly epci: string
  readonly annee: number
  readonly borne: 'stricte' | 'incluse'
}

export interface QuartileVu {
  readonly phrase: string
  readonly calcul: string
  readonly distances: readonly { readonly seuil: string; readonly distance: string }[]
  readonly borne: string
  readonly annees: readonly { readonly annee: string; readonly quartile: string }[]
  readonly avertissement: string | undefined
}

/** An allocation of the year whose quartile hangs by little, or by the year or the bound chosen. */
export interface LigneAuSeuilVue {
  readonly endroit: EndroitSuivi
  readonly numero: string
  readonly bailleur: string
  readonly quartile: string
  /** To the first-quartile threshold, € per consumption unit and year. */
  readonly distance: string
  /** What another bound or the thresholds of the year before would make of it; empty when nothing. */
  readonly bascule: string
}

export interface ListeAuSeuil {
  readonly annee: number
  readonly marge: string
  readonly lignes: readonly LigneAuSeuilVue[]
}
