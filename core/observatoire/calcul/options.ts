import type { TableSeuils } from '../../baremes/index.ts'
import type { BorneQuartile } from '../../demande/derives/derive.ts'
import type { Attributions } from '../../objectifs/attributions.ts'
import type { Jour } from '../../socle/jour.ts'
import type { IndicateurCalcule } from '../indicateurs/modele.ts'
import type { Jeu, Territoire } from '../jeu/jeu.ts'
import type { Parc } from '../parc/lire-parc.ts'
import type { Profil } from '../protection/profils.ts'

export interface OptionsObservation {
  /** The EPCI whose demandes are counted. */
  readonly territoire: Territoire
  /** Year, quarter, month or day that the figures stand for. Allocations of a day are those of its year up to it. */
  readonly periode: string
  /** Day of the computation: seniority and thresholds are those of that day. */
  readonly jour: Jour
  readonly seuils: TableSeuils
  readonly borne?: BorneQuartile
  readonly versionMoteur: string
  /** Who publishes; the territory unless given. */
  readonly producteur?: string
  /** Decisions and leases of the territory; without them only demandes are counted. */
  readonly attributions?: Attributions
  /** Social dwellings of the territory. */
  readonly parc?: Parc
  /** Communes for which figures are given too. */
  readonly communes?: readonly Territoire[]
  /** Whether figures are given for the priority districts that the rows name, where they name any. */
  readonly quartiers?: boolean
  /** All those that can be computed unless given. */
  readonly indicateurs?: readonly IndicateurCalcule[]
  /** Rules of what may be published; eleven households unless given. Households are never judged by less than `pourMenages`. */
  readonly profil?: Profil
  /** The file that the territory published before: what changed little since is withheld. Without it nothing is checked. */
  readonly precedent?: Jeu
}
