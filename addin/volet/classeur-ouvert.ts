import type { ClasseurExcel, DemandeLecture, Lecture, RepriseLecture, Source } from '../excel/index.ts'
import { Interruption } from '../excel/interruption.ts'
import { LectureInterrompue, SourceChangee } from '../ports/sur-place.ts'
import { Coupure } from '../travail/poste.ts'

/** The live workbook with what the pane holds of it: the table chosen, its last reading, the work that can be stopped. */
export class ClasseurOuvert {
  readonly excel: ClasseurExcel
  /** The table of the last reading. */
  source: Source | undefined
  #lecture: Lecture | undefined
  #arret = new AbortController()
  /** A reading that was cut, with what it asked for. */
  #coupee: { readonly cle: string; readonly reprise: RepriseLecture } | undefined

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

  /** Reads a table; one that was cut goes on where it stopped when the same is asked for. */
  async lire(source: Source, demande: DemandeLecture): Promise<Lecture> {
    const cle = JSON.stringify([source.feuilleId, source.tableauId, source.ligne, demande.colonnes, demande.dates])
    const coupee = this.#coupee
    this.#coupee = undefined
    if (coupee !== undefined && coupee.cle !== cle) await coupee.reprise.abandonner()
    try {
      const reprise = coupee?.cle === cle ? { reprise: coupee.reprise } : {}
      return await this.excel.lire(source, { ...demande, ...reprise })
    } catch (erreur) {
      if (!(erreur instanceof Interruption) || erreur.reprise === undefined) throw erreur
      this.#coupee = { cle, reprise: erreur.reprise }
      throw new LectureInterrompue(erreur.raisons)
    }
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
