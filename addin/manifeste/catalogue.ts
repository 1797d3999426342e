/** A text in both languages: French is the add-in's own, English overrides it. */
export interface Texte {
  readonly fr: string
  readonly en: string
}

export type Groupe = 'preparer' | 'coter' | 'suivre' | 'publier' | 'aide'

/** Files of `addin/icones`: `<nom>-16.png`, `-32.png`, `-80.png`. */
export type Icone =
  | 'attributions'
  | 'modeles'
  | 'colonnes'
  | 'verifier'
  | 'coter'
  | 'expliquer'
  | 'essayer'
  | 'objectifs'
  | 'flux'
  | 'publier'
  | 'aide'

/**
 * A command of the ribbon or of the context menu. Its id is also the name of its action; it never changes. Every
 * command opens the pane: nothing is greyed, the pane says in one sentence what is missing.
 */
export interface Commande {
  readonly id: string
  readonly groupe: Groupe
  readonly icone: Icone
  readonly libelle: Texte
  readonly infobulle: Texte
  /** Also offered on the cells' context menu, under this label. */
  readonly contextuel?: Texte
  /** Step of the pane that it opens; without one, Excel itself shows the pane where it was left. */
  readonly etape?:
    'modeles' | 'colonnes' | 'verifier' | 'coter' | 'expliquer' | 'essayer' | 'objectifs' | 'flux' | 'publier' | 'aide'
  /** False until its job exists: it is then left out of the manifest. */
  readonly livree: boolean
}

export interface ParametreFonction {
  /** Name in each language, as shown by Excel. */
  readonly nom: Texte
  readonly description: Texte
  readonly type: 'number' | 'string' | 'boolean' | 'any'
  readonly matrice?: boolean
  readonly facultatif?: boolean
}

/** A custom function: its name is the same in every language, since translated names break formulas set by programs. */
export interface Fonction {
  /** At least three characters, never that of a cell, of a built-in function of English or French Excel. */
  readonly id: string
  readonly description: Texte
  readonly parametres: readonly ParametreFonction[]
  /** Spills over several cells. */
  readonly etendue?: boolean
  readonly livree: boolean
}

/** Never changes: formulas in people's workbooks carry it. */
export const ESPACE_FONCTIONS = 'ATTRIB'

export const GROUPES: Readonly<Record<Groupe, Texte>> = {
  preparer: { fr: 'Préparer', en: 'Prepare' },
  coter: { fr: 'Coter', en: 'Score' },
  suivre: { fr: 'Suivre', en: 'Follow up' },
  publier: { fr: 'Publier', en: 'Publish' },
  aide: { fr: 'Aide', en: 'Help' },
}

export const ONGLET: Texte = { fr: 'Attributions', en: 'Attributions' }

