import type { TemplateResult } from 'lit'
import type { Selection } from '../adresse.ts'
import type { Application } from '../application.ts'
import type { Figure } from '../figures/figure.ts'
import type { Contexte } from '../modeles/contexte.ts'
import type { Tri } from '../modeles/trier.ts'

/** What a template may ask of the page. */
export interface Hote {
  readonly application: Application
  readonly selection: Selection
  /** Goes to another selection: one step that the back button undoes. */
  choisir(partie: Partial<Selection>): void
  /** The same while something is being typed: no step of its own. */
  preciser(partie: Partial<Selection>): void
  /** The address of another selection. */
  lien(partie: Partial<Selection>): string
  /** How the reader sorted the table of a figure, if at all. */
  triDe(figure: string): Tri | undefined
  trier(figure: string, tri: Tri): void
  /** The figures that an address gives with the data open now; none when its view gives none. */
  figuresDe(adresse: string): Promise<readonly Figure[]>
}

/** A view once made: what it says, its figures, and how they are laid out. */
export interface Vue {
  /** A question. */
  readonly titre: string
  readonly sousTitre: string
  /** What is exported, put on slides and printed: in order. */
  readonly figures: readonly Figure[]
  readonly gabarit: (hote: Hote) => TemplateResult
}

/** The module of a view: pure, whatever the page does with what it makes. */
export interface ModuleVue {
  readonly voir: (contexte: Contexte) => Vue
}
