import type { Jour } from '../socle/jour.ts'
import type { Dossier } from './dossier.ts'
import type { BailleurExemple } from './parts-attributions.ts'

/** A dwelling that a commission allocates. */
export interface LogementPropose {
  readonly reference: string
  readonly bailleur: BailleurExemple
  /** Code of its holder; AUCUN: the landlord's own. */
  readonly reservataire: string
  readonly reservataireNom: string | null
  readonly commune: string
  readonly qpv: boolean
  readonly typologie: string
  readonly financement: string
  readonly periode: string
  readonly neuf: boolean
}

/** A row of the commissions: a household looked at for a dwelling, and what came of it. */
export interface AttributionExemple {
  readonly dossier: Dossier
  readonly logement: LogementPropose
  readonly decisionLe: Jour
  readonly bailLe: Jour | null
  readonly decision: string
  readonly rang: number
  readonly refus: string | null
  readonly relogement: string
}
