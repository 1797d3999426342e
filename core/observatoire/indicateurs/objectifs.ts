import { libelleDe, nomsDe, reponse, type Reponses, reponsesDe } from '../calcul/lire-listes.ts'
import { champ, partDe, partsDe, repartir, vaut } from '../calcul/mesurage.ts'
import { attribution, legal } from './attribution.ts'
import type { IndicateurCalcule } from './modele.ts'

const RESERVATAIRES = reponsesDe('reservataire')
/** Holders whose share of priority publics is a legal target. */
const TENUS: Reponses = (['COLTER', 'COLACT', 'AUCUN'] as const).map((code) => [libelleDe('reservataire', code), code])

const INCONNUS =
  'Un ménage dont on ne sait pas s’il répond à la condition est au dénominateur, et non au numérateur : le taux est un minimum.'

/** The targets of the law and the shares that go with them, counted as the job *objectifs* counts them. One row each. */
export const INDICATEURS_OBJECTIFS: readonly IndicateurCalcule[] = [
  attribution(
    {
      id: 'q1_hors_qpv',
      nom: 'Premier quartile et relogés, hors quartier prioritaire',
      theme: 'objectifs',
      sens: 'plus',
      question: 'Quelle part des baux signés hors quartier prioritaire va au premier quartile ?',
      numerateur: 'Baux de ménages du premier quartile, ou relogés (renouvellement urbain, copropriétés dégradées)',
      denominateur: 'Baux signés dans la période hors quartier prioritaire et hors secteur assimilé',
      definition:
        'Baux signés hors quartier prioritaire dont le ménage est du premier quartile ou relogé, rapportés à tous les baux signés hors quartier prioritaire. Objectif légal : un quart.',
      base_legale: 'CCH, art. L. 441-1',
      pieges: ['Baux signés, et non décisions d’attribution.', INCONNUS],
    },
    { ...partDe('baux', legal('q1_hors_qpv')), exacte: true },
    { local: ['communes'] },
  ),
  attribution(
    {
      id: 'autres_quartiles_qpv',
      nom: 'Trois autres quartiles, en quartier prioritaire',
      theme: 'objectifs',
      sens: 'plus',
      question: 'Quelle part des attributions en quartier prioritaire va aux trois autres quartiles ?',
      numerateur: 'Décisions pour des ménages du deuxième, troisième ou quatrième quartile',
      denominateur: 'Décisions d’attribution de la période en quartier prioritaire',
      definition:
        'Décisions d’attribution en quartier prioritaire dont le ménage est des trois autres quartiles, rapportées à toutes celles en quartier prioritaire. Objectif légal : la moitié.',
      base_legale: 'CCH, art. L. 441-1 et L. 441-1-5',
      pieges: ['Décisions d’attribution, suivies ou non d’un bail.', INCONNUS],
    },
    partDe('decisions', legal('autres_quartiles_qpv'), 'attributions_qpv:n'),
    { local: ['communes', 'quartiers'] },
  ),
  attribution(
    {
      id: 'prioritaires',
      nom: 'DALO et publics prioritaires, par réservataire',
      theme: 'objectifs',
      sens: 'plus',
      question: 'Quelle part de ses attributions chaque réservataire consacre-t-il aux publics prioritaires ?',
      numerateur: 'Décisions du réservataire pour des ménages reconnus DALO ou d’un public prioritaire',
      denominateur: 'Décisions d’attribution de la période du réservataire',
      definition:
        'Décisions de chaque réservataire au bénéfice de ménages DALO ou d’un public prioritaire, rapportées à toutes ses décisions. Objectif légal : un quart.',
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-3',
      pieges: ['L’objectif s’apprécie réservataire par réservataire : les parts ne se moyennent pas.', INCONNUS],
    },
    partsDe(
      'decisions',
      'reservataire',
      nomsDe(TENUS),
      reponse('reservataire', TENUS),
      champ('prioritaire'),
      'repartition_reservataires',
    ),
  ),
  attribution(
    {
      id: 'contingent_etat',
      nom: 'Part du contingent de l’État',
      theme: 'objectifs',
      question: 'Quelle part des attributions se fait sur le contingent de l’État ?',
      numerateur: 'Décisions imputées à l’État (publics prioritaires et agents)',
      denominateur: 'Décisions d’attribution de la période dont le réservataire est connu',
      definition: 'Décisions imputées à l’État, rapportées aux décisions dont le réservataire est connu.',
      base_legale: 'CCH, art. R. 441-5',
      pieges: ['Part observée : le plafond légal de 30 % porte sur le flux réservé.'],
    },
    partDe('decisions', vaut('reservataire', 'PPRIOR', 'PFONCT'), 'reservataire'),
  ),
  attribution(
    {
      id: 'contingent_agents',
      nom: 'Part du contingent des agents de l’État',
      theme: 'objectifs',
      question: 'Quelle part des attributions va aux agents de l’État ?',
      numerateur: 'Décisions imputées aux agents civils et militaires de l’État',
      denominateur: 'Décisions d’attribution de la période dont le réservataire est connu',
      definition:
        'Décisions imputées aux agents civils et militaires de l’État, rapportées aux décisions dont le réservataire est connu.',
      base_legale: 'CCH, art. R. 441-5',
      pieges: ['Part observée : le plafond légal de 5 % porte sur le flux réservé.'],
    },
    partDe('decisions', vaut('reservataire', 'PFONCT'), 'reservataire'),
  ),
  attribution(
    {
      id: 'mutations',
      nom: 'Part des mutations dans les attributions',
      theme: 'objectifs',
      question: 'Quelle part des attributions va à des locataires du parc social ?',
      numerateur: 'Décisions pour des demandes de mutation',
      denominateur: 'Décisions d’attribution de la période dont la nature est connue',
      definition: 'Décisions pour des demandes de mutation, rapportées aux décisions dont la nature est connue.',
      base_legale: 'CCH, art. L. 441-1 et L. 441-1-6',
      pieges: ['Aucun objectif national : une convention locale peut en fixer un.'],
    },
    partDe('decisions', vaut('nature', 'mutation')),
    { local: ['communes', 'quartiers'] },
  ),
  attribution(
    {
      id: 'repartition_reservataires',
      nom: 'Répartition des attributions par réservataire',
      question: 'Sur quels contingents les logements sont-ils attribués ?',
      numerateur: 'Décisions imputées à chaque réservataire',
      denominateur: 'Décisions d’attribution de la période dont le réservataire est connu',
      definition: 'Décisions par réservataire, rapportées aux décisions dont le réservataire est connu.',
      base_legale: 'CCH, art. L. 441-1 et R. 441-5',
      pieges: ['L’imputation d’un logement à un réservataire dépend de la convention de chaque bailleur.'],
    },
    repartir(
      'decisions',
      'reservataire',
      nomsDe(RESERVATAIRES),
      reponse('reservataire', RESERVATAIRES),
      'reservataire',
    ),
  ),
]
