import type { Hote } from '../ports/hote.ts'
import { LectureInterrompue } from '../ports/sur-place.ts'
import type { SourceTables } from '../ports/source.ts'
import type { AnomalieVue, LigneClassee } from '../travail/contrat.ts'
import { Coupure, raisonsDe, type Poste, type SessionDistante } from '../travail/poste.ts'
import { etatInitial, type CodeEtape, type EnCours, type Etat, type Faute } from './etat.ts'
import type { CodeActivite, Ecran } from './activites/ecran.ts'
import { LignesParesseuses } from './lignes-paresseuses.ts'

const INATTENDUE: Faute = {
  titre: 'Une erreur inattendue s’est produite',
  raisons: ['Ce n’est pas votre fichier. Recommencez l’étape\u202f; si l’erreur revient, rechargez la page.'],
}

/** What the user is told of a fault: its own sentences when the input is refused, else that it is ours. */
export function fauteDe(erreur: unknown, titre: string): Faute {
  const raisons = raisonsDe(erreur)
  if (erreur instanceof LectureInterrompue) return { titre, raisons: erreur.raisons, reprise: 'lecture' }
  return raisons === undefined ? INATTENDUE : { titre, raisons }
}

function estAnnulee(resultat: unknown): boolean {
  return (
    resultat === undefined ||
    (typeof resultat === 'object' && resultat !== null && 'genre' in resultat && resultat.genre === 'annulee')
  )
}

/** A button that starts a job is closed meanwhile, and loses the focus: it gets it back; gone, the title takes it. */
function rendreFoyer(avant: Element | null): void {
  if (document.activeElement !== document.body) return
  const cible = avant !== document.body && avant instanceof HTMLElement && avant.isConnected ? avant : undefined
  cible?.focus({ preventScroll: true })
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('.volet-titre')?.focus()
}

/** The state of the pane and its worker. Actions change it; whoever draws is told. */
export class Volet {
  readonly hote: Hote
  readonly poste: Poste
  readonly anomalies: LignesParesseuses<AnomalieVue>
  readonly classees: LignesParesseuses<LigneClassee>
  /** Screens of the jobs opened so far. */
  readonly ecrans = new Map<CodeActivite, Ecran>()
  #etat: Etat
  #dessiner: () => void
  /** The source being given again to a worker that was started anew: what reads it waits. */
  reprise: Promise<unknown> = Promise.resolve()
  #promesse: Promise<unknown> = Promise.resolve()
  #arretDemande = false

  constructor(hote: Hote, poste: Poste) {
    this.hote = hote
    this.poste = poste
    this.#etat = etatInitial(hote.aujourdhui)
    this.#dessiner = () => undefined
    this.anomalies = new LignesParesseuses(
      (debut, nombre) => this.poste.executer((s) => s.anomalies(this.etat.groupeOuvert ?? '', debut, nombre)),
      () => {
        this.rafraichirTables()
      },
    )
    this.classees = new LignesParesseuses(
      (debut, nombre) => this.poste.executer((s) => s.fenetre(debut, nombre)),
      () => {
        this.rafraichirTables()
      },
    )
  }

  get etat(): Etat {
    return this.#etat
  }

  surChangement(dessiner: () => void): void {
    this.#dessiner = dessiner
  }

  changer(changements: Partial<Etat>): void {
    this.#etat = { ...this.#etat, ...changements }
    this.#dessiner()
  }

  /** Goes to a step, its title first for those who listen to the page. */
  aller(etape: CodeEtape): void {
    if (etape === this.etat.etape && this.etat.activite === 'coter') return
    this.changer({ activite: 'coter', etape, faute: undefined })
    document.querySelector<HTMLElement>('.volet-titre')?.focus()
    window.scrollTo({ top: 0 })
  }

  /** Says a fault that nobody expected, unless it comes from a worker that was ended on purpose. */
  signaler(erreur: unknown): void {
    if (!(erreur instanceof Coupure)) this.changer({ faute: fauteDe(erreur, INATTENDUE.titre), enCours: undefined })
  }

  /** What had the focus may be gone: the title takes it, rather than the top of the page. */
  garderFoyer(): void {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.volet-titre')?.focus()
  }

  /** Rows came: tables draw them, keeping where the reader is. */
  rafraichirTables(): void {
    for (const table of document.querySelectorAll<HTMLElement & { requestUpdate?: () => void }>('att-table'))
      table.requestUpdate?.()
  }

  /** The user asked to stop the last job, which may have been over by then: what should follow it must not. */
  get arretDemande(): boolean {
    return this.#arretDemande
  }

  /**
   * Does a job in the worker, said on screen, stopped when asked. Whoever had the focus gets it back.
   *
   * @returns undefined when it was stopped or failed: the page then says so
   */
  async travailler<T>(
    enCours: Omit<EnCours, 'annulation'>,
    titreFaute: string,
    faire: (session: SessionDistante) => Promise<T>,
  ): Promise<T | undefined> {
    const avant = document.activeElement
    this.#arretDemande = false
    this.changer({ enCours: { ...enCours, annulation: false }, faute: undefined })
    const promesse = this.poste.executer(faire)
    this.#promesse = promesse
    try {
      const resultat = await promesse
      if (this.#promesse === promesse && this.#arretDemande) this.#direTropTard(enCours.titre, resultat)
      return resultat
    } catch (erreur) {
      if (!(erreur instanceof Coupure)) this.changer({ faute: fauteDe(erreur, titreFaute) })
      return undefined
    } finally {
      if (this.#promesse === promesse) {
        this.changer({ enCours: undefined })
        rendreFoyer(avant)
      }
    }
  }

  /** The job ended before it heard that it was to stop: what it did stays, and is said. */
  #direTropTard(titre: string, resultat: unknown): void {
    if (estAnnulee(resultat)) return
    this.changer({ avis: [`${titre}\u202f: c’était fini avant l’arrêt.`, 'Le résultat est gardé.'] })
  }

  progresser(detail: string): void {
    const { enCours } = this.etat
    if (enCours !== undefined && !enCours.annulation) this.changer({ enCours: { ...enCours, detail } })
  }

  /** Stops the job under way. @returns true when the worker was ended and holds nothing any more */
  async annuler(): Promise<boolean> {
    const { enCours } = this.etat
    if (enCours === undefined) return false
    this.#arretDemande = true
    this.changer({ enCours: { ...enCours, annulation: true } })
    this.hote.interrompre?.()
    return this.poste.annuler(this.#promesse)
  }
}

export type { SourceTables }
