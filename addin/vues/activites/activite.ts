import type { NomIcone } from '../../../ui/icones.ts'
import type { Volet } from '../volet.ts'
import type { CodeActivite, Ecran } from './ecran.ts'

/** One job of the pane beside scoring. Its folder is `addin/vues/<code>/`, fetched when the job is first opened. */
export interface Activite {
  readonly code: Exclude<CodeActivite, 'coter'>
  readonly nom: string
  readonly icone: NomIcone
  /** Fetches the job's screen and makes it, once a pane. */
  charger(volet: Volet): Promise<Ecran>
}
