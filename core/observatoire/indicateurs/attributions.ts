import { CONNU, VIDE } from '../../lecture/colonne.ts'
import { nomsDe, reponse, reponsesDe } from '../calcul/lire-listes.ts'
import {
  champ,
  compter,
  contient,
  type Lire,
  medianeDe,
  partDe,
  repartir,
  repartirTranches,
  vaut,
} from '../calcul/mesurage.ts'
import { attribution, DELAI, DES_BAILLEURS } from './attribution.ts'
import { QUARTILE } from './demande.ts'
import { TYPOLOGIES } from './demande-situation.ts'
import type { IndicateurCalcule } from './modele.ts'

const FINANCEMENTS = reponsesDe('financement')
const LOCAL = { local: ['communes', 'quartiers'] as const }
const COMMUNES = { local: ['communes'] as const }
const LABEL = 'Dépend de la labellisation : un public qui n’est pas repéré n’est pas compté.'

/** 1 where a lease was signed: an empty cell is a known absence of lease. */
const BAIL_SIGNE: Lire = ({ donnees }) => {
  const { etats } = donnees.simple('date_bail')
  return (i) => (etats[i] === CONNU ? 1 : etats[i] === VIDE ? 0 : NaN)
}

const RELOGE: Lire = (part) => {
  const aucun = vaut('relogement', 'aucun')(part)
  return (i) => 1 - aucun(i)
}

