import type { Source } from '../../cotation/feuilles/provenance.ts'
import { intertitre, liste, paragraphe, tableau } from '../../document/blocs.ts'
import type { Bloc, DocumentEcrit } from '../../document/document.ts'
import { formatCompte, formatNombre, formatTaux } from '../../socle/format.ts'
import { jourFrancais } from '../../socle/jour.ts'
import { francais } from '../../socle/typographie.ts'
import type { Comparaisons } from '../comparer/comparer.ts'
import type { GenreLots } from '../comparer/phrases.ts'
import { sensDesDeplacements } from '../comparer/phrases.ts'
import type { RobustesseVue } from '../robustesse/panneau.ts'
import { nomGrille, scenariosCompares } from './scenario-compare.ts'
import type { ScenarioCompare } from './scenario-compare.ts'
import { sectionScenario } from './sections.ts'

export interface OptionsDossier {
  readonly source: Source
  readonly genre: GenreLots
  /** What the conference is asked; a plain question unless given. */
  readonly question?: string | undefined
  /** Robustness of some of the scenarios, found by their identity. */
  readonly robustesses?: readonly RobustesseVue[]
}

const QUESTION = 'Que changerait une autre grille de cotation, et pour qui ?'

function laQuestion(comparaisons: Comparaisons, { question }: OptionsDossier): readonly Bloc[] {
  const { cotations, demandes, contexte } = comparaisons
  const [force, ...scenarios] = cotations
  return [
    intertitre('La question'),
    paragraphe(question === undefined || question.trim() === '' ? QUESTION : question, 'encadre'),
    paragraphe(
      `${formatCompte(demandes.nombre, 'demande')} au ${jourFrancais(contexte.jour)}. Chaque grille cote les mêmes demandes ; on compare les classements obtenus.`,
    ),
    tableau(
      'Les grilles',
      [
        ['Grille', 46],
        ['Rôle', 18, 'texte'],
        ['Empreinte', 36, 'texte'],
      ],
      [
        ...(force === undefined ? [] : [[nomGrille(force), 'en vigueur', force.grilleLue.empreinte.slice(0, 23)]]),
        ...scenarios.map((b) => [nomGrille(b), 'scénario', b.grilleLue.empreinte.slice(0, 23)]),
      ],
    ),
  ]
}

function ligneResume({ b, paire }: ScenarioCompare): readonly string[] {
  const { montent, descendent } = sensDesDeplacements(paire.deplacements)
  const { lots, deplacements, publics } = paire
  const dalo = publics.find(({ public: code }) => code === 'dalo')?.partB ?? null
  return [
    b.grilleLue.grille.nom,
    lots?.part === undefined || lots.part === null ? '—' : formatTaux(lots.part),
    formatNombre(montent),
    formatNombre(descendent),
    deplacements.moyen === null ? '—' : formatNombre(Math.round(deplacements.moyen * 10) / 10),
    dalo === null ? '—' : formatTaux(dalo),
  ]
}

function enUnCoupDOeil(scenarios: readonly ScenarioCompare[]): readonly Bloc[] {
  return [
    intertitre('En un coup d’œil'),
    tableau(
      'Chaque scénario face à la grille en vigueur',
      [
        ['Scénario', 30],
        ['Listes de trois qui changent', 16],
        ['Demandes qui montent', 14],
        ['Qui descendent', 14],
        ['Places, en moyenne', 12],
        ['DALO dans le 1er dixième', 14],
      ],
      scenarios.map(ligneResume),
    ),
  ]
}

function methode(): readonly Bloc[] {
  return [
    intertitre('Méthode, et ce que ces chiffres ne prouvent pas'),
    ...liste([
      'Les trois candidats d’un logement sont les trois premières demandes, dans l’ordre de la grille, parmi celles qui cherchent sa commune et son type ; un souhait vide cherche tout. Ni réservataire, ni plafond, ni taille du ménage : la commission en tient compte.',
      'Une information que la demande ne donne pas ne rapporte aucun point, avec chaque grille.',
      'Un groupe de moins de 11 ménages n’est pas montré ; quand un seul est tu, le plus petit des autres l’est aussi.',
      'Une part plus haute que dans la liste n’est pas une faveur : la loi veut que certains publics passent devant. Ces chiffres disent ce qu’une grille fait à une population, un jour donné ; ils ne prouvent ni discrimination, ni absence de discrimination.',
      'La cotation aide à la décision : la commission d’attribution reste libre de son choix.',
      'Fiches de méthode : « mesures de comparaison », « robustesse », « équité » (dossier docs/methodes du logiciel).',
    ]),
  ]
}

/**
 * The document of the conference that votes a grid: question, grids, movements, cases, method, provenance.
 *
 * @param comparaisons the grid in force, then the scenarios
 * @example
 * dossierConference(comparaisons, { source, genre: 'recherches' }).provenance[0]
 * //=> ['Grille en vigueur', 'Grille d’exemple (fictive) (grille-exemple)']
 */
export function dossierConference(comparaisons: Comparaisons, options: OptionsDossier): DocumentEcrit {
  const { source, genre, robustesses = [] } = options
  const scenarios = scenariosCompares(comparaisons)
  const { contexte, cotations } = comparaisons
  return {
    titre: 'Changer la grille de cotation',
    provenance: [
      ['Grille en vigueur', cotations[0] === undefined ? '' : nomGrille(cotations[0])],
      ['Jour', jourFrancais(contexte.jour)],
      ['Source', francais(`${source.fichier}, feuille « ${source.feuille} »`)],
      ['Moteur', source.versionMoteur],
    ],
    parties: [
      {
        titre: 'Changer la grille de cotation : qui bouge',
        blocs: [
          ...laQuestion(comparaisons, options),
          ...enUnCoupDOeil(scenarios),
          ...scenarios.flatMap((scenario) =>
            sectionScenario(
              scenario,
              genre,
              robustesses.find(({ empreinte }) => empreinte === scenario.b.grilleLue.empreinte),
            ),
          ),
          ...methode(),
        ],
      },
    ],
  }
}
