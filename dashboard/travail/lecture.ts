import { proxy, wrap, type Remote } from 'comlink'
import type { FichierLu } from './fichier-lu.ts'
import type { Avancement, Reponse, Travail } from './travailleur.ts'

/** Where a reading is. */
export interface EtatLecture extends Avancement {
  readonly fichier: string
  /** Bytes of the file. */
  readonly sur: number
}

/** What was read, and why the rest was not. */
export interface Lus {
  readonly lus: readonly FichierLu[]
  readonly refus: readonly string[]
}

/** Raised when a reading was stopped. */
export class LectureAnnulee extends Error {
  constructor() {
    super('the reading was stopped')
    this.name = 'LectureAnnulee'
  }
}

/** Files read in a worker, one after the other: the page stays live, and may stop it at any time. */
export class Lecture {
  readonly #fichiers: readonly File[]
  readonly #travailleur: Worker
  readonly #travail: Remote<Travail>
  readonly #fin: Promise<never>
  #couper: (raison: Error) => void = () => undefined
  #suivre: () => void = () => undefined
  etat: EtatLecture

  constructor(fichiers: readonly File[]) {
    this.#fichiers = fichiers
    this.etat = { fichier: fichiers[0]?.name ?? '', etape: 'lecture', octets: 0, sur: fichiers[0]?.size ?? 0 }
    this.#travailleur = new Worker(new URL('./travailleur.ts', import.meta.url), { type: 'module' })
    this.#travail = wrap<Travail>(this.#travailleur)
    this.#fin = new Promise((_, refuser) => {
      this.#couper = refuser
    })
    this.#travailleur.onerror = ({ message }) => {
      this.#couper(new Error(message || 'the worker could not start'))
    }
  }

  /** Told each time that the state changes. */
  set suivi(suivre: () => void) {
    this.#suivre = suivre
  }

  annuler(): void {
    this.#couper(new LectureAnnulee())
  }

  /** @throws LectureAnnulee when it is stopped meanwhile */
  async lire(): Promise<Lus> {
    const reponses: Reponse[] = []
    try {
      for (const fichier of this.#fichiers) reponses.push(await this.#lireUn(fichier))
    } finally {
      this.#travailleur.terminate()
    }
    return {
      lus: reponses.flatMap((reponse) => ('lu' in reponse ? [reponse.lu] : [])),
      refus: reponses.flatMap((reponse) => ('refus' in reponse ? reponse.refus : [])),
    }
  }

  #lireUn(fichier: File): Promise<Reponse> {
    const dire = (avancement: Avancement): void => {
      this.etat = { ...avancement, fichier: fichier.name, sur: fichier.size }
      this.#suivre()
    }
    return Promise.race([this.#travail.lire(fichier, proxy(dire)) as Promise<Reponse>, this.#fin])
  }
}
