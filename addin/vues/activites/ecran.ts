import type { TemplateResult } from 'lit'

/** The jobs of the pane. `coter` is the one it opens on; the others are rows of `registre.ts`. */
export type CodeActivite = 'coter' | 'essayer' | 'suivre' | 'publier' | 'calculer'

/** What a job beside scoring shows, with its own state. It draws itself again through `volet.changer({})`. */
export interface Ecran {
  /** @param large whether two panels fit side by side */
  dessiner(large: boolean): TemplateResult
  /** The job is opened, or opened again after something else may have changed. */
  ouvrir(): Promise<void>
}
