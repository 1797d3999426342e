import { champ, compter, medianeDe, partDe, repartir, vaut, type Lire } from '../calcul/mesurage.ts'
import { calcule } from './calcule.ts'
import { INDICATEURS_SITUATION } from './demande-situation.ts'
import { INDICATEURS_PROFILS } from './demande-profils.ts'
import type { IndicateurCalcule } from './modele.ts'

/** The number of the quartile among the four. */
export const QUARTILE: Lire = (part) => {
  const quartile = champ('quartile')(part)
  return (i) => quartile(i) - 1
}

/** Also given for communes. */
const LOCAL = { local: ['communes'] as const }

/** Indicators computed from the demandes of a territory. One row each. */
export const INDICATEURS_DEMANDE: readonly IndicateurCalcule[] = [
  calcule(
    {
      id: 'demandes',
      version: 1,
      nom: 'Demandes actives',
      unite: 'demandes',
      sens: null,
      additif: true,
      question: 'Combien de ménages demandent un logement social ?',
      definition:
        'Nombre de demandes actives rattachées au territoire au jour du calcul, chaque numéro unique compté une fois.',
      numerateur: 'Demandes actives au jour du calcul',
      denominateur: null,
      base_legale: 'CCH, art. L. 441-2-1',
      pieges: [
        'Une demande vaut pour tout le département (la région en Île-de-France) : les demandes de plusieurs EPCI s’additionnent sans dire combien de ménages distincts elles représentent.',
        'C’est un stock à une date, et non le nombre de demandes déposées dans l’année.',
      ],
    },
    compter('demandes'),
    LOCAL,
  ),
  calcule(
    {
      id: 'part_mutations',
      version: 1,
      nom: 'Part des demandes de mutation',
      unite: 'ratio',
      sens: null,
      additif: true,
      question: 'Quelle part des demandes vient de ménages déjà logés dans le parc social ?',
      numerateur: 'Demandes de mutation',
      denominateur: 'Demandes actives dont la nature est connue',
      definition: 'Demandes de mutation, rapportées aux demandes actives dont la nature est connue.',
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-1',
      pieges: [
        'Part des demandes, et non des attributions : les deux ne se comparent qu’avec les attributions du même territoire.',
      ],
    },
    partDe('demandes', vaut('nature', 'mutation')),
    LOCAL,
  ),
  calcule(
    {
      id: 'repartition_quartiles',
      version: 1,
      nom: 'Répartition par quartile de ressources',
      unite: 'ratio',
      sens: null,
      additif: true,
      question: 'Comment se répartissent les demandes entre les quartiles de ressources ?',
      numerateur: 'Demandes de chaque quartile de ressources',
      denominateur: 'Demandes actives dont le quartile est connu',
      definition:
        'Demandes de chaque quartile de ressources par unité de consommation (seuils de l’EPCI et de l’année du calcul), rapportées aux demandes dont le quartile est connu.',
      base_legale: 'CCH, art. L. 441-1, et arrêtés annuels de seuils',
      pieges: [
        'Les seuils sont ceux de l’arrêté, calculés sur une année antérieure : la part du premier quartile n’est pas de 25 % par construction.',
        'Part des demandes : ne mesure pas l’objectif légal, qui porte sur les baux signés hors quartier prioritaire.',
      ],
    },
    repartir('demandes', 'quartile', ['1', '2', '3', '4'], QUARTILE),
    LOCAL,
  ),
  calcule(
    {
      id: 'anciennete_mediane',
      version: 1,
      nom: 'Ancienneté médiane des demandes',
      unite: 'mois',
      sens: 'moins',
      additif: false,
      question: 'Depuis combien de temps attend la moitié des demandes ?',
      numerateur: 'Anciennetés en mois révolus, rangées',
      denominateur: 'Demandes actives dont la date de dépôt est connue',
      definition:
        'Ancienneté, en mois révolus depuis le dépôt, que la moitié des demandes actives atteint ou dépasse au jour du calcul.',
      base_legale: 'CCH, art. L. 441-1-4 (délai anormalement long)',
      pieges: [
        'Ancienneté des demandes encore actives, et non délai d’attribution : les ménages logés n’y sont plus.',
        'Une médiane ne s’additionne ni ne se moyenne d’un territoire à l’autre.',
      ],
    },
    medianeDe('demandes', champ('anciennete_mois'), 0.5),
  ),
  calcule(
    {
      id: 'part_prioritaires',
      version: 1,
      nom: 'Part des demandes de publics prioritaires',
      unite: 'ratio',
      sens: null,
      additif: true,
      question: 'Quelle part des demandes vient de publics prioritaires ?',
      numerateur: 'Demandes reconnues DALO ou d’un public de l’article L. 441-1',
      denominateur: 'Demandes actives pour lesquelles on le sait',
      definition:
        'Demandes reconnues DALO ou d’un public de l’article L. 441-1, rapportées aux demandes pour lesquelles on le sait.',
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-3',
      pieges: [
        'Dépend de la labellisation : un territoire qui labellise peu paraît avoir peu de publics prioritaires.',
        'Part des demandes : l’objectif légal porte sur les attributions de chaque réservataire.',
      ],
    },
    partDe('demandes', champ('prioritaire')),
    LOCAL,
  ),
  ...INDICATEURS_PROFILS,
  ...INDICATEURS_SITUATION,
]
