import type { FeuilleBrute, FeuilleEcrite, FormatColonne, LigneBrute, ValeurEcrite } from '../../core/index.ts'
import type { DonneesLues } from './donnees.ts'

/**
 * What the views know of Excel: this and nothing else. Every function may throw `Refus` (what the user can do is in its
 * reasons) or `Interruption` (the same, and the run can be taken up again).
 */
export interface ClasseurExcel {
  readonly capacites: Capacites
  /** Where demandes may be: the selection first, then names, tables, sheets; never a sheet that the add-in owns. */
  sources(): Promise<readonly Source[]>
  /** The source that `noter` finds best by its first rows; undefined when nothing scores above 0. */
  trouverSource(noter: (feuille: FeuilleBrute) => number): Promise<Source | undefined>
  /** Headers and first rows, every column: enough to recognise the columns. */
  apercu(source: Source): Promise<Apercu>
  lire(source: Source, demande: DemandeLecture): Promise<Lecture>
  ecrire(feuilles: readonly FeuilleEcrite[], demande?: DemandeEcriture): Promise<Ecriture>
  /** Writes columns to the right of the user's own table. Only ever at their request. Gives what they should know. */
  ajouterColonnes(
    source: Source,
    colonnes: readonly ColonneAjoutee[],
    demande?: DemandeEcriture,
  ): Promise<readonly string[]>
  /** Writes short tables that the user edits, in owned sheets that are then read again; their former content is not kept. */
  tenir(feuilles: readonly FeuilleSuivie[]): Promise<Ecriture>
  /** Followed sheets as they are now; those that do not exist are left out. */
  relire(noms: readonly string[]): Promise<readonly FeuilleRelue[]>
  /** Lists, locks and marks of followed sheets, put anew; no value is written. */
  habiller(habillages: readonly HabillageDe[], fautes: readonly FauteSuivie[]): Promise<void>
  /** Tells the id of each sheet that changes; gives the function that stops it. */
  suivreChangements(rappel: (feuilleId: string) => void): Promise<() => Promise<void>>
  /** Names of the sheets that the user may know of. */
  nomsDesFeuilles(): Promise<readonly string[]>
  /** Adds the sheets to fill that the workbook lacks; one that is there, whosever it is, is left alone. */
  poserModeles(modeles: readonly FeuilleModele[]): Promise<ModelesPoses>
  /** Names of the owned sheets whose former content is kept. */
  restaurables(): Promise<readonly string[]>
  /** Puts the former content back, in one step; gives the sheets restored, none when nothing was kept. */
  restaurer(): Promise<Ecriture>
  /** Ends what a cut run left behind; gives one sentence for each thing done. To be called when the pane opens. */
  reprendre(): Promise<readonly string[]>
  lireReglage(cle: string): Promise<unknown>
  ecrireReglage(cle: string, valeur: unknown): Promise<void>
  lireDocument(): Promise<DocumentEmbarque | undefined>
  ecrireDocument(document: DocumentEmbarque): Promise<void>
  selectionner(place: Place): Promise<void>
  /** The cells selected, with their address as a formula names them. */
  plageSelectionnee(): Promise<{ readonly adresse: string; readonly cellules: readonly (readonly unknown[])[] }>
  /** Tells each change of selection; gives the function that stops it. */
  suivreSelection(rappel: (place: Place) => void): Promise<() => Promise<void>>
}

export interface Capacites {
  readonly plateforme: 'web' | 'windows' | 'mac'
  /** False in volume-licensed Excel: the pane does the same jobs. */
  readonly fonctionsPersonnalisees: boolean
}

/** A block of a sheet that may hold demandes. Rows and columns are counted from 0. Plain data: it can be remembered. */
export interface Source {
  readonly genre: 'selection' | 'nom' | 'tableau' | 'feuille'
  /** As the user knows it: name of the table, of the range or of the sheet. */
  readonly nom: string
  readonly feuille: string
  readonly feuilleId: string
  /** The table that is followed when it moves or grows. */
  readonly tableauId?: string
  readonly ligne: number
  readonly colonne: number
  readonly lignes: number
  readonly colonnes: number
}

export interface Apercu {
  readonly feuille: FeuilleBrute
  /** Columns (from 0 in the source) where a number is shown as a date. */
  readonly colonnesDates: readonly number[]
  /** What the user should know before reading: filter, hidden rows, too many columns. */
  readonly avis: readonly string[]
}

