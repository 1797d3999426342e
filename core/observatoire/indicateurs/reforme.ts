import { faits } from './fait.ts'
import type { IndicateurCatalogue } from './modele.ts'

const reforme = faits('reforme', 'Bilans publics de la réforme des attributions')

const EPCI_CONCERNES =
  'Le nombre d’EPCI concernés change d’une année à l’autre : deux dates ne se comparent qu’en nombre.'

/** How far the reform of allocations has come, as published. One row each. */
export const INDICATEURS_REFORME: readonly IndicateurCatalogue[] = [
  reforme({
    id: 'reforme_epci_concernes',
    nom: 'EPCI concernés par la réforme',
    unite: 'EPCI',
    question: 'Combien d’EPCI sont concernés par la réforme des attributions ?',
    definition: 'Nombre d’EPCI tenus de se doter d’une conférence intercommunale du logement.',
    base_legale: 'CCH, art. L. 441-1-5',
    pieges: [EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_cil',
    nom: 'Conférences intercommunales du logement installées',
    question: 'Quelle part des EPCI concernés a installé sa conférence intercommunale du logement ?',
    numerateur: 'EPCI dont la conférence intercommunale du logement est installée',
    denominateur: 'EPCI concernés',
    definition: 'EPCI dont la conférence intercommunale du logement est installée, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-1-5',
    pieges: ['Installée ne dit pas qu’elle se réunit encore.', EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_cil_reunies',
    nom: 'Conférences intercommunales du logement déjà réunies',
    question: 'Quelle part des EPCI concernés a réuni sa conférence intercommunale du logement ?',
    numerateur: 'EPCI dont la conférence s’est réunie au moins une fois',
    denominateur: 'EPCI concernés',
    definition: 'EPCI dont la conférence s’est réunie au moins une fois, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-1-5',
    pieges: [EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_orientations',
    nom: 'Orientations d’attribution approuvées',
    question: 'Quelle part des EPCI concernés a fait approuver ses orientations ?',
    numerateur: 'EPCI dont la conférence a approuvé les orientations d’attribution',
    denominateur: 'EPCI concernés',
    definition: 'EPCI dont la conférence a approuvé les orientations d’attribution, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-1-5',
    pieges: ['Souvent réunies avec la convention d’attribution dans un seul document.', EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_cia',
    nom: 'Conventions intercommunales d’attribution approuvées',
    question: 'Quelle part des EPCI concernés a une convention intercommunale d’attribution ?',
    numerateur: 'EPCI dont la convention intercommunale d’attribution est approuvée',
    denominateur: 'EPCI concernés',
    definition: 'EPCI dont la convention intercommunale d’attribution est approuvée, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-1-6',
    pieges: [EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_ppgdid',
    nom: 'Plans partenariaux de gestion de la demande approuvés',
    question: 'Quelle part des EPCI concernés a un plan partenarial de gestion de la demande ?',
    numerateur: 'EPCI dont le plan partenarial de gestion de la demande et d’information des demandeurs est approuvé',
    denominateur: 'EPCI concernés',
    definition:
      'EPCI dont le plan partenarial de gestion de la demande et d’information des demandeurs est approuvé, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-2-8',
    pieges: [EPCI_CONCERNES],
  }),
  reforme({
    id: 'reforme_cotations_actives',
    nom: 'Cotations actives',
    unite: 'cotations',
    question: 'Combien de cotations de la demande sont actives ?',
    definition: 'Cotations actives dans le système national, hors des départements qui ont un fichier partagé.',
    base_legale: 'CCH, art. L. 441-2-8',
    pieges: ['Ne compte pas les cotations des 28 départements en fichier partagé.'],
  }),
  reforme({
    id: 'reforme_cotations_parametrage',
    nom: 'Cotations en paramétrage',
    unite: 'cotations',
    question: 'Combien de cotations de la demande sont en préparation ?',
    definition: 'Cotations en paramétrage dans le système national, hors des départements qui ont un fichier partagé.',
    base_legale: 'CCH, art. L. 441-2-8',
    pieges: ['Ne compte pas les cotations des 28 départements en fichier partagé.'],
  }),
  reforme({
    id: 'reforme_fichiers_partages',
    nom: 'Départements en fichier partagé',
    unite: 'départements',
    question: 'Combien de départements ont un fichier partagé de la demande ?',
    definition: 'Départements dont la demande est gérée dans un fichier partagé relié au système national.',
    base_legale: 'CCH, art. L. 441-2-7',
  }),
  reforme({
    id: 'reforme_monographies',
    nom: 'Territoires observés par une monographie',
    unite: 'EPCI',
    question: 'Combien d’EPCI ont été observés ?',
    definition: 'EPCI qui ont fait l’objet d’une monographie de l’observatoire des initiatives locales.',
    pieges: [
      'La source n’en donne pas la liste : elle cite davantage de territoires qu’elle n’annonce de monographies.',
    ],
  }),
  reforme({
    id: 'reforme_demarches',
    nom: 'EPCI ayant entamé ou achevé leurs documents',
    question: 'Quelle part des EPCI concernés a entamé ou achevé ses documents ?',
    numerateur: 'EPCI ayant entamé ou achevé document-cadre, convention d’attribution et plan partenarial',
    denominateur: 'EPCI concernés',
    definition:
      'EPCI ayant entamé ou achevé document-cadre, convention d’attribution et plan partenarial, rapportés aux EPCI concernés.',
    base_legale: 'CCH, art. L. 441-1-5, L. 441-1-6 et L. 441-2-8',
  }),
  reforme({
    id: 'reforme_q1_hors_qpv',
    nom: 'Attributions au premier quartile hors QPV (bilans publiés)',
    sens: 'plus',
    question: 'Quelle part des attributions hors quartier prioritaire va au premier quartile ?',
    numerateur:
      'Attributions hors quartier prioritaire au bénéfice de ménages du premier quartile de ressources ou relogés',
    denominateur: 'Attributions hors quartier prioritaire',
    definition:
      'Attributions hors quartier prioritaire au bénéfice de ménages du premier quartile de ressources ou relogés, rapportées aux attributions hors quartier prioritaire.',
    pieges: [
      'Les bilans ne disent pas toujours s’ils comptent les baux signés ou les décisions.',
      'Le taux national de 2019 est publié à 15,5 %, calculé sur des effectifs non arrondis : 42 000 sur 272 000 donnent 15,4 %.',
    ],
  }),
  reforme({
    id: 'reforme_epci_objectif_q1',
    nom: 'EPCI qui atteignent l’objectif du premier quartile',
    sens: 'plus',
    question: 'Quelle part des EPCI atteint un quart d’attributions au premier quartile hors QPV ?',
    numerateur: 'EPCI où un quart au moins des attributions hors quartier prioritaire va au premier quartile',
    denominateur: 'EPCI comptés',
    definition: 'EPCI où un quart au moins des attributions hors quartier prioritaire va au premier quartile.',
    pieges: ['Le nombre d’EPCI comptés n’est pas toujours donné.'],
  }),
  reforme({
    id: 'reforme_attributions_hors_qpv',
    nom: 'Part des attributions hors QPV',
    question: 'Quelle part des attributions se fait hors quartier prioritaire ?',
    numerateur: 'Attributions situées hors quartier prioritaire',
    denominateur: 'Toutes les attributions',
    definition: 'Attributions situées hors quartier prioritaire, rapportées à toutes les attributions.',
  }),
]
