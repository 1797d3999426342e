import type { Fonction } from './catalogue.ts'
import {
  NOMBRE_PERSONNES,
  NOMBRE_MOINS_14,
  RESSOURCES,
  LOYER,
  AIDE,
  DEMANDES,
  GRILLE,
  FAMILLES,
  PARAMETRES,
  ENTETES,
  EPCI,
  ANNEE,
  JOUR,
  ATTRIBUTIONS,
  OBJECTIF,
  ANNEE_COMPTEE,
  PERIMETRE,
} from './parametres.ts'

/** Shipped one by one, when the job behind each exists. */
export const FONCTIONS: readonly Fonction[] = [
  {
    id: 'UNITES_CONSO',
    description: { fr: 'Unités de consommation du ménage', en: 'Consumption units of the household' },
    parametres: [NOMBRE_PERSONNES, NOMBRE_MOINS_14],
    livree: true,
  },
  {
    id: 'QUARTILE',
    description: {
      fr: 'Quartile de ressources (1 à 4) dans l’EPCI, d’après les ressources annuelles par unité de consommation',
      en: 'Income quartile (1 to 4) in the intercommunal body, from the yearly income per consumption unit',
    },
    parametres: [
      {
        nom: { fr: 'ressources_uc', en: 'income_per_unit' },
        description: {
          fr: 'Ressources annuelles par unité de consommation, en euros',
          en: 'Yearly income per consumption unit, in euros',
        },
        type: 'any',
      },
      EPCI,
      ANNEE,
      {
        nom: { fr: 'borne', en: 'bound' },
        description: {
          fr: '« stricte » (la loi, par défaut) ou « incluse »',
          en: '"stricte" (the law, by default) or "incluse"',
        },
        type: 'any',
        facultatif: true,
      },
    ],
    livree: true,
  },
  {
    id: 'SEUIL',
    description: { fr: 'Seuil d’un quartile dans un EPCI, en euros', en: 'Threshold of a quartile, in euros' },
    parametres: [
      EPCI,
      ANNEE,
      {
        nom: { fr: 'quartile', en: 'quartile' },
        description: { fr: 'Quartile\u202f: 1, 2 ou 3', en: 'Quartile: 1, 2 or 3' },
        type: 'any',
      },
    ],
    livree: true,
  },
  {
    id: 'ANCIENNETE',
    description: { fr: 'Ancienneté de la demande, en mois complets', en: 'Age of the application, in whole months' },
    parametres: [
      {
        nom: { fr: 'date_depot', en: 'filing_date' },
        description: { fr: 'Date de dépôt de la demande', en: 'Day on which the application was filed' },
        type: 'any',
      },
      JOUR,
    ],
    livree: true,
  },
  {
    id: 'TAUX_EFFORT',
    description: { fr: 'Taux d’effort actuel', en: 'Current housing cost ratio' },
    parametres: [LOYER, RESSOURCES, AIDE],
    livree: true,
  },
  {
    id: 'RESTE_A_VIVRE',
    description: {
      fr: 'Reste à vivre, en euros par jour et par unité de consommation',
      en: 'Income left after housing, in euros a day and consumption unit',
    },
    parametres: [LOYER, RESSOURCES, NOMBRE_PERSONNES, NOMBRE_MOINS_14, AIDE],
    livree: true,
  },
  {
    id: 'SUR_OCCUPATION',
    description: { fr: 'VRAI si le logement actuel est sur-occupé', en: 'TRUE when the dwelling is overcrowded' },
    parametres: [
      {
        nom: { fr: 'surface', en: 'area' },
        description: { fr: 'Surface du logement actuel, en m²', en: 'Area of the current dwelling, in m²' },
        type: 'any',
      },
      NOMBRE_PERSONNES,
    ],
    livree: true,
  },
  {
    id: 'SOUS_OCCUPATION',
    description: { fr: 'VRAI si le logement actuel est sous-occupé', en: 'TRUE when the dwelling is underoccupied' },
    parametres: [
      {
        nom: { fr: 'pieces', en: 'rooms' },
        description: { fr: 'Nombre de pièces habitables', en: 'Number of rooms' },
        type: 'any',
      },
      NOMBRE_PERSONNES,
    ],
    livree: true,
  },
  {
    id: 'COTER',
    description: {
      fr: 'Note des demandes selon la grille\u202f: un total par ligne',
      en: 'Score of applications by the grid: one total a row',
    },
    parametres: [DEMANDES, GRILLE, JOUR, FAMILLES, PARAMETRES, ENTETES],
    etendue: true,
    livree: true,
  },
  {
    id: 'DETAIL',
    description: { fr: 'Points d’une demande, critère par critère', en: 'Points of one application, by criterion' },
    parametres: [DEMANDES, GRILLE, JOUR, FAMILLES, PARAMETRES, ENTETES],
    etendue: true,
    livree: true,
  },
  {
    id: 'RANG_DEMANDE',
    description: { fr: 'Rang d’une demande parmi celles de la plage', en: 'Rank of an application in the range' },
    parametres: [
      {
        nom: { fr: 'numero_unique', en: 'application_number' },
        description: {
          fr: 'Numéro unique de la demande, ou plage de numéros',
          en: 'Number of the application, or range of numbers',
        },
        type: 'any',
        matrice: true,
      },
      DEMANDES,
      GRILLE,
      JOUR,
      FAMILLES,
      PARAMETRES,
    ],
    etendue: true,
    livree: true,
  },
  {
    id: 'PART',
    description: {
      fr: 'Part des attributions d’une année qui comptent dans un objectif (les inconnues n’y sont pas)',
      en: 'Share of the allocations of a year that count in a target (unknown ones do not)',
    },
    parametres: [ATTRIBUTIONS, OBJECTIF, ANNEE_COMPTEE, PERIMETRE],
    livree: true,
  },
  {
    id: 'RESTE_A_FAIRE',
    description: {
      fr: 'Nombre d’attributions qui manquent pour atteindre un objectif',
      en: 'Number of allocations missing to reach a target',
    },
    parametres: [ATTRIBUTIONS, OBJECTIF, ANNEE_COMPTEE, PERIMETRE],
    livree: true,
  },
  {
    id: 'TENSION',
    description: {
      fr: 'Demandes en stock au 31 décembre pour une attribution de l’année',
      en: 'Applications in stock on 31 December per allocation of the year',
    },
    parametres: [
      {
        nom: { fr: 'demandes_en_stock', en: 'applications_in_stock' },
        description: { fr: 'Demandes actives au 31 décembre', en: 'Applications active on 31 December' },
        type: 'any',
      },
      {
        nom: { fr: 'attributions_annee', en: 'allocations_of_year' },
        description: { fr: 'Attributions de l’année', en: 'Allocations of the year' },
        type: 'any',
      },
    ],
    livree: true,
  },
]

export function fonctionsLivrees(fonctions: readonly Fonction[] = FONCTIONS): readonly Fonction[] {
  return fonctions.filter((f) => f.livree)
}