export interface DemandeLecture {
  /** Columns to read, from 0 in the source; the others come back empty below the headers. */
  readonly colonnes: readonly number[]
  /** Among them, those where numbers may be dates: their formats are read too. */
  readonly dates: readonly number[]
  /** Rows read in full at the top, headers included. Default 1. */
  readonly lignesEntete?: number
  readonly progres?: Progres
  readonly signal?: AbortSignal
  /** What an `Interruption` gave: reading goes on after the last block that came. */
  readonly reprise?: RepriseLecture
}

export type Progres = (fait: number, total: number) => void

export interface Lecture {
  readonly feuille: FeuilleBrute
  /** The same as plain data, for a worker: `feuilleDe` (`donnees.ts`) makes the sheet there. */
  readonly donnees: DonneesLues
  readonly avis: readonly string[]
  /** Address of what was read, for the provenance block. */
  readonly adresse: string
  /** Throws `Interruption` when the source has changed since it was read. */
  verifier(): Promise<void>
  /** Stops watching the source. To be called at the end, whatever happened. */
  fermer(): Promise<void>
}

/** The blocks that came before a reading was cut; the source is still watched until it is taken up or given up. */
export interface RepriseLecture {
  readonly ligneSuivante: number
  abandonner(): Promise<void>
}

export interface ColonneAjoutee {
  readonly titre: string
  readonly format: FormatColonne
  /** One for each row below the headers, in order. */
  readonly valeurs: readonly ValeurEcrite[]
}

export interface DemandeEcriture {
  /** Verified just before the results replace the former ones. */
  readonly lecture?: Lecture
  readonly progres?: Progres
  readonly signal?: AbortSignal
}

export interface Ecriture {
  /** Name of the sheet each one went to (another one when the user already has a sheet of that name). */
  readonly feuilles: readonly { readonly nom: string; readonly ecriteDans: string }[]
  /** What was done that the user may not expect: filter removed, former content not kept… */
  readonly avis: readonly string[]
}

/** Values proposed where one types: in a column, or in one of its cells (row from 0 below the headers). */
export interface AideCellule {
  readonly colonne: string
  readonly ligne?: number
  readonly valeurs: readonly string[]
  /** `fermee`: nothing else is taken. `conseillee`: something else is taken after a word. `libre`: only proposed. */
  readonly exigence: 'fermee' | 'conseillee' | 'libre'
}

/** How a table of ours is dressed for typing. */
export interface Habillage {
  readonly aides: readonly AideCellule[]
  /** Rows (from 0 below the headers) where nothing can be typed. */
  readonly verrouillees: readonly number[]
}

export interface HabillageDe extends Habillage {
  /** Under which the sheet is known (`Grille`), whatever it is called in this workbook. */
  readonly nom: string
}

/** A short table that the add-in writes and the user edits. */
export interface FeuilleSuivie extends FeuilleEcrite, Habillage {
  /** Headers that are ours even when this table does not have them; the user's own columns follow their row. */
  readonly connues: readonly string[]
}

/** A sheet to fill, the user's own once it is there. */
export interface FeuilleModele {
  readonly nom: string
  readonly colonnes: readonly {
    readonly titre: string
    readonly format: FormatColonne
    readonly largeur: number
    /** Values to choose from; others may be typed. */
    readonly proposees: readonly string[]
  }[]
  readonly lignes: readonly (readonly ValeurEcrite[])[]
}

/** Names of the templates that were added, and of those that the workbook had already. */
export interface ModelesPoses {
  readonly poses: readonly string[]
  readonly presents: readonly string[]
}

/** What is wrong at a cell; row as the user sees it. */
export interface FauteCellule {
  readonly ligne: number
  readonly colonne: string
  readonly message: string
}

export interface FauteSuivie extends FauteCellule {
  readonly nom: string
}

/** A followed sheet as the user left it. */
export interface FeuilleRelue {
  readonly nom: string
  /** What the sheet is called. */
  readonly ecriteDans: string
  readonly feuilleId: string
  /** First column of its table, from 0. */
  readonly colonne: number
  /** Headers, then every row of the table. */
  readonly lignes: readonly LigneBrute[]
}

/** What travels with the workbook in a custom XML part. */
export interface DocumentEmbarque {
  /** The grid, as JSON text. */
  readonly grille: string
  readonly provenance: readonly (readonly [etiquette: string, valeur: string])[]
}

/** A cell; row and column from 0. */
export interface Place {
  readonly feuilleId: string
  readonly ligne: number
  readonly colonne: number
}
