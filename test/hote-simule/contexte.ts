import { erreurHote } from './erreurs.ts'
import type { HoteSimule, Panne } from './hote.ts'

/** One queued command: what it costs in the request, and what it does when the request runs. */
export interface Operation {
  readonly nom: string
  readonly octets: number
  /** False for what Excel cannot undo (adding to the undo group fails). */
  readonly annulable?: boolean
  executer(): void
}

export interface OptionsRun {
  readonly delayForCellEdit?: boolean
  readonly mergeUndoGroup?: boolean
}

/** Bytes of a value in JSON, in UTF-8. */
export function octetsJson(valeur: unknown): number {
  if (valeur === null || valeur === undefined) return 4
  if (typeof valeur === 'string') return octetsTexte(valeur) + 2
  if (typeof valeur !== 'object') return String(valeur).length
  const contenu = Array.isArray(valeur) ? valeur : Object.values(valeur)
  let total = 2
  for (const element of contenu) total += octetsJson(element) + 1
  return total
}

function octetsTexte(texte: string): number {
  let total = 0
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i)
    total += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
  }
  return total
}

/** The queue of one `Excel.run`: commands wait here until `sync`. */
export class FileAttente {
  readonly hote: HoteSimule
  private operations: Operation[] = []
  private reponse = 0
  private readonly options: OptionsRun

  constructor(hote: HoteSimule, options: OptionsRun) {
    this.hote = hote
    this.options = options
  }

  enfiler(operation: Operation): void {
    this.operations.push(operation)
  }

  /** Inside a running request: commands queued from now on wait apart, for `viderDetournees`. */
  detourner(): Operation[] {
    const avant = this.operations
    this.operations = []
    return avant
  }

  viderDetournees(): void {
    const lot = this.operations
    this.operations = []
    for (const operation of lot) operation.executer()
  }

  reprendre(operations: Operation[]): void {
    this.operations = operations
  }

  /** Counts what a load sends back. */
  repondre(octets: number): void {
    this.reponse += octets
  }

  async sync(): Promise<void> {
    if (this.operations.length === 0) return
    const lot = this.operations
    this.operations = []
    this.reponse = 0
    await this.attendreHote()
    await this.changerDeTache()
    try {
      this.hote.mesurer(() => {
        this.traiter(lot)
      })
    } finally {
      await this.changerDeTache()
    }
  }

  private traiter(lot: readonly Operation[]): void {
    const numero = ++this.hote.compteurs.syncs
    this.verifierRequete(lot)
    this.hote.entreSyncs?.(numero)
    this.executer(
      lot,
      this.hote.pannes.find((p) => p.auSync === numero),
    )
    this.verifierReponse()
  }

  private async changerDeTache(): Promise<void> {
    if (this.hote.tacheApart) await new Promise((resolve) => setTimeout(resolve, 0))
  }

  private async attendreHote(): Promise<void> {
    await (this.hote.latence > 0 ? new Promise((resolve) => setTimeout(resolve, this.hote.latence)) : Promise.resolve())
    if (this.hote.enSaisie === undefined) return
    if (this.options.delayForCellEdit !== true) {
      this.hote.compteurs.syncs++
      throw erreurHote('InvalidOperationInCellEditMode')
    }
    await this.hote.enSaisie
  }

  private refuser(code: string): never {
    this.hote.compteurs.refus++
    throw erreurHote(code)
  }

  private verifierRequete(lot: readonly Operation[]): void {
    const octets = lot.reduce((somme, o) => somme + o.octets, 0)
    if (octets > this.hote.profil.octetsMax) this.refuser('RequestPayloadSizeLimitExceeded')
    this.hote.compteurs.octetsEnvoyes += octets
    this.hote.compteurs.plusGrandeRequete = Math.max(this.hote.compteurs.plusGrandeRequete, octets)
    if (this.options.mergeUndoGroup === true && lot.some((o) => o.annulable === false)) {
      throw erreurHote('UndoNotSupported')
    }
  }

  /** No transaction: what ran before a fault stays done. */
  private executer(lot: readonly Operation[], panne: Panne | undefined): void {
    if (panne?.quand === 'avant') throw erreurHote(panne.code)
    const combien = panne?.quand === 'pendant' ? Math.floor(lot.length / 2) : lot.length
    try {
      for (const operation of lot.slice(0, combien)) operation.executer()
    } finally {
      if (this.hote.modeCalcul === 'Automatic' && !this.hote.calculSuspendu) this.hote.classeur.recalculer()
      this.hote.calculSuspendu = false
      this.hote.ecranSuspendu = false
    }
    if (panne !== undefined) throw erreurHote(panne.code)
  }

  private verifierReponse(): void {
    if (this.reponse > this.hote.profil.octetsMax) this.refuser('ResponsePayloadSizeLimitExceeded')
    this.hote.compteurs.octetsRecus += this.reponse
    this.hote.compteurs.plusGrandeReponse = Math.max(this.hote.compteurs.plusGrandeReponse, this.reponse)
  }
}