/** What is allocated, to whom. One row each. */
export const INDICATEURS_ATTRIBUTIONS: readonly IndicateurCalcule[] = [
  attribution(
    {
      id: 'attributions',
      nom: 'Décisions d’attribution',
      unite: 'attributions',
      question: 'Combien de logements ont été attribués ?',
      numerateur: 'Décisions d’attribution de la période',
      denominateur: null,
      definition:
        'Décisions d’attribution de la période ; une attribution de rang deux ou sous condition ne compte que si un bail a suivi.',
      pieges: [DES_BAILLEURS, 'Une décision n’est pas toujours suivie d’un bail.'],
    },
    compter('decisions'),
    LOCAL,
  ),
  attribution(
    {
      id: 'baux_signes',
      nom: 'Baux signés',
      unite: 'baux',
      question: 'Combien de ménages ont signé un bail ?',
      numerateur: 'Baux signés dans la période',
      denominateur: null,
      definition: 'Baux signés dans la période, quelle que soit la date de la décision.',
      pieges: [DES_BAILLEURS],
    },
    compter('baux'),
    LOCAL,
  ),
  attribution(
    {
      id: 'concretisation',
      nom: 'Part des attributions suivies d’un bail',
      sens: 'plus',
      question: 'Quelle part des attributions aboutit à un bail signé ?',
      numerateur: 'Décisions suivies d’un bail signé',
      definition: 'Décisions d’attribution de la période suivies d’un bail, rapportées à toutes ces décisions.',
      pieges: [
        'Les décisions de la fin de la période peuvent être suivies d’un bail plus tard : le taux monte encore.',
      ],
    },
    partDe('decisions', BAIL_SIGNE),
  ),
  attribution(
    {
      id: 'attributions_qpv',
      nom: 'Part des attributions en quartier prioritaire',
      question: 'Quelle part des attributions se fait en quartier prioritaire ?',
      numerateur: 'Décisions pour un logement situé en quartier prioritaire',
      base_legale: 'CCH, art. L. 441-1 ; loi n° 2014-173 du 21 février 2014',
      pieges: ['Se lit avec la part du parc social qui est en quartier prioritaire.'],
    },
    partDe('decisions', champ('qpv')),
    COMMUNES,
  ),
  attribution(
    {
      id: 'attributions_quartiles',
      nom: 'Ménages logés par quartile de ressources',
      question: 'À quels quartiles de ressources les logements sont-ils attribués ?',
      numerateur: 'Décisions pour des ménages de chaque quartile',
      denominateur: 'Décisions d’attribution de la période dont le quartile est connu',
      definition: 'Décisions par quartile de ressources, rapportées aux décisions dont le quartile est connu.',
      pieges: [
        'Toutes localisations : ne mesure pas l’objectif légal, qui porte sur les baux hors quartier prioritaire.',
      ],
    },
    repartir('decisions', 'quartile', ['1', '2', '3', '4'], QUARTILE),
    COMMUNES,
  ),
  attribution(
    {
      id: 'attributions_prioritaires',
      nom: 'Part des attributions aux publics prioritaires',
      sens: 'plus',
      question: 'Quelle part des attributions va aux publics prioritaires ?',
      numerateur: 'Décisions pour des ménages reconnus DALO ou d’un public prioritaire',
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-3',
      pieges: ['L’objectif légal se mesure par réservataire : il ne se lit pas sur ce taux.', LABEL],
    },
    partDe('decisions', champ('prioritaire')),
    LOCAL,
  ),
  attribution(
    {
      id: 'attributions_dalo',
      nom: 'Part des attributions aux ménages DALO',
      question: 'Quelle part des attributions va aux ménages reconnus DALO ?',
      numerateur: 'Décisions pour des ménages reconnus prioritaires au titre du DALO',
      base_legale: 'CCH, art. L. 441-2-3',
      pieges: ['Dépend du nombre de ménages reconnus, très inégal d’un territoire à l’autre.'],
    },
    partDe('decisions', champ('dalo')),
  ),
  attribution(
    {
      id: 'attributions_sortants_hebergement',
      nom: 'Part des attributions aux sortants d’hébergement',
      sens: 'plus',
      question: 'Quelle part des attributions va à des ménages qui sortent d’hébergement ?',
      numerateur:
        'Décisions pour des ménages hébergés ou logés temporairement en établissement ou logement de transition',
      base_legale: 'CCH, art. L. 441-1, d',
      pieges: [LABEL],
    },
    partDe('decisions', contient('publics_prioritaires', 'd')),
  ),
  attribution(
    {
      id: 'attributions_sans_logement',
      nom: 'Part des attributions aux ménages dépourvus de logement',
      sens: 'plus',
      question: 'Quelle part des attributions va à des ménages dépourvus de logement ?',
      numerateur: 'Décisions pour des ménages dépourvus de logement',
      base_legale: 'CCH, art. L. 441-1, k',
      pieges: [LABEL],
    },
    partDe('decisions', contient('publics_prioritaires', 'k')),
  ),
  attribution(
    {
      id: 'attributions_relogements',
      nom: 'Part des relogements dans les attributions',
      question: 'Quelle part des attributions reloge des ménages d’une opération ?',
      numerateur: 'Décisions de relogement (renouvellement urbain, copropriétés dégradées, péril, vente)',
      base_legale: 'CCH, art. L. 441-1 et R. 441-5',
    },
    partDe('decisions', RELOGE),
  ),
  attribution(
    {
      id: 'attributions_travailleurs_essentiels',
      nom: 'Part des attributions aux travailleurs essentiels',
      question: 'Quelle part des attributions va à des travailleurs essentiels ?',
      numerateur: 'Décisions pour un travailleur d’un secteur essentiel',
      base_legale: 'CCH, art. L. 441-1 et L. 441-1-6',
      pieges: ['La liste des secteurs est locale : deux territoires ne comptent pas les mêmes métiers.'],
    },
    partDe('decisions', champ('travailleur_essentiel')),
  ),
  attribution(
    {
      id: 'attributions_taille',
      nom: 'Ménages logés par taille',
      question: 'Combien de personnes comptent les ménages logés ?',
      numerateur: 'Décisions pour des ménages de chaque taille',
      definition: 'Décisions selon le nombre de personnes logées, rapportées aux décisions pour lesquelles on le sait.',
    },
    repartirTranches('decisions', 'taille', champ('nb_personnes'), [
      { debut: 1, nom: '1' },
      { debut: 2, nom: '2' },
      { debut: 3, nom: '3' },
      { debut: 4, nom: '4' },
      { debut: 5, nom: '5 et plus' },
    ]),
  ),
  attribution(
    {
      id: 'attributions_typologies',
      nom: 'Attributions par type de logement',
      question: 'Quels types de logement sont attribués ?',
      numerateur: 'Décisions pour un logement de chaque type',
      definition: 'Décisions selon le type du logement, rapportées aux décisions pour lesquelles on le sait.',
    },
    repartir('decisions', 'typologie', nomsDe(TYPOLOGIES), reponse('typologie', TYPOLOGIES)),
  ),
  attribution(
    {
      id: 'attributions_financements',
      nom: 'Attributions par financement',
      question: 'De quels financements sont les logements attribués ?',
      numerateur: 'Décisions pour un logement de chaque financement (PLAI, PLUS, PLS…)',
      definition: 'Décisions selon le financement du logement, rapportées aux décisions pour lesquelles on le sait.',
      base_legale: 'CCH, art. R. 331-1 et R. 441-5-1',
    },
    repartir('decisions', 'financement', nomsDe(FINANCEMENTS), reponse('financement', FINANCEMENTS)),
  ),
  attribution(
    {
      id: 'attributions_neuf',
      nom: 'Part des premières mises en location dans les attributions',
      question: 'Quelle part des attributions se fait dans des programmes neufs ?',
      numerateur: 'Décisions pour une première mise en location',
      base_legale: 'CCH, art. R. 441-5',
    },
    partDe('decisions', champ('premiere_location')),
  ),
  attribution(
    {
      id: 'attributions_ressources_medianes',
      nom: 'Ressources médianes des ménages logés',
      unite: 'euros_uc_an',
      additif: false,
      question: 'Sous quelles ressources se trouve la moitié des ménages logés ?',
      numerateur: 'Ressources annuelles par unité de consommation des ménages logés, rangées',
      denominateur: 'Décisions d’attribution de la période dont les ressources par unité de consommation sont connues',
      definition:
        'Ressources annuelles par unité de consommation que la moitié des ménages logés atteint ou dépasse, arrondies à la centaine d’euros.',
      pieges: ['Une médiane ne s’additionne ni ne se moyenne d’un territoire à l’autre.'],
    },
    medianeDe('decisions', champ('ressources_uc'), 100),
  ),
  attribution(
    {
      id: 'delai_median',
      nom: 'Délai médian d’attribution',
      unite: 'mois',
      sens: 'moins',
      additif: false,
      question: 'En combien de mois la moitié des ménages logés l’a-t-elle été ?',
      numerateur: 'Délais en mois révolus entre le dépôt de la demande et la décision, rangés',
      denominateur: 'Décisions d’attribution de la période dont la date de dépôt est connue',
      definition:
        'Délai, en mois révolus du dépôt de la demande à la décision, que la moitié des attributions atteint ou dépasse.',
      base_legale: 'CCH, art. L. 441-1-4',
      pieges: [
        'Ne dit rien des ménages qui attendent encore.',
        'Une médiane ne s’additionne ni ne se moyenne : d’un territoire à l’autre, elle s’estime par les tranches de délai.',
      ],
    },
    medianeDe('decisions', DELAI, 0.5),
  ),
  attribution(
    {
      id: 'repartition_delais',
      nom: 'Attributions par délai',
      question: 'Combien de temps les ménages logés ont-ils attendu ?',
      numerateur: 'Décisions de chaque tranche de délai, en mois révolus depuis le dépôt',
      denominateur: 'Décisions d’attribution de la période dont la date de dépôt est connue',
      definition:
        'Décisions par tranche de délai depuis le dépôt, rapportées aux décisions dont la date de dépôt est connue.',
      base_legale: 'CCH, art. L. 441-1-4',
      pieges: ['Le délai anormalement long est fixé par arrêté préfectoral : il n’est pas le même partout.'],
    },
    repartirTranches('decisions', 'delai', DELAI, [
      { debut: 0, nom: 'moins de 6 mois' },
      { debut: 6, nom: '6 mois à 1 an' },
      { debut: 12, nom: '1 à 2 ans' },
      { debut: 24, nom: '2 à 3 ans' },
      { debut: 36, nom: '3 à 5 ans' },
      { debut: 60, nom: '5 ans et plus' },
    ]),
  ),
]
