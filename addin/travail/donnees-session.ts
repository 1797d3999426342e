import type { Cotations, Demandes, GrilleLue, Territoires } from '../../core/index.ts'
import type { Attributions } from '../../core/objectifs/index.ts'
import type { ClasseurLu } from './ouvrir-classeur.ts'

/** Where a result says that it comes from. */
export interface SourceResultat {
  readonly fichier: string
  readonly feuille: string
  readonly versionMoteur: string
}

/**
 * What the session holds at this moment, for the other jobs of the worker (one folder each: `essai/`, `suivi/`…). Undefined
 * until the user has come that far. A job keeps nothing of it: it asks each time, since a reading replaces everything.
 */
export interface DonneesSession {
  classeur(): ClasseurLu | undefined
  demandes(): Demandes | undefined
  grille(): GrilleLue | undefined
  /** The grid as parsed JSON, as it is saved. */
  grilleEcrite(): unknown
  /** The same, its core first when it has one: what a new edition of it starts from. */
  grilleEcrites(): readonly unknown[]
  /** The scoring on screen. */
  cotations(): Cotations | undefined
  lieux(): Promise<Territoires>
  /** The allocations that the follow-up has read. */
  attributions(): Attributions | undefined
  /** @throws Error before a table is recognised */
  source(): SourceResultat
}