export const COMMANDES: readonly Commande[] = [
  {
    id: 'ModelesDeFeuilles',
    groupe: 'preparer',
    icone: 'modeles',
    libelle: { fr: 'Modèles de feuilles', en: 'Sheet templates' },
    infobulle: {
      fr: 'Ajoute les feuilles à remplir qui manquent\u202f: demandes, attributions, parc, grille. Les vôtres ne changent pas.',
      en: 'Adds the sheets to fill that are missing: applications, allocations, stock, grid. Yours do not change.',
    },
    etape: 'modeles',
    livree: true,
  },
  {
    id: 'ReconnaitreColonnes',
    groupe: 'preparer',
    icone: 'colonnes',
    libelle: { fr: 'Reconnaître les colonnes', en: 'Recognise columns' },
    infobulle: {
      fr: 'Trouve le tableau des demandes et dit à quoi sert chacune de ses colonnes. Rien n’est modifié.',
      en: 'Finds the table of applications and says what each of its columns is for. Nothing is changed.',
    },
    etape: 'colonnes',
    livree: true,
  },
  {
    id: 'Verifier',
    groupe: 'preparer',
    icone: 'verifier',
    libelle: { fr: 'Vérifier', en: 'Check' },
    infobulle: {
      fr: 'Liste les anomalies des demandes, chacune à un clic de sa cellule.',
      en: 'Lists the faults found in the applications, each one click away from its cell.',
    },
    etape: 'verifier',
    livree: true,
  },
  {
    id: 'Coter',
    groupe: 'coter',
    icone: 'coter',
    libelle: { fr: 'Coter', en: 'Score' },
    infobulle: {
      fr: 'Applique la grille à toutes les demandes et écrit notes et rangs dans la feuille Cotation.',
      en: 'Applies the grid to every application and writes scores and ranks in the Cotation sheet.',
    },
    etape: 'coter',
    livree: true,
  },
  {
    id: 'ExpliquerLigne',
    groupe: 'coter',
    icone: 'expliquer',
    libelle: { fr: 'Expliquer la ligne', en: 'Explain the row' },
    infobulle: {
      fr: 'Explique, critère par critère, la note de la demande sélectionnée.',
      en: 'Explains, criterion by criterion, the score of the selected application.',
    },
    contextuel: { fr: 'Expliquer cette demande', en: 'Explain this application' },
    etape: 'expliquer',
    livree: true,
  },
  {
    id: 'Essayer',
    groupe: 'coter',
    icone: 'essayer',
    libelle: { fr: 'Essayer une grille', en: 'Try a grid' },
    infobulle: {
      fr: 'Change des points et montre aussitôt qui bouge. Rien n’est écrit tant que la grille essayée n’est pas reprise.',
      en: 'Changes points and shows at once who moves. Nothing is written until the tried grid is adopted.',
    },
    etape: 'essayer',
    livree: true,
  },
  {
    id: 'SuivreObjectifs',
    groupe: 'suivre',
    icone: 'objectifs',
    libelle: { fr: 'Objectifs', en: 'Targets' },
    infobulle: {
      fr: 'Compte les objectifs d’attribution\u202f: ce qui manque, chez quel bailleur, et où finira l’année.',
      en: 'Counts the allocation targets: what is missing, at which landlord, and where the year will end.',
    },
    etape: 'objectifs',
    livree: true,
  },
  {
    id: 'SuivreFlux',
    groupe: 'suivre',
    icone: 'flux',
    libelle: { fr: 'Flux', en: 'Flow' },
    infobulle: {
      fr: 'Calcule le flux annuel de chaque réservataire, les plafonds et la livraison à ce jour.',
      en: 'Works out the yearly flow of each holder, the ceilings and what was delivered so far.',
    },
    etape: 'flux',
    livree: true,
  },
  {
    id: 'PublierChiffres',
    groupe: 'publier',
    icone: 'publier',
    libelle: { fr: 'Publier', en: 'Publish' },
    infobulle: {
      fr: 'Prépare les chiffres agrégés pour l’observatoire\u202f: ce qui part, ce qui est retenu et pourquoi.',
      en: 'Prepares aggregated figures for the observatory: what leaves, what is withheld and why.',
    },
    etape: 'publier',
    livree: true,
  },
  {
    id: 'OuvrirVolet',
    groupe: 'aide',
    icone: 'attributions',
    libelle: { fr: 'Ouvrir le volet', en: 'Open the pane' },
    infobulle: {
      fr: 'Montre le volet à l’étape où vous l’avez laissé.',
      en: 'Shows the pane at the step where you left it.',
    },
    livree: true,
  },
  {
    id: 'Aide',
    groupe: 'aide',
    icone: 'aide',
    libelle: { fr: 'Aide', en: 'Help' },
    infobulle: {
      fr: 'Ouvre le guide\u202f: par où commencer, ce que fait chaque étape, à qui s’adresser.',
      en: 'Opens the guide: where to start, what each step does, whom to ask.',
    },
    etape: 'aide',
    livree: true,
  },
]

