import type { Remote } from 'comlink'
import type { EssaiVu, LigneEssayee } from '../../travail/essai/contrat-essai.ts'
import type { EssaiSession } from '../../travail/essai/essai-session.ts'
import { Coupure, type SessionDistante } from '../../travail/poste.ts'
import { LignesParesseuses } from '../lignes-paresseuses.ts'
import { fauteDe, type Volet } from '../volet.ts'
import { Derniere } from './derniere.ts'
import { ETAT_INITIAL, type EtatEssai } from './etat-essai.ts'

/** The trial as the page sees it: every answer is a promise. */
export type EssaiDistant = Remote<EssaiSession>

const DISTANTS = new WeakMap<SessionDistante, Promise<EssaiDistant>>()

function distantDe(session: SessionDistante): Promise<EssaiDistant> {
  const connu = DISTANTS.get(session)
  if (connu !== undefined) return connu
  const nouveau = session.essai() as unknown as Promise<EssaiDistant>
  DISTANTS.set(session, nouveau)
  nouveau.catch(() => {
    DISTANTS.delete(session)
  })
  return nouveau
}

/** Milliseconds without a move before what is slower is computed. */
const REPOS = 250

/** The state of the trial in the page, and its way to the worker. */
export class BancEssai {
  readonly volet: Volet
  readonly classees: LignesParesseuses<LigneEssayee>
  readonly moves = new Derniere()
  #etat: EtatEssai = ETAT_INITIAL
  #repos: ReturnType<typeof setTimeout> | undefined

  constructor(volet: Volet) {
    this.volet = volet
    this.classees = new LignesParesseuses(
      (debut, nombre) => this.demander((essai) => essai.fenetre(debut, nombre)),
      () => {
        volet.rafraichirTables()
      },
    )
  }

  get etat(): EtatEssai {
    return this.#etat
  }

  changer(changements: Partial<EtatEssai>): void {
    this.#etat = { ...this.#etat, ...changements }
    this.volet.changer({})
  }

  /** Asks the worker something about the trial. */
  demander<T>(faire: (essai: EssaiDistant) => Promise<T>): Promise<T> {
    return this.volet.poste.executer(async (session) => faire(await distantDe(session)))
  }

  /** The trial of a session of the worker. */
  distant(session: SessionDistante): Promise<EssaiDistant> {
    return distantDe(session)
  }

  /** Shows what a grid tried does; what is slower follows once nothing moves any more. */
  montrer(essai: EssaiVu, reste: Partial<EtatEssai> = {}): void {
    const memeVersion = this.#etat.detail?.version === essai.version
    this.classees.vider()
    this.changer({ essai, ...(memeVersion ? {} : { detail: undefined }), ...reste })
    clearTimeout(this.#repos)
    this.#repos = setTimeout(() => void this.#detailler(), REPOS)
  }

  /** Does something that may be refused, and says so. */
  async tenter(titre: string, faire: () => Promise<void>): Promise<void> {
    this.changer({ faute: undefined, message: undefined })
    try {
      await faire()
    } catch (erreur) {
      if (!(erreur instanceof Coupure)) this.changer({ faute: fauteDe(erreur, titre) })
    }
  }

  async #detailler(): Promise<void> {
    const detail = await this.demander((essai) => essai.detail()).catch(() => undefined)
    if (detail !== undefined && detail.version === this.#etat.essai?.version) this.changer({ detail })
  }
}
