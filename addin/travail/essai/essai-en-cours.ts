import type { Cotations, Edition, Essai, GenreLots, Lots, Operation, PairesLots, Temoin } from '../../../core/index.ts'
import {
  aEnregistrer,
  creerEssai,
  creerEvaluateur,
  creerTemoin,
  differencesParCouche,
  differences,
  enPoints,
  formatNombre,
  groupesParDimension,
  lireGrille,
  lotsDe,
  ouvrirEdition,
  pairesLots,
  pairesRecherchees,
  populationCommune,
  recherchesDe,
  Refus,
} from '../../../core/index.ts'
import type { DonneesSession } from '../donnees-session.ts'
import type {
  DetailVu,
  DifferencesVues,
  EssaiVu,
  ExplicationEssai,
  LigneEssayee,
  ScenarioEcrit,
} from './contrat-essai.ts'
import { decrireDetail, type Reference } from './decrire-detail.ts'
import { decrireEffet, direGain, type Paire } from './decrire-effet.ts'
import { expliquerEssai } from './expliquer-essai.ts'
import { Histoire } from './histoire.ts'
import { direLogements, logementsDe } from './logements.ts'
import { mener } from './mener.ts'
import { regler } from './operer.ts'
import { reglagesDe } from './reglages.ts'
import { lireFichiers, type Fichier } from './fichiers.ts'
import { enScenario, lireScenario } from './scenario.ts'

const SANS_COTATION = 'Cotez d’abord les demandes : un essai se compare à un classement.'

/** The grid in force and what is tried against it. */
export interface Comparatif {
  readonly cotations: Cotations
  readonly essai: Essai
  readonly temoin: Temoin
  readonly force: Cotations['cotations'][number]
  /** The grid in force, opened for edition: where every trial starts from. */
  readonly depart: Edition
  readonly lots: Lots
  readonly paires: PairesLots
  readonly genre: GenreLots
}

/** What was asked of one setting. */
export interface Demande {
  readonly id: string
  readonly valeur: string
  /** Moves of one gesture are one step of undo. */
  readonly geste?: string
}

/** The trial under way: it holds the history, and answers each move with what it does. */
export class EssaiEnCours {
  protected readonly donnees: DonneesSession
  #enCours: Comparatif | undefined
  #histoire: Histoire | undefined
  #reference: Reference | undefined
  #version = 0
  /** The dwellings of a file, said. */
  #logements: string | undefined

  constructor(donnees: DonneesSession) {
    this.donnees = donnees
  }

