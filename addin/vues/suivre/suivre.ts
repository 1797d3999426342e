import { formatNombre } from '../../../core/index.ts'
import type { CelluleManquante, LigneSuivie, LigneVentilee } from '../../travail/suivi/contrat-objectifs.ts'
import { suiviDe, type SuiviDistant } from '../../travail/suivi/distant.ts'
import { suivi as ecouter, type SessionDistante } from '../../travail/poste.ts'
import { LignesParesseuses } from '../lignes-paresseuses.ts'
import type { Volet } from '../volet.ts'
import { rendreCibles } from './cibles-gardees.ts'
import { etatSuivreInitial, type EtatSuivre } from './etat-suivre.ts'

/** The state of the follow-up, and its worker. Actions change it; the pane draws. */
export class Suivre {
  readonly volet: Volet
  readonly ventilees: LignesParesseuses<LigneVentilee>
  readonly lignes: LignesParesseuses<LigneSuivie>
  readonly cellules: LignesParesseuses<CelluleManquante>
  #etat: EtatSuivre
  /** The session that holds what was read: another one has to be given it again. */
  #session: SessionDistante | undefined

  constructor(volet: Volet) {
    this.volet = volet
    this.#etat = etatSuivreInitial(volet.hote.aujourdhui)
    const redessiner = (): void => {
      volet.rafraichirTables()
    }
    this.ventilees = new LignesParesseuses(
      (debut, nombre) => this.demander((s) => s.lignesVentilees(debut, nombre)),
      redessiner,
    )
    this.lignes = new LignesParesseuses((debut, nombre) => this.demander((s) => s.lignes(debut, nombre)), redessiner)
    this.cellules = new LignesParesseuses(
      (debut, nombre) => this.demander((s) => s.cellulesManquantes(this.etat.champOuvert ?? '', debut, nombre)),
      redessiner,
    )
  }

  get etat(): EtatSuivre {
    return this.#etat
  }

  changer(changements: Partial<EtatSuivre>): void {
    this.#etat = { ...this.#etat, ...changements }
    this.volet.changer({})
  }

  /** Asks the worker for something short. @throws Coupure when it was ended meanwhile */
  demander<T>(quoi: (suivi: SuiviDistant) => Promise<T>): Promise<T> {
    return this.volet.poste.executer(async (session) => quoi(await this.#suivi(session)))
  }

  /** Does a job in the worker, said on screen, stopped when asked. */
  travailler<T>(titre: string, faute: string, quoi: (suivi: SuiviDistant) => Promise<T>): Promise<T | undefined> {
    return this.volet.travailler({ titre, annulable: true }, faute, async (session) => quoi(await this.#suivi(session)))
  }

  /** Told how many rows were read, on screen. */
  readonly progres = ecouter((lignes) => {
    this.volet.progresser(`${formatNombre(lignes)} lignes lues`)
  })

  /** A worker that was started anew holds nothing: it is given again what was read, as it was chosen. */
  async #suivi(session: SessionDistante): Promise<SuiviDistant> {
    const suivi = await suiviDe(session)
    const { source, tables, lecture, jour, videNon } = this.#etat
    if (this.#session !== session) await rendreCibles(this.volet, suivi)
    if (this.#session === session || source === undefined || lecture === undefined) {
      this.#session = session
      return suivi
    }
    this.#session = session
    const gardees = tables?.tables ?? []
    const { tables: posees } = await source.poser(suivi)
    for (const { cle } of posees) if (!gardees.some((table) => table.cle === cle)) await suivi.ecarter(cle)
    for (const { cle, feuille, colonnes } of gardees) {
      const choisies = colonnes.filter(({ etat }) => etat === 'choisie' || etat === 'ecartee')
      await suivi.choisir(cle, { feuille, colonnes: Object.fromEntries(choisies.map((c) => [c.rang, c.champ])) })
    }
    await source.charger?.(suivi, gardees, () => undefined)
    await suivi.lire(
      { jour, videNon },
      ecouter(() => undefined),
    )
    if (this.#etat.objectifs !== undefined)
      await suivi.objectifs({ annee: this.#etat.objectifs.annee, filtres: this.#etat.filtres })
    return suivi
  }
}
