import type { TemplateResult } from 'lit'
import type { GrilleVue } from '../travail/contrat-grille.ts'
import type { FeuillesGrille } from './feuilles-grille.ts'
import type { GrilleFournie } from './grilles.ts'
import type { Reglages } from './reglages.ts'
import type { Sortie } from './sortie.ts'
import type { Progres } from '../travail/contrat.ts'
import type { ReceptionTables, TablesAttendues } from '../travail/tables-attendues.ts'
import type { TableDecrite } from '../travail/feuille-decrite.ts'
import type { SourceSuivi, SourceTables } from './source.ts'
import type { SurPlace } from './sur-place.ts'

/** A file that the user chose. */
export interface FichierChoisi {
  readonly nom: string
  readonly octets: Uint8Array
}

/** A grid as it was kept: its core first when it has one. */
export interface GrilleGardee {
  readonly ecrites: readonly unknown[]
  /** Id of the supplied grid that it is. */
  readonly choisie: string | undefined
}

/** Where the follow-up finds its tables and writes its sheets. */
export interface HoteSuivi {
  /** The workbook at hand, where tables are looked for first. */
  trouver(): SourceSuivi
  /** Where other tables are chosen; left out where the workbook is all there is. `compact` once some are open. */
  ouverture?(choisir: (source: SourceSuivi) => void, compact: boolean): TemplateResult
  /** Writes owned sheets in the workbook; left out where results leave as files. */
  ecrire?(feuilles: readonly TableDecrite[]): Promise<readonly string[]>
}

/** The cells that are selected, with their address as a formula names them. */
export interface PlageChoisie {
  readonly adresse: string
  readonly cellules: readonly (readonly unknown[])[]
}

/** What the pane asks of the place where it lives: a page on a file, or Excel. */
export interface Hote {
  /** ISO day: the pane has no clock of its own. */
  readonly aujourdhui: string
  readonly sortie: Sortie
  readonly reglages: Reglages
  readonly grilles: readonly GrilleFournie[]
  /** Where the demandes are chosen: a drop zone, or the list of tables of the workbook. `compact` once one is open. */
  ouverture(choisir: (source: SourceTables) => void, compact: boolean): TemplateResult
  /** Where a grid of the user's is chosen, with its core when it has one. */
  ouvrirGrille(choisir: (fichiers: readonly FichierChoisi[]) => void): TemplateResult
  /** Demandes that the host has at hand: one move opens them from any job. */
  readonly depart?: { readonly texte: string; source(): SourceTables }
  /** Results beside the demandes; left out where results leave as files. */
  readonly surPlace?: SurPlace
  readonly suivi: HoteSuivi
  /** Brings what is published beside the demandes; left out where the worker has the whole file. */
  joindre?(publication: ReceptionTables<TablesAttendues>, progres: Progres): Promise<void>
  /** The grid in sheets of the workbook; left out where there is no live workbook. */
  readonly feuillesGrille?: FeuillesGrille
  /** Keeps the grid with the workbook. */
  garderGrille?(grille: GrilleVue, choisie: string | undefined): void
  /** The grid kept with the workbook. */
  grilleGardee?(): Promise<GrilleGardee | undefined>
  /** The cells selected in the workbook. @throws Refus when there are too many, or several blocks */
  plageSelectionnee?(): Promise<PlageChoisie>
  /** Stops what the host itself is doing. */
  interrompre?(): void
}
