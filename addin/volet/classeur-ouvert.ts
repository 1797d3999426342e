import type { ClasseurExcel, Lecture, Source } from '../excel/index.ts'
import { Interruption } from '../excel/interruption.ts'
import { SourceChangee } from '../ports/sur-place.ts'
import { Coupure } from '../travail/poste.ts'

/** The live workbook with what the pane holds of it: the table chosen, its last reading, the work that can be stopped. */
export class ClasseurOuvert {
  readonly excel: ClasseurExcel
  /** The table of the last reading. */
  source: Source | undefined
  #lecture: Lecture | undefined
  #arret = new AbortController()

  constructor(excel: ClasseurExcel) {
    this.excel = excel
  }

  get lecture(): Lecture | undefined {
    return this.#lecture
  }

  /** The former reading stops being watched. */
  async garder(source: Source, lecture: Lecture | undefined): Promise<void> {
    const ancienne = this.#lecture
    this.source = source
    this.#lecture = lecture
    await ancienne?.fermer()
  }

  interrompre(): void {
    this.#arret.abort()
  }

  /** Does something that can be stopped; what Excel refused comes out in the words of the views. */
  async faire<T>(travail: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = (this.#arret = new AbortController())
    try {
      return await travail(signal)
    } catch (erreur) {
      if (signal.aborted) throw new Coupure()
      if (!(erreur instanceof Interruption)) throw erreur
      throw erreur.motif === 'source-modifiee' ? new SourceChangee(erreur.raisons) : erreur
    }
  }
}
