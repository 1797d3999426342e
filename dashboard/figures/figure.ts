/** How a value of an axis is written, and whether the axis starts at zero (bars always do). */
export interface Axe {
  readonly titre: string
  readonly depuisZero: boolean
  readonly ecrire: (valeur: number) => string
  /** Given, the axis ends there: panels that are compared end at the same place. */
  readonly maximum?: number
}

/** One line of values; `null` where there is none to show: `textes` then says why. */
export interface Serie {
  readonly nom: string
  readonly valeurs: readonly (number | null)[]
  /** What is written for each value, unit and withheld ones included. */
  readonly textes: readonly string[]
  /** Bounds of each value, when it has any: an interval, a bracket. */
  readonly intervalles?: readonly (readonly [number, number] | null)[]
  /** `repere`: the one that the reader looks at; `reference`: what it is compared with; `fond`: the others. */
  readonly role: 'repere' | 'reference' | 'fond'
}

/** A level drawn across: a median, a target. */
export interface Niveau {
  readonly nom: string
  readonly valeur: number
  readonly texte: string
  /** A legal target has its own colour; left out: what the others do (a median, a total). */
  readonly genre?: 'objectif' | 'reference'
}

/** Bars, dots or lines over named places or periods. */
export interface DessinCategories {
  readonly genre: 'barres' | 'barres-empilees' | 'points' | 'lignes'
  /** `repere`: the one that the reader looks at, told from the others. */
  readonly categories: readonly { readonly cle: string; readonly nom: string; readonly repere?: boolean }[]
  readonly series: readonly Serie[]
  readonly niveaux: readonly Niveau[]
  readonly axe: Axe
  /** Texts are those of each category, and not the values of the axis: a rank drawn, a number of dwellings written. */
  readonly textesPropres?: boolean
}

/** The same small chart for many places, on one scale. */
export interface DessinMultiples {
  readonly genre: 'multiples'
  readonly panneaux: readonly { readonly titre: string; readonly dessin: DessinCategories }[]
}

/** Places shaded by class. `lieux` are départements of the drawn map, or tiles. */
export interface DessinCarte {
  readonly genre: 'carte'
  readonly fond: 'departements' | 'tuiles'
  readonly classes: readonly { readonly libelle: string; readonly rang: number }[]
  readonly lieux: readonly {
    readonly code: string
    readonly nom: string
    /** Rank of its class, or null: `texte` then says why. */
    readonly classe: number | null
    readonly texte: string
    /** The value alone, or in a word why there is none: what holds on the map itself. */
    readonly bref: string
    /** Heading under which a tile stands: its département, its région. */
    readonly groupe?: string
    readonly repere?: boolean
  }[]
  /** Who drew the map, to be written beside it. */
  readonly credit?: string
}

export type Dessin = DessinCategories | DessinMultiples | DessinCarte

export type CelluleFigure =
  | { readonly genre: 'texte'; readonly texte: string }
  | { readonly genre: 'nombre'; readonly valeur: number; readonly texte: string }
  /** No figure: withheld, or not there. `raison` is shown with it, everywhere. */
  | { readonly genre: 'vide'; readonly texte: string; readonly raison: string }

/** The same figures as the drawing, and those that it cannot show. */
export interface TableauFigure {
  /** `nombre`: aligned to the right. */
  readonly colonnes: readonly {
    readonly code: string
    readonly titre: string
    readonly unite?: string
    readonly nombre?: boolean
  }[]
  readonly lignes: readonly {
    readonly cle: string
    readonly cellules: readonly CelluleFigure[]
    readonly repere: boolean
  }[]
  /** Given, `cle` of a row is a code of that sort, and the row can be opened. */
  readonly ouvre?: 'territoire' | 'indicateur'
  /** Column and direction in which the rows stand. */
  readonly tri?: { readonly colonne: string; readonly sens: 'croissant' | 'decroissant' }
}

/** The answer in one figure, before any drawing: what is read at the back of a room. */
export interface ReponseFigure {
  readonly titre: string
  /** Left out when the figure is withheld or absent. */
  readonly chiffre?: string
  readonly unite?: string
  readonly etat?: 'protege' | 'absent'
  /** Counts behind the rate, rank with its interval, why there is no figure. */
  readonly precisions: readonly string[]
  /** Since when, where the page has more to show of it below. */
  readonly depuis?: string
  readonly comparaisons: readonly { readonly ecart: string; readonly avec: string }[]
}

/** What lets someone find a figure again: which file, which definition, which engine. */
export interface ProvenanceFigure {
  /** Hash of the dataset, « sha256:… ». */
  readonly jeu: string
  readonly titreJeu: string
  readonly indicateur: string
  readonly version: string
  readonly moteur: string
}

/**
 * One figure as it is shown, exported, put on a slide or printed: everything in French, nothing left to compute, nothing
 * that protection withheld. Whoever draws it knows this and nothing else.
 */
export interface Figure {
  /** Stable within its view; names its files. */
  readonly id: string
  /** A question, or what the figure says. */
  readonly titre: string
  /** Where and when. */
  readonly sousTitre: string
  /** Drawn at random for demonstration: said wherever the figure goes. */
  readonly fictif: boolean
  readonly reponse?: ReponseFigure
  /** What it teaches, as a title states it; the first sentence of `phrase` unless given. */
  readonly constat?: string
  /** What the drawing shows, in a sentence that stands in its place. */
  readonly phrase: string
  readonly dessin: Dessin | undefined
  readonly tableau: TableauFigure
  readonly definitions: readonly { readonly nom: string; readonly texte: string }[]
  readonly sources: readonly { readonly texte: string; readonly url?: string }[]
  /** What was withheld and by which rule, or that nothing was. */
  readonly protection: string
  readonly provenance: readonly ProvenanceFigure[]
}
