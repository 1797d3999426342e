import type { ParametreFonction } from './catalogue.ts'

export const NOMBRE_PERSONNES: ParametreFonction = {
  nom: { fr: 'nb_personnes', en: 'household_size' },
  description: { fr: 'Nombre de personnes du ménage', en: 'Number of people in the household' },
  type: 'any',
}
export const NOMBRE_MOINS_14: ParametreFonction = {
  nom: { fr: 'nb_moins_14', en: 'under_14' },
  description: { fr: 'Dont enfants de moins de 14 ans', en: 'Of whom children under 14' },
  type: 'any',
}
export const RESSOURCES: ParametreFonction = {
  nom: { fr: 'ressources_mensuelles', en: 'monthly_income' },
  description: { fr: 'Ressources mensuelles du ménage, en euros', en: "The household's monthly income, in euros" },
  type: 'any',
}
export const LOYER: ParametreFonction = {
  nom: { fr: 'loyer_actuel', en: 'current_rent' },
  description: { fr: 'Loyer et charges actuels, en euros par mois', en: 'Current rent and charges, in euros a month' },
  type: 'any',
}
export const AIDE: ParametreFonction = {
  nom: { fr: 'aide_logement', en: 'housing_benefit' },
  description: {
    fr: 'Aide au logement, en euros par mois (vide\u202f: 0)',
    en: 'Housing benefit, in euros a month (empty: 0)',
  },
  type: 'any',
  facultatif: true,
}
export const DEMANDES: ParametreFonction = {
  nom: { fr: 'demandes', en: 'applications' },
  description: {
    fr: 'Plage des demandes, première ligne des en-têtes comprise',
    en: 'Range of applications, its first row of headers included',
  },
  type: 'any',
  matrice: true,
}
export const GRILLE: ParametreFonction = {
  nom: { fr: 'grille', en: 'grid' },
  description: { fr: 'Plage du tableau Grille, en-têtes compris', en: 'Range of the Grille table, headers included' },
  type: 'any',
  matrice: true,
}
export const FAMILLES: ParametreFonction = {
  nom: { fr: 'familles', en: 'families' },
  description: {
    fr: 'Plage du tableau Familles, en-têtes compris (si la grille a des familles)',
    en: 'Range of the Familles table, headers included (when the grid has families)',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
export const PARAMETRES: ParametreFonction = {
  nom: { fr: 'parametres', en: 'settings' },
  description: {
    fr: 'Plage du tableau Parametres, en-têtes compris (territoire, bornes, départage)',
    en: 'Range of the Parametres table, headers included (territory, bounds, tie-breaks)',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
export const ENTETES: ParametreFonction = {
  nom: { fr: 'entetes', en: 'headers' },
  description: {
    fr: 'Ligne des en-têtes, quand elle n’est pas dans la plage des demandes',
    en: 'Row of headers, when it is not in the range of applications',
  },
  type: 'any',
  matrice: true,
  facultatif: true,
}
export const EPCI: ParametreFonction = {
  nom: { fr: 'epci', en: 'epci' },
  description: { fr: 'SIREN ou nom de l’EPCI', en: 'SIREN number or name of the intercommunal body' },
  type: 'any',
}
export const ANNEE: ParametreFonction = {
  nom: { fr: 'annee', en: 'year' },
  description: {
    fr: 'Année des seuils (à défaut, la dernière connue avant)',
    en: 'Year of the thresholds (else the latest earlier one)',
  },
  type: 'any',
}
export const JOUR: ParametreFonction = {
  nom: { fr: 'jour', en: 'day' },
  description: { fr: 'Jour du calcul', en: 'Day of the computation' },
  type: 'any',
}

export const ATTRIBUTIONS: ParametreFonction = {
  nom: { fr: 'attributions', en: 'allocations' },
  description: {
    fr: 'Plage des attributions, première ligne des en-têtes comprise',
    en: 'Range of allocations, its first row of headers included',
  },
  type: 'any',
  matrice: true,
}
export const OBJECTIF: ParametreFonction = {
  nom: { fr: 'objectif', en: 'target' },
  description: {
    fr: 'Code de l’objectif\u202f: q1_hors_qpv, autres_quartiles_qpv, prioritaires, mutations…',
    en: 'Code of the target: q1_hors_qpv, autres_quartiles_qpv, prioritaires, mutations…',
  },
  type: 'any',
}
export const ANNEE_COMPTEE: ParametreFonction = {
  nom: { fr: 'annee', en: 'year' },
  description: { fr: 'Année comptée', en: 'Year counted' },
  type: 'any',
}
export const PERIMETRE: ParametreFonction = {
  nom: { fr: 'perimetre', en: 'perimeter' },
  description: {
    fr: '« bailleur:Nom », « epci:SIREN », « reservataire:COLTER »… (vide\u202f: toute la plage)',
    en: '"bailleur:Name", "epci:SIREN", "reservataire:COLTER"… (empty: the whole range)',
  },
  type: 'any',
  facultatif: true,
}
