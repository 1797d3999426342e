import type { Cas } from '../../../core/index.ts'

/** What goes between the page and the trial of its worker: plain data, ready to be shown. */

/** One value that can be moved: points, a bound, a limit, a tie-break. */
export interface ReglageVu {
  /** What it is asked for by. */
  readonly id: string
  readonly libelle: string
  readonly genre: 'points' | 'borne' | 'limite' | 'texte'
  /** As typed in French; empty when there is none (a limit), or when the criterion is removed. */
  readonly valeur: string
  /** The same under the grid in force. */
  readonly enForce: string
  readonly unite: string
  /** With a slider: its ends, its step and where it stands. */
  readonly curseur?: { readonly min: number; readonly max: number; readonly pas: number; readonly valeur: number }
}

export interface CritereRegle {
  readonly code: string
  readonly nom: string
  readonly phrase: string
  /** Removed from the grid tried: it counts for nothing. */
  readonly retire: boolean
  readonly ajoute: boolean
  readonly change: boolean
  /** Locked by the regional core. */
  readonly verrouille: boolean
  readonly points: readonly ReglageVu[]
  /** Bounds of its conditions, brackets, units. */
  readonly bornes: readonly ReglageVu[]
}

export interface FamilleReglee {
  /** Empty for criteria that stand alone. */
  readonly code: string
  readonly nom: string
  readonly limites: readonly ReglageVu[]
  readonly criteres: readonly CritereRegle[]
}

export interface DepartageVu {
  readonly rang: number
  /** As typed: « date_depot croissant ». */
  readonly ecrit: string
}

/** The whole of the controls. */
export interface ReglagesVus {
  readonly familles: readonly FamilleReglee[]
  readonly ensemble: readonly ReglageVu[]
  readonly departages: readonly DepartageVu[]
  /** Some whose tie-break changed. */
  readonly departageChange: boolean
}

export interface DifferencesVues {
  /** On the regional core; empty without one. */
  readonly socle: readonly string[]
  readonly locale: readonly string[]
}

export interface MouvementVu {
  /** Index in the table: what an explanation is asked by. */
  readonly demande: number
  readonly numero: string
  readonly avant: string
  readonly apres: string
  /** « +120 places » */
  readonly gain: string
}

/** What the grid tried does, small enough to follow a slider. */
export interface EffetVu {
  readonly demandes: number
  readonly listes: {
    readonly genre: 'fournis' | 'recherches'
    readonly lots: number
    readonly changes: number
    /** Null without dwellings. */
    readonly part: number | null
    readonly phrase: string
  }
  readonly deplacements: {
    readonly montent: number
    readonly descendent: number
    readonly immobiles: number
    readonly classes: readonly {
      readonly nom: string
      readonly montent: number
      readonly descendent: number
    }[]
    readonly phrase: string
  }
  readonly distribution: {
    readonly debut: number
    readonly largeur: number
    readonly a: readonly number[]
    readonly b: readonly number[]
  }
  readonly montees: readonly MouvementVu[]
  readonly descentes: readonly MouvementVu[]
}

/** The trial as the page shows it. */
export interface EssaiVu {
  readonly enForce: { readonly nom: string; readonly empreinte: string }
  readonly essayee: { readonly nom: string; readonly empreinte: string }
  readonly modifiee: boolean
  readonly peutAnnuler: boolean
  readonly peutRetablir: boolean
  readonly reglages: ReglagesVus
  readonly differences: DifferencesVues
  readonly effet: EffetVu
  /** The file of dwellings that the user gave, and what was read of it. */
  readonly logements: string | undefined
  /** Why what was asked could not be done; nothing has then changed. */
  readonly raisons: readonly string[]
  /** Counts the grids tried: what was computed for another one is out of date. */
  readonly version: number
  /** Milliseconds in the worker. */
  readonly duree: number
}

export interface GainVu {
  readonly nom: string
  /** Undefined when the group is withheld. */
  readonly chiffres:
    | {
        readonly n: string
        /** « +12 » places on average. */
        readonly moyen: string
        readonly moyenNombre: number
        readonly gagnants: string
        readonly perdants: string
        readonly partGagnants: number
        readonly partPerdants: number
      }
    | undefined
}

/** What takes longer, once the sliders rest. */
export interface DetailVu {
  readonly version: number
  readonly bandes: { readonly table: readonly (readonly number[])[]; readonly phrase: string }
  readonly gains: readonly { readonly nom: string; readonly groupes: readonly GainVu[] }[]
  readonly tetes: readonly string[]
  readonly publics: readonly {
    readonly nom: string
    readonly avant: string
    readonly apres: string
    readonly partAvant: number
    readonly partApres: number
  }[]
  readonly accord: string
}

export interface LigneEssayee {
  readonly demande: number
  readonly numero: string
  readonly ordre: string
  readonly avant: string
  readonly gain: string
  readonly sens: 'monte' | 'descend' | 'egal'
  readonly note: string
}

/** Why one demande moves. */
export interface ExplicationEssai extends Cas {
  readonly numero: string
  readonly ordreAvant: string
  readonly ordreApres: string
  readonly ajustements: readonly string[]
}

/** A named grid, as it is kept: its core first when it has one. */
export interface ScenarioEcrit {
  readonly nom: string
  readonly id: string
  readonly empreinte: string
  readonly ecrites: readonly unknown[]
}
