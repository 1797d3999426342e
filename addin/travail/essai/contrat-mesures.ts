import type { ScenarioEcrit } from './contrat-essai.ts'

/** What the slower measures of the trial give to the page, ready to be shown. */

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
  readonly empreinte: string
  /** No allocation is of a demande of the ranking: there is nothing to say of it. */
  readonly vide: boolean
  readonly source: string
  readonly phrases: readonly string[]
  readonly reserves: readonly string[]
  readonly deciles: readonly IssueVue[]
  readonly dimensions: readonly {
    readonly nom: string
    readonly groupes: readonly { readonly nom: string; readonly issue: IssueVue | undefined }[]
  }[]
  /** One sentence a rank. */
  readonly rangs: readonly string[]
}

/** One scenario beside the grid in force. */
export interface ScenarioResume {
  readonly id: string
  readonly nom: string
  readonly part: number
  readonly listes: string
  readonly phrase: string
  readonly montent: string
  readonly descendent: string
  readonly moyen: string
  readonly differences: readonly string[]
}

/** What the document of the conference is made of; without scenario, of the grid tried. */
export interface DemandeDossier {
  readonly scenarios: readonly ScenarioEcrit[]
  readonly question: string
  readonly format: 'docx' | 'html'
}
