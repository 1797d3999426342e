import type { Choix, FormulaireCritere } from '../../core/index.ts'

export interface GrilleVue {
  readonly id: string
  readonly nom: string
  readonly source: string | undefined
  readonly dateEffet: string | undefined
  readonly empreinte: string
  readonly avertissements: readonly string[]
  readonly familles: readonly FamilleVue[]
  readonly edition: EditionVue
  /** Its core, if any, then itself: what a new worker is given, in that order, to take the work up again. */
  readonly ecrites: readonly unknown[]
}

/** What of a grid is edited outside its criteria, as texts to type over. */
export interface EditionVue {
  /** Name of the regional core under it, when it is a local grid. */
  readonly socle: string | undefined
  readonly modifiee: boolean
  readonly peutAnnuler: boolean
  readonly peutRetablir: boolean
  readonly identite: {
    readonly id: string
    readonly nom: string
    readonly territoire: string
    readonly date_effet: string
    readonly source: string
  }
  readonly noteMin: string
  readonly noteMax: string
  readonly quartileBorne: string
  /** As typed: « nature : mutation d’abord ». */
  readonly departages: readonly string[]
}

/** A grid after an operation of the form; with reasons when it was refused and nothing changed. */
export interface GrilleEditee {
  readonly grille: GrilleVue
  readonly raisons: readonly string[]
}

/** A criterion open in the form. */
export interface CritereOuvert extends FormulaireCritere {
  readonly verrouille: boolean
}

/** A field that a criterion may rest on, with the ways in which it can give points. */
export interface ChampPropose {
  readonly code: string
  readonly libelle: string
  readonly regles: readonly Choix[]
  /** Test and value that stand by themselves, for a condition just added. */
  readonly test: string
  readonly valeur: string
}

export interface FamilleVue {
  /** Empty for criteria that stand alone. */
  readonly code: string
  readonly nom: string
  /** « seul le critère le plus élevé compte, 60 points au plus ». */
  readonly regle: string
  readonly cumul: string
  readonly plafond: string
  readonly plancher: string
  readonly criteres: readonly CritereResume[]
}

export interface CritereResume {
  readonly code: string
  readonly nom: string
  readonly regle: string
  readonly baseLegale: string | undefined
  /** Locked by the regional core: shown, never changed. */
  readonly verrouille: boolean
}
