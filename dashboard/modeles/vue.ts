import type { SensTri } from '../../ui/table-modele.ts'

/** A bar of the chart. */
export interface Barre {
  /** Code of the territory, or modality. */
  readonly cle: string
  readonly nom: string
  readonly valeur: number
  /** The value as it is written. */
  readonly texte: string
  readonly repere: boolean
}

/** A level with which the bars are compared. */
export interface Niveau {
  readonly nom: string
  readonly texte: string
  readonly trait: 'tirets' | 'points' | 'continu'
  /** One value for all bars, or one a bar. */
  readonly valeurs: readonly number[]
}

export interface Graphique {
  readonly titre: string
  /** What it shows, in a sentence that stands in place of the picture. */
  readonly description: string
  /** Named bars side by side with their names, or a profile of many. */
  readonly genre: 'noms' | 'profil'
  /** One bar is told from the others, even when the one chosen has no value. */
  readonly unSeul: boolean
  readonly barres: readonly Barre[]
  readonly niveaux: readonly Niveau[]
  /** Title of the axis of values. */
  readonly axe: string
  readonly ecrire: (valeur: number) => string
  /** Given, a bar can be chosen. */
  readonly surChoix?: ((cle: string) => void) | undefined
}

export interface ColonneTableau {
  readonly code: string
  readonly titre: string
  readonly nombre: boolean
}

/** The same figures as the chart, and those that it cannot show. */
export interface Tableau {
  readonly libelle: string
  readonly colonnes: readonly ColonneTableau[]
  readonly lignes: readonly {
    /** Code of the territory, or modality. */
    readonly cle: string
    readonly cellules: readonly string[]
    /** What is sorted on, by column; null comes last. */
    readonly tris: readonly (string | number | null)[]
    readonly repere: boolean
  }[]
  readonly tri: { readonly colonne: string; readonly sens: SensTri }
  /** Rows are territories that can be chosen. */
  readonly choisir: boolean
}

export interface ComparaisonVue {
  readonly ecart: string
  readonly avec: string
}

/** The figure that answers the question. */
export interface CarteVue {
  readonly titre: string
  readonly chiffre?: string
  readonly unite?: string | undefined
  readonly etat?: 'protege' | 'absent'
  readonly precisions: readonly string[]
  readonly comparaisons: readonly ComparaisonVue[]
}

/** All that the page shows of one indicator, in French, nothing left to compute. */
export interface Vue {
  readonly question: string
  readonly sousTitre: string
  readonly carte: CarteVue
  readonly graphique: Graphique | undefined
  /** Why there is no chart. */
  readonly sansGraphique: { readonly titre: string; readonly texte: string } | undefined
  /** What the chart says. */
  readonly phrase: string
  readonly tableau: Tableau
  readonly sources: readonly { readonly texte: string; readonly url?: string | undefined }[]
  readonly protection: string
  readonly definition: string
  readonly baseLegale: string | undefined
  readonly pieges: readonly string[]
}
