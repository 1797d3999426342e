import type { CotationVue } from '../../travail/contrat.ts'
import type { DetailVu, EssaiVu, ExplicationEssai, ScenarioEcrit } from '../../travail/essai/contrat-essai.ts'
import type { RobustesseVue } from '../../../core/index.ts'
import type { BilanVu, EquiteVue, ScenarioResume } from '../../travail/essai/contrat-mesures.ts'
import type { FichierChoisi } from '../../ports/hote.ts'
import type { Faute } from '../etat.ts'

/** The pages of the job. */
export type PageEssai = 'regler' | 'scenarios' | 'robustesse' | 'equite' | 'recul'

/** What the trial shows. Grids and figures stay in the worker. */
export interface EtatEssai {
  readonly page: PageEssai
  /** The scoring that the measures on screen are of. */
  readonly cotation: CotationVue | undefined
  readonly essai: EssaiVu | undefined
  /** Undefined while it is being computed for the grid on screen. */
  readonly detail: DetailVu | undefined
  readonly explication: ExplicationEssai | undefined
  /** What controls show before the worker has answered, by setting. */
  readonly brouillons: ReadonlyMap<string, string>
  /** Setting whose last value was refused, and why. */
  readonly refusee: { readonly id: string; readonly raison: string } | undefined
  readonly recherche: string
  readonly scenarios: readonly ScenarioEcrit[]
  readonly nomScenario: string
  readonly message: { readonly titre: string; readonly textes: readonly string[] } | undefined
  readonly faute: Faute | undefined
  readonly robustesse: RobustesseVue | undefined
  readonly equite: EquiteVue | undefined
  /** Cut of the effects of criteria on screen. */
  readonly dimension: string | undefined
  readonly recul: BilanVu | undefined
  /** The file of allocations that the user gave. */
  readonly fichierRecul: FichierChoisi | undefined
  /** The scenarios kept, beside the grid in force. */
  readonly comparaison: readonly ScenarioResume[]
  readonly question: string
  /** The grid was replaced from here: it can be put back. */
  readonly reprise: string | undefined
}

/** Measures of another ranking, or on other lists: they are to be made again. */
export const SANS_MESURE = { robustesse: undefined, equite: undefined, recul: undefined, comparaison: [] } as const

export const ETAT_INITIAL: EtatEssai = {
  page: 'regler',
  cotation: undefined,
  essai: undefined,
  detail: undefined,
  explication: undefined,
  brouillons: new Map(),
  refusee: undefined,
  recherche: '',
  scenarios: [],
  nomScenario: '',
  message: undefined,
  faute: undefined,
  robustesse: undefined,
  equite: undefined,
  dimension: undefined,
  recul: undefined,
  fichierRecul: undefined,
  comparaison: [],
  question: '',
  reprise: undefined,
}
