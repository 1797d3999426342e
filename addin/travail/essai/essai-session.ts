import type {
  Comparaisons,
  Etapes,
  FeuilleBrute,
  FeuilleEcrite,
  RobustesseVue,
  ValeurEcrite,
} from '../../../core/index.ts'
import {
  annexePpgdid,
  comparerPaire,
  dossierConference,
  feuillesScenario,
  mesurerRobustesse,
  preparerBanc,
} from '../../../core/index.ts'
import type { FichierProduit, Progres } from '../contrat.ts'
import { decrireFeuille, lignesDe, type FeuilleDecrite } from '../feuille-decrite.ts'
import { Annulation } from '../lire-par-blocs.ts'
import { feuilleAttributions, lireSuites, mesurerBilan, suitesLues } from './bilan.ts'
import { comparerScenarios } from './comparer-scenarios.ts'
import type { ScenarioEcrit } from './contrat-essai.ts'
import type { BilanVu, DemandeDossier, EquiteVue, ScenarioResume } from './contrat-mesures.ts'
import { mesurerEquite } from './equite.ts'
import { EssaiEnCours } from './essai-en-cours.ts'
import type { Fichier } from './fichiers.ts'
import { mener } from './mener.ts'
import { documentProduit, nomDe } from './produire-essai.ts'
import { lireScenario } from './scenario.ts'

/** The trial of grids in the worker, with the measures that take longer and what is given to the user. */
export class EssaiSession extends EssaiEnCours {
  #arrete = false
  #robustesses: readonly RobustesseVue[] = []
  #feuilles: readonly FeuilleEcrite[] = []

  /** @returns undefined when it was stopped */
  async robustesse(progres: Progres): Promise<RobustesseVue | undefined> {
    const { essai, cotations, lots, genre } = this.exiger()
    const banc = preparerBanc(essai.cotation, cotations.demandes, lots)
    const vue = await this.#mener(mesurerRobustesse(banc, cotations.demandes.numeros, genre), progres)
    if (vue !== undefined) this.#robustesses = [...this.#robustesses.filter((r) => r.empreinte !== vue.empreinte), vue]
    return vue
  }

  /** @returns undefined when it was stopped */
  async equite(progres: Progres): Promise<EquiteVue | undefined> {
    const { force, essai, cotations, paires } = this.exiger()
    return this.#mener(mesurerEquite(force, essai.cotation, cotations, paires), progres)
  }

  /** Past allocations of a file, else those of the workbook, else those of the follow-up; undefined without any. @throws Refus when they are not */
  async bilan(fichier?: Fichier): Promise<BilanVu | undefined> {
    const { essai, cotations } = this.exiger()
    const { feuilles, nom } = await this.#attributions(fichier)
    const suivies = this.donnees.attributions()
    if (feuilles.length === 0) {
      if (suivies === undefined) return undefined
      return mesurerBilan(essai.cotation, cotations.demandes, await suitesLues(suivies), 'l’activité Suivre')
    }
    const suites = await lireSuites(feuilles, nom, cotations.contexte.jour, await this.donnees.lieux())
    return mesurerBilan(essai.cotation, cotations.demandes, suites, nom)
  }

  /** Asks the slow measure under way to stop at its next pause. */
  arreter(): void {
    this.#arrete = true
  }

  /** The grid tried, when it differs, and scenarios, beside the grid in force: one line each. */
  comparer(scenarios: readonly ScenarioEcrit[]): readonly ScenarioResume[] {
    const { cotations, temoin, genre } = this.exiger()
    return comparerScenarios(cotations, temoin, genre, scenarios)
  }

  /** The document of the conference. */
  dossier({ scenarios, question, format }: DemandeDossier): Promise<FichierProduit> {
    const { genre } = this.exiger()
    const document = dossierConference(this.#comparaisons(scenarios), {
      source: this.donnees.source(),
      genre,
      question,
      robustesses: this.#robustesses,
    })
    return documentProduit(document, 'dossier de la grille', format, this.donnees.source().fichier)
  }

  /** The draft annex that states the grid tried. */
  annexe(format: DemandeDossier['format']): Promise<FichierProduit> {
    const { fichier, versionMoteur } = this.donnees.source()
    return documentProduit(annexePpgdid(this.histoire().lue, versionMoteur), 'annexe du PPGDID', format, fichier)
  }

  /** A workbook with the sheets of the scenarios. */
  async classeur(scenarios: readonly ScenarioEcrit[]): Promise<FichierProduit> {
    const { creerClasseur } = await import('../../../core/tableur/index.ts')
    const feuilles = this.#feuillesDe(scenarios)
    return {
      nom: nomDe(this.donnees.source().fichier, 'scénarios', 'xlsx'),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      octets: creerClasseur(feuilles),
    }
  }

  /** What the sheets of the scenarios are, rows left out: `lignesFeuille` gives them. */
  feuilles(scenarios: readonly ScenarioEcrit[]): readonly FeuilleDecrite[] {
    this.#feuilles = this.#feuillesDe(scenarios)
    return this.#feuilles.map(decrireFeuille)
  }

  lignesFeuille(rang: number, debut: number, nombre: number): readonly (readonly ValeurEcrite[])[] {
    const feuille = this.#feuilles[rang]
    return feuille === undefined ? [] : lignesDe(feuille, debut, nombre)
  }

  #feuillesDe(scenarios: readonly ScenarioEcrit[]): readonly FeuilleEcrite[] {
    return feuillesScenario(this.#comparaisons(scenarios), this.donnees.source(), this.exiger().genre)
  }

  /** The grid in force against scenarios; without any, against the grid tried. */
  #comparaisons(scenarios: readonly ScenarioEcrit[]): Comparaisons {
    const { force, essai, paires, cotations } = this.exiger()
    const { demandes, contexte } = cotations
    const lues =
      scenarios.length === 0 ? [this.histoire().lue] : scenarios.map(({ ecrites }) => lireScenario(ecrites).lue)
    const autres = lues.map((lue) => essai.essayer(lue))
    essai.essayer(this.histoire().lue)
    return {
      demandes,
      contexte,
      cotations: [force, ...autres],
      paires: autres.map((b) => comparerPaire({ a: force, b, lots: paires }, demandes)),
      anomalies: [],
    }
  }

  async #attributions(
    fichier?: Fichier,
  ): Promise<{ readonly feuilles: readonly FeuilleBrute[]; readonly nom: string }> {
    if (fichier !== undefined) {
      const { ouvrirClasseur } = await import('../../../core/tableur/index.ts')
      return { feuilles: ouvrirClasseur(fichier.octets, fichier.nom).feuilles, nom: fichier.nom }
    }
    const classeur = this.donnees.classeur()
    const feuille = classeur && feuilleAttributions(classeur.feuilles)
    return { feuilles: feuille === undefined ? [] : [feuille], nom: classeur?.nom ?? '' }
  }

  async #mener<T>(etapes: Etapes<T>, progres: Progres): Promise<T | undefined> {
    this.#arrete = false
    try {
      return await mener(etapes, () => this.#arrete, progres)
    } catch (erreur) {
      if (erreur instanceof Annulation) return undefined
      throw erreur
    }
  }
}
