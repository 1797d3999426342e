/** What the slower measures of the trial give to the page, ready to be shown. */

export interface IntervalleVu {
  readonly nom: string
  readonly points: string
  /** « de 46 à 53 », « à partir de 12 », « sans limite ». */
  readonly phrase: string
  /** Whether the least move already changes a list. */
  readonly fragile: boolean
}

export interface BarreTornade {
  readonly nom: string
  readonly points: string
  /** Greatest share of lists that change when points go down, then up. */
  readonly baisse: number
  readonly hausse: number
  readonly texteBaisse: string
  readonly texteHausse: string
}

export interface DemandeFragile {
  readonly demande: number
  readonly numero: string
  /** « 87 % (± 1,5) » */
  readonly part: string
  readonly candidate: boolean
}

export interface DemandeAuBord {
  readonly demande: number
  readonly numero: string
  readonly dedans: boolean
  readonly lots: string
  readonly marge: string
}

/** How far the grid tried can be changed without the commission reading other cases. */
export interface RobustesseVue {
  readonly grille: string
  /** Of the grid on which it was computed: it goes out of date. */
  readonly empreinte: string
  /** Which lists, and how many. */
  readonly listes: string
  readonly resume: readonly string[]
  readonly intervalles: readonly IntervalleVu[]
  readonly tornade: readonly BarreTornade[]
  readonly acceptabilite: {
    readonly phrase: string
    readonly menacees: readonly DemandeFragile[]
    readonly entrantes: readonly DemandeFragile[]
  }
  readonly bord: readonly DemandeAuBord[]
  readonly nombreBord: number
}

export interface GroupeComposition {
  readonly nom: string
  /** Undefined when the group is withheld. */
  readonly chiffres:
    | {
        readonly n: string
        readonly part: string
        readonly tetes: readonly { readonly avant: string; readonly apres: string }[]
      }
    | undefined
}

export interface EffetSurDimension {
  readonly dimension: string
  readonly groupes: readonly string[]
  readonly criteres: readonly {
    readonly nom: string
    /** By group: « +3,2 pts ; +120 places »; undefined when withheld. */
    readonly cases: readonly ({ readonly points: string; readonly places: string; readonly sens: number } | undefined)[]
  }[]
}

export interface EquiteVue {
  readonly empreinte: string
  readonly tetes: readonly string[]
  readonly dimensions: readonly { readonly nom: string; readonly groupes: readonly GroupeComposition[] }[]
  readonly effets: readonly EffetSurDimension[]
}

export interface IssueVue {
  readonly nom: string
  readonly n: string
  readonly obtenues: string
  readonly part: string
  readonly partNombre: number
  readonly attente: string
}

/** Did demandes ranked high obtain a dwelling? */
export interface BilanVu {
  readonly grille: string
  readonly source: string
  readonly phrases: readonly string[]
  readonly reserves: readonly string[]
  readonly deciles: readonly IssueVue[]
  readonly groupes: readonly { readonly nom: string; readonly issue: IssueVue | undefined }[]
  readonly rangs: readonly { readonly nom: string; readonly passages: string; readonly obtenues: string }[]
}
