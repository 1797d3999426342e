import { moisJusqua } from '../../socle/jour.ts'
import { nomsDe, premiereReponse, reponse, type Reponses, reponsesDe } from '../calcul/lire-listes.ts'
import {
  auMoins,
  champ,
  compterQuand,
  type Lire,
  partDe,
  repartir,
  repartirTranches,
  vaut,
} from '../calcul/mesurage.ts'
import { DECLARATIF, profil } from './demande-profils.ts'
import type { IndicateurCalcule } from './modele.ts'

const LOGEMENTS = reponsesDe('logement_actuel')
const MOTIFS = reponsesDe('motif')
const CONTRATS = reponsesDe('contrat')

/** Types of dwellings, in the five classes of the public register of the stock. */
export const TYPOLOGIES: Reponses = [
  ['T1 et chambre', 'C', 'T1'],
  ['T2', 'T2'],
  ['T3', 'T3'],
  ['T4', 'T4'],
  ['T5 et plus', 'T5', 'T6P'],
]

const PREMIER_CITE = 'Seul le premier choix est compté : une demande qui en cite plusieurs ne l’est qu’une fois.'

/** Complete months since the demande was filed, less than twelve. */
const RECENTE: Lire = (part) => {
  const mois = champ('anciennete_mois')(part)
  return (i) => Number(mois(i) < 12)
}

/** Complete months since the last renewal (or the filing of a recent demande), less than twelve. */
const RENOUVELEE: Lire = (part) => {
  const { jour } = part.donnees.contexte
  const mois = moisJusqua(jour)
  const [depot, renouvellement] = [champ('date_depot')(part), champ('date_renouvellement')(part)]
  return (i) => {
    const [dernier, premier] = [renouvellement(i), depot(i)]
    if (dernier <= jour) return Number(mois(dernier) < 12)
    return premier <= jour && mois(premier) < 12 ? 1 : NaN
  }
}

