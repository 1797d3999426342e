import type { Edition, GrilleLue, Operation } from '../../../core/index.ts'
import { executer } from '../../../core/index.ts'

/** Steps kept on each side. */
const ETAPES = 200

/**
 * The grids tried, one after the other, to go back and forth. Moves of one gesture (a slider that is dragged) are one
 * step: each starts again from where the gesture began.
 */
export class Histoire {
  #courante: Edition
  #passe: readonly Edition[] = []
  #futur: readonly Edition[] = []
  #geste: string | undefined

  constructor(depart: Edition) {
    this.#courante = depart
  }

  get courante(): Edition {
    return this.#courante
  }

  get lue(): GrilleLue {
    return this.#courante.lue
  }

  get peutAnnuler(): boolean {
    return this.#passe.length > 0
  }

  get peutRetablir(): boolean {
    return this.#futur.length > 0
  }

  /**
   * @param base what the operation is done on; unless given, where the gesture starts from
   * @returns the reasons why it cannot be done; none when it was
   */
  executer(operation: Operation, geste?: string, base = this.depart(geste)): readonly string[] {
    const { edition, raisons } = executer(base, operation)
    if (raisons.length === 0) this.aller(edition, geste)
    return raisons
  }

  /** Where the moves of a gesture start from. */
  depart(geste: string | undefined): Edition {
    return (this.#enGeste(geste) ? this.#passe.at(-1) : undefined) ?? this.#courante
  }

  /** Goes to another grid, as one step. */
  aller(edition: Edition, geste?: string): void {
    const base = this.depart(geste)
    const enGeste = this.#enGeste(geste)
    const avant = enGeste ? this.#passe.slice(0, -1) : this.#passe
    const change = edition.lue.empreinte !== base.lue.empreinte
    this.#passe = change ? [...avant, base].slice(-ETAPES) : avant
    this.#futur = change ? [] : this.#futur
    this.#geste = change ? geste : undefined
    this.#courante = change ? edition : base
  }

  annuler(): void {
    const precedente = this.#passe.at(-1)
    if (precedente === undefined) return
    this.#futur = [this.#courante, ...this.#futur]
    this.#passe = this.#passe.slice(0, -1)
    this.#courante = precedente
    this.#geste = undefined
  }

  retablir(): void {
    const [suivante, ...reste] = this.#futur
    if (suivante === undefined) return
    this.#passe = [...this.#passe, this.#courante]
    this.#futur = reste
    this.#courante = suivante
    this.#geste = undefined
  }

  #enGeste(geste: string | undefined): boolean {
    return geste !== undefined && geste === this.#geste && this.#passe.length > 0
  }
}