  /**
   * Begins from the scoring on screen; takes up the trial under way when nothing else changed.
   *
   * @throws Refus without a scoring
   */
  async ouvrir(): Promise<EssaiVu> {
    const debut = performance.now()
    const cotations = this.donnees.cotations()
    if (cotations === undefined) throw new Refus(SANS_COTATION)
    if (cotations !== this.#enCours?.cotations) await this.#commencer(cotations)
    return this.#voir(debut)
  }

  regler(demande: Demande): EssaiVu {
    const debut = performance.now()
    const { force } = this.exiger()
    return this.#voir(debut, regler(this.histoire(), force.grilleLue, demande))
  }

  operer(operation: Operation): EssaiVu {
    const debut = performance.now()
    return this.#voir(debut, this.histoire().executer(operation))
  }

  annuler(): EssaiVu {
    const debut = performance.now()
    this.histoire().annuler()
    return this.#voir(debut)
  }

  retablir(): EssaiVu {
    const debut = performance.now()
    this.histoire().retablir()
    return this.#voir(debut)
  }

  /** Back to the grid in force, as one step. */
  revenir(): EssaiVu {
    const debut = performance.now()
    this.histoire().aller(this.exiger().depart)
    return this.#voir(debut)
  }

  /** Names the grid tried, which becomes a scenario. @throws Refus when it has no name */
  nommer(nom: string): { readonly essai: EssaiVu; readonly scenario: ScenarioEcrit } {
    const debut = performance.now()
    const { edition, scenario } = enScenario(this.histoire().courante, nom, this.exiger().force.grilleLue.grille.id)
    this.histoire().aller(edition)
    return { essai: this.#voir(debut), scenario }
  }

  /** Tries a kept scenario, as one step. @throws Refus when it is not a grid */
  charger(ecrites: readonly unknown[]): EssaiVu {
    const debut = performance.now()
    this.histoire().aller(lireScenario(ecrites))
    return this.#voir(debut)
  }

  /** Reads grids of files: local ones with their core among them. @throws Refus when a file is not a grid */
  async lireFichiers(fichiers: readonly Fichier[]): Promise<readonly ScenarioEcrit[]> {
    return lireFichiers(fichiers, this.donnees.grilleEcrites())
  }

  /** The grid tried, as it is saved: its core first when it has one. */
  ecrites(): readonly unknown[] {
    const { courante } = this.histoire()
    return [...(courante.socle === undefined ? [] : [courante.socle.ecrite]), aEnregistrer(courante)]
  }

  /** @returns undefined when another grid was tried meanwhile: nobody wants this one any more */
  async detail(): Promise<DetailVu | undefined> {
    const version = this.#version
    const { force, essai } = this.exiger()
    const etapes = decrireDetail(force, essai.cotation, this.#referenceDe(), version)
    try {
      return await mener(etapes, () => version !== this.#version)
    } catch (erreur) {
      if (version !== this.#version) return undefined
      throw erreur
    }
  }

  /** Rows of the ranking under the grid tried, best first. */
  fenetre(debut: number, nombre: number): readonly LigneEssayee[] {
    const { force, essai, cotations } = this.exiger()
    const { indices } = essai.cotation.classement
    return Array.from(indices.subarray(debut, debut + nombre), (demande, k) => {
      const avant = force.classement.ordre[demande] ?? 0
      const gain = avant === 0 ? 0 : avant - (debut + k + 1)
      return {
        demande,
        numero: cotations.demandes.numeros[demande] ?? '',
        ordre: formatNombre(debut + k + 1),
        avant: avant === 0 ? '—' : formatNombre(avant),
        gain: gain === 0 ? '=' : direGain(gain),
        sens: gain === 0 ? 'egal' : gain > 0 ? 'monte' : 'descend',
        note: formatNombre(enPoints(essai.cotation.totaux[demande] ?? 0)),
      }
    })
  }

  expliquer(demande: number): ExplicationEssai {
    return expliquerEssai(this.paire(), demande)
  }

  /** Dwellings of a file, for the lists of three to be those of real dwellings. @throws Refus when it is not one */
  async fournirLogements(octets: Uint8Array, nom: string): Promise<EssaiVu> {
    const debut = performance.now()
    const { ouvrirClasseur } = await import('../../../core/tableur/index.ts')
    const { cotations } = this.exiger()
    const lecture = logementsDe(ouvrirClasseur(octets, nom).feuilles, await this.donnees.lieux(), {
      territoire: this.#territoire(),
    })
    if (lecture === undefined)
      throw new Refus(
        `« ${nom} » n’a pas de colonne pour la commune, ou pas de colonne pour le type. Nommez-les « Commune » et « Typologie », une ligne par logement, puis rouvrez-le.`,
      )
    if (lecture.nombre === 0)
      throw new Refus(
        `Aucun logement de « ${nom} » ne se lit : il faut à chaque ligne une commune (code INSEE ou nom) et un type (T1, T2…).`,
      )
    this.#poser(cotations, lotsDe(lecture, cotations.demandes), 'fournis')
    this.#logements = direLogements(nom, lecture)
    return this.#voir(debut)
  }

  /** Back to the lists of the dwellings that demandes seek. */
  async oublierLogements(): Promise<EssaiVu> {
    const debut = performance.now()
    await this.#commencer(this.exiger().cotations)
    return this.#voir(debut)
  }

  exiger(): Comparatif {
    if (this.#enCours === undefined) throw new Refus(SANS_COTATION)
    return this.#enCours
  }

  histoire(): Histoire {
    if (this.#histoire === undefined) throw new Refus(SANS_COTATION)
    return this.#histoire
  }

  paire(): Paire {
    const { force, essai, cotations } = this.exiger()
    return { force, essayee: essai.cotation, demandes: cotations.demandes }
  }

  /** What changes from the grid in force, the regional core apart. */
  differences(): DifferencesVues {
    const { force } = this.exiger()
    const { lue, socle } = this.histoire().courante
    const a = force.grilleLue.grille
    // A scenario has a name of its own: that is not what one looks for.
    const b = { ...lue.grille, nom: a.nom }
    return socle === undefined
      ? { socle: [], locale: differences(a, b) }
      : differencesParCouche(a, b, lireGrille(socle.ecrite).grille)
  }

  /** SIREN of the grid in force, within which communes are found by name. */
  #territoire(): string | undefined {
    return this.donnees.cotations()?.cotations[0]?.grilleLue.grille.territoire
  }

  async #commencer(cotations: Cotations): Promise<void> {
    const classeur = this.donnees.classeur()
    const lecture =
      classeur &&
      logementsDe(classeur.feuilles, await this.donnees.lieux(), { territoire: this.#territoire(), nommee: true })
    const { demandes } = cotations
    const [force] = cotations.cotations
    if (force === undefined) throw new Refus(SANS_COTATION)
    this.#logements = undefined
    const lots =
      lecture === undefined
        ? pairesRecherchees(recherchesDe(demandes, force.classement.indices))
        : lotsDe(lecture, demandes)
    this.#poser(cotations, lots, lecture === undefined ? 'recherches' : 'fournis')
  }

  #poser(cotations: Cotations, lots: Lots, genre: GenreLots): void {
    const [force] = cotations.cotations
    if (force === undefined) throw new Refus(SANS_COTATION)
    const paires = pairesLots(lots)
    const avant = this.#enCours?.force.grilleLue.empreinte
    const ecrites = this.donnees.grilleEcrites()
    const depart = lireScenario(ecrites)
    this.#enCours = {
      cotations,
      essai: creerEssai(cotations),
      temoin: creerTemoin(force, cotations.demandes, paires),
      force,
      depart: depart.lue.empreinte === force.grilleLue.empreinte ? depart : ouvrirEdition(force.grilleLue.ecrite),
      lots,
      paires,
      genre,
    }
    this.#reference = undefined
    // What was tried against the same grid goes on, on the demandes as they are now.
    if (this.#histoire === undefined || avant !== force.grilleLue.empreinte)
      this.#histoire = new Histoire(this.#enCours.depart)
  }

  #referenceDe(): Reference {
    const { force, essai } = this.exiger()
    const population = populationCommune(force.classement, essai.cotation.classement)
    if (this.#reference?.population.length !== population.length) {
      this.#reference = {
        population,
        dimensions: groupesParDimension(creerEvaluateur(force.donnees), population),
      }
    }
    return this.#reference
  }

  #voir(debut: number, raisons: readonly string[] = []): EssaiVu {
    const { essai, temoin, force, genre } = this.exiger()
    const histoire = this.histoire()
    if (essai.cotation.grilleLue !== histoire.lue) essai.essayer(histoire.lue)
    this.#version++
    const effet = decrireEffet(temoin.effet(essai.cotation), genre, this.paire())
    const nommer = ({ grille: { nom }, empreinte }: typeof histoire.lue): EssaiVu['enForce'] => ({ nom, empreinte })
    return {
      enForce: nommer(force.grilleLue),
      essayee: nommer(histoire.lue),
      modifiee: histoire.lue.empreinte !== force.grilleLue.empreinte,
      peutAnnuler: histoire.peutAnnuler,
      peutRetablir: histoire.peutRetablir,
      reglages: reglagesDe(histoire.courante, force.grilleLue.grille),
      differences: this.differences(),
      effet,
      logements: this.#logements,
      raisons,
      version: this.#version,
      duree: performance.now() - debut,
    }
  }
}