/** Where the households that ask live, why they ask, what they ask for. One row each. */
export const INDICATEURS_SITUATION: readonly IndicateurCalcule[] = [
  profil(
    {
      id: 'demandes_deposees',
      nom: 'Demandes déposées depuis un an',
      unite: 'demandes',
      question: 'Combien de demandes actives ont été déposées dans l’année ?',
      numerateur: 'Demandes actives déposées depuis moins de douze mois révolus au jour du calcul',
      denominateur: null,
      definition: 'Nombre de demandes actives déposées depuis moins de douze mois révolus au jour du calcul.',
      base_legale: 'CCH, art. L. 441-2-1',
      pieges: ['Celles qui ont été satisfaites ou radiées entre-temps n’y sont plus : le flux réel est plus élevé.'],
    },
    compterQuand('demandes', RECENTE),
  ),
  profil(
    {
      id: 'part_renouvelees',
      nom: 'Part des demandes renouvelées ou déposées depuis un an',
      sens: 'plus',
      question: 'Quelle part des demandes a été confirmée dans l’année ?',
      numerateur: 'Demandes déposées ou renouvelées depuis moins d’un an au jour du calcul',
      base_legale: 'CCH, art. L. 441-2-1 et R. 441-2-7',
      pieges: [
        'Une demande non renouvelée dans l’année est radiée après relance : la part basse signale un fichier ancien.',
      ],
    },
    partDe('demandes', RENOUVELEE),
  ),
  profil(
    {
      id: 'repartition_motifs',
      nom: 'Répartition par motif principal',
      question: 'Pourquoi les ménages demandent-ils un logement social ?',
      numerateur: 'Demandes dont le premier motif cité est celui-ci',
      denominateur: 'Demandes actives qui citent au moins un motif',
      definition: 'Demandes selon le premier motif cité, rapportées aux demandes qui citent au moins un motif.',
      pieges: [DECLARATIF, PREMIER_CITE],
    },
    repartir('demandes', 'motif', nomsDe(MOTIFS), premiereReponse('motifs', MOTIFS)),
  ),
  profil(
    {
      id: 'repartition_typologies_souhaitees',
      nom: 'Répartition par type de logement souhaité',
      question: 'Quels types de logement sont demandés ?',
      numerateur: 'Demandes dont le premier type souhaité est celui-ci',
      denominateur: 'Demandes actives qui citent au moins un type',
      definition: 'Demandes selon le premier type de logement souhaité, rapportées aux demandes qui en citent un.',
      pieges: [PREMIER_CITE, 'Le type souhaité n’est pas celui auquel la taille du ménage donne droit.'],
    },
    repartir('demandes', 'typologie', nomsDe(TYPOLOGIES), premiereReponse('typologies_souhaitees', TYPOLOGIES)),
    { local: ['communes'] },
  ),
  profil(
    {
      id: 'repartition_logement_actuel',
      nom: 'Répartition par logement actuel',
      question: 'Où vivent les ménages qui demandent un logement social ?',
      numerateur: 'Demandes selon le logement actuel',
      definition: 'Demandes selon le logement actuel, rapportées aux demandes pour lesquelles on le sait.',
    },
    repartir(
      'demandes',
      'logement_actuel',
      nomsDe(LOGEMENTS),
      reponse('statut_logement', LOGEMENTS),
      'logement_actuel',
    ),
  ),
  profil(
    {
      id: 'part_sans_logement',
      nom: 'Part des demandes de ménages sans logement',
      question: 'Quelle part des demandes vient de ménages sans abri ou en squat ?',
      numerateur: 'Demandes de ménages sans abri, en abri de fortune ou dans un squat',
      base_legale: 'CCH, art. L. 441-1, k',
    },
    partDe('demandes', vaut('statut_logement', 'SD', 'SQUAT'), 'logement_actuel'),
  ),
  profil(
    {
      id: 'part_structures',
      nom: 'Part des demandes de ménages en structure d’hébergement',
      question: 'Quelle part des demandes vient de ménages hébergés dans une structure ?',
      numerateur:
        'Demandes de ménages en structure d’hébergement, en centre maternel ou de l’enfance, en résidence hôtelière à vocation sociale ou à l’hôtel',
      base_legale: 'CCH, art. L. 441-1, d',
      pieges: ['Compte ceux qui attendent une sortie d’hébergement, et non ceux qui en sont sortis.'],
    },
    partDe('demandes', vaut('statut_logement', 'SH', 'CDEFCM', 'RHVS', 'HOT'), 'logement_actuel'),
  ),
  profil(
    {
      id: 'part_heberges_tiers',
      nom: 'Part des demandes de ménages hébergés chez un tiers',
      question: 'Quelle part des demandes vient de ménages hébergés par des proches ?',
      numerateur: 'Demandes de ménages chez leurs parents ou enfants, ou chez un particulier',
    },
    partDe('demandes', vaut('statut_logement', 'CPE', 'CP'), 'logement_actuel'),
  ),
  profil(
    {
      id: 'repartition_situation_professionnelle',
      nom: 'Répartition par situation professionnelle',
      question: 'Quelle est la situation professionnelle des demandeurs ?',
      numerateur: 'Demandes selon la situation professionnelle du demandeur',
      definition: 'Demandes selon la situation professionnelle, rapportées aux demandes pour lesquelles on la connaît.',
    },
    repartir('demandes', 'situation_professionnelle', nomsDe(CONTRATS), reponse('situation_professionnelle', CONTRATS)),
  ),
  profil(
    {
      id: 'repartition_age',
      nom: 'Répartition par âge du demandeur',
      question: 'Quel âge ont les demandeurs ?',
      numerateur: 'Demandes de chaque tranche d’âge du titulaire au jour du calcul',
      denominateur: 'Demandes actives dont la date de naissance du titulaire est connue',
      definition: 'Demandes par tranche d’âge du titulaire, rapportées aux demandes pour lesquelles on le connaît.',
    },
    repartirTranches('demandes', 'age', champ('age_titulaire'), [
      { debut: 0, nom: 'moins de 30 ans' },
      { debut: 30, nom: '30 à 39 ans' },
      { debut: 40, nom: '40 à 49 ans' },
      { debut: 50, nom: '50 à 59 ans' },
      { debut: 60, nom: '60 à 74 ans' },
      { debut: 75, nom: '75 ans et plus' },
    ]),
  ),
  profil(
    {
      id: 'repartition_taux_effort',
      nom: 'Répartition par taux d’effort actuel',
      question: 'Quelle part de leurs ressources les demandeurs consacrent-ils à leur loyer ?',
      numerateur:
        'Demandes de chaque tranche de taux d’effort (loyer et charges moins aide au logement, sur ressources)',
      denominateur: 'Demandes actives dont le loyer et les ressources sont connus',
      definition:
        'Demandes par tranche de taux d’effort actuel, rapportées aux demandes pour lesquelles il se calcule.',
      base_legale: 'CCH, art. R. 441-3-1 ; arrêté du 10 mars 2011',
      pieges: ['Il n’existe pas de plafond légal : le tiers des ressources est une pratique.'],
    },
    repartirTranches('demandes', 'taux_effort', champ('taux_effort'), [
      { debut: -Infinity, nom: 'moins de 20 %' },
      { debut: 0.2, nom: '20 à 30 %' },
      { debut: 0.3, nom: '30 à 40 %' },
      { debut: 0.4, nom: '40 % et plus' },
    ]),
  ),
  profil(
    {
      id: 'part_impayes',
      nom: 'Part des demandes avec impayés de loyer',
      sens: 'moins',
      question: 'Quelle part des demandes signale des impayés de loyer ?',
      numerateur: 'Demandes de ménages qui doivent un mois de loyer ou plus dans leur logement actuel',
    },
    partDe('demandes', auMoins('impayes_mois', 1)),
  ),
]