const NOMBRE_PERSONNES: ParametreFonction = {
  nom: { fr: 'nb_personnes', en: 'household_size' },
  description: { fr: 'Nombre de personnes du ménage', en: 'Number of people in the household' },
  type: 'any',
}
const NOMBRE_MOINS_14: ParametreFonction = {
  nom: { fr: 'nb_moins_14', en: 'under_14' },
  description: { fr: 'Dont enfants de moins de 14 ans', en: 'Of whom children under 14' },
  type: 'any',
}
const RESSOURCES: ParametreFonction = {
  nom: { fr: 'ressources_mensuelles', en: 'monthly_income' },
  description: { fr: 'Ressources mensuelles du ménage, en euros', en: "The household's monthly income, in euros" },
  type: 'any',
}
const LOYER: ParametreFonction = {
  nom: { fr: 'loyer_actuel', en: 'current_rent' },
  description: { fr: 'Loyer et charges actuels, en euros par mois', en: 'Current rent and charges, in euros a month' },
  type: 'any',
}
const AIDE: ParametreFonction = {
  nom: { fr: 'aide_logement', en: 'housing_benefit' },
  description: {
    fr: 'Aide au logement, en euros par mois (vide\u202f: 0)',
    en: 'Housing benefit, in euros a month (empty: 0)',
  },
  type: 'any',
  facultatif: true,
}
const DEMANDES: ParametreFonction = {
  nom: { fr: 'demandes', en: 'applications' },
  description: {
    fr: 'Plage des demandes, première ligne des en-têtes comprise',
    en: 'Range of applications, its first row of headers included',
  },
  type: 'any',
  matrice: true,
}
const GRILLE: ParametreFonction = {
  nom: { fr: 'grille', en: 'grid' },
  description: { fr: 'Plage du tableau Grille, en-têtes compris', en: 'Range of the Grille table, headers included' },
  type: 'any',
  matrice: true,
}
const FAMILLES: ParametreFonction = {
  nom: { fr: 'familles', en: 'families' },
  description: {
    fr: 'Plage du tableau Familles, en-têtes compris (si la grille a des familles)',
    en: 'Range of the Familles table, headers included (when the grid has families)',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
const PARAMETRES: ParametreFonction = {
  nom: { fr: 'parametres', en: 'settings' },
  description: {
    fr: 'Plage du tableau Parametres, en-têtes compris (territoire, bornes, départage)',
    en: 'Range of the Parametres table, headers included (territory, bounds, tie-breaks)',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
const ENTETES: ParametreFonction = {
  nom: { fr: 'entetes', en: 'headers' },
  description: {
    fr: 'Ligne des en-têtes, quand elle n’est pas dans la plage des demandes',
    en: 'Row of headers, when it is not in the range of applications',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
const EPCI: ParametreFonction = {
  nom: { fr: 'epci', en: 'epci' },
  description: { fr: 'SIREN ou nom de l’EPCI', en: 'SIREN number or name of the intercommunal body' },
  type: 'any',
}
const ANNEE: ParametreFonction = {
  nom: { fr: 'annee', en: 'year' },
  description: {
    fr: 'Année des seuils (à défaut, la dernière connue avant)',
    en: 'Year of the thresholds (else the latest earlier one)',
  },
  type: 'any',
}
const JOUR: ParametreFonction = {
  nom: { fr: 'jour', en: 'day' },
  description: { fr: 'Jour du calcul', en: 'Day of the computation' },
  type: 'any',
}

const ATTRIBUTIONS: ParametreFonction = {
  nom: { fr: 'attributions', en: 'allocations' },
  description: {
    fr: 'Plage des attributions, première ligne des en-têtes comprise',
    en: 'Range of allocations, its first row of headers included',
  },
  type: 'any',
  matrice: true,
}
const OBJECTIF: ParametreFonction = {
  nom: { fr: 'objectif', en: 'target' },
  description: {
    fr: 'Code de l’objectif\u202f: q1_hors_qpv, autres_quartiles_qpv, prioritaires, mutations…',
    en: 'Code of the target: q1_hors_qpv, autres_quartiles_qpv, prioritaires, mutations…',
  },
  type: 'any',
}
const ANNEE_COMPTEE: ParametreFonction = {
  nom: { fr: 'annee', en: 'year' },
  description: { fr: 'Année comptée', en: 'Year counted' },
  type: 'any',
}
const PERIMETRE: ParametreFonction = {
  nom: { fr: 'perimetre', en: 'perimeter' },
  description: {
    fr: '« bailleur:Nom », « epci:SIREN », « reservataire:COLTER »… (vide\u202f: toute la plage)',
    en: '"bailleur:Name", "epci:SIREN", "reservataire:COLTER"… (empty: the whole range)',
  },
  type: 'any',
  facultatif: true,
}

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

export function commandesLivrees(commandes: readonly Commande[] = COMMANDES): readonly Commande[] {
  return commandes.filter((c) => c.livree)
}

export function fonctionsLivrees(fonctions: readonly Fonction[] = FONCTIONS): readonly Fonction[] {
  return fonctions.filter((f) => f.livree)
}
