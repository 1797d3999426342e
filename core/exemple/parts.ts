import type { Repartition } from './hasard.ts'

/*
 * Shares behind the example. Only aggregates were published: what no public figure gives is said to be a « hypothèse »,
 * chosen so that the whole looks like a register export of a large metropolis of the North.
 */

export const NATURES: Repartition<'nouvelle' | 'mutation'> = {
  source:
    'Hauts-de-France, fin 2023 : 39 % de mutations parmi 223 000 demandes (union régionale pour l’habitat) ; France, 30/06/2024 : 32 %',
  parts: [
    ['mutation', 0.37],
    ['nouvelle', 0.63],
  ],
}

export const STATUTS: Repartition<'active' | 'radiee' | 'satisfaite'> = {
  source: 'hypothèse : un export contient quelques demandes closes',
  parts: [
    ['active', 0.985],
    ['radiee', 0.009],
    ['satisfaite', 0.006],
  ],
}

/** Seniority follows a log-normal law: half of the applications are older than the median. */
export const ANCIENNETE = {
  source: 'délai médian : 520 jours en France (2022), 22,7 mois en Île-de-France (2019) ; dispersion : hypothèse',
  medianeMois: 18,
  ecartLog: 0.95,
  maximumMois: 200,
}

export type Composition = 'seul' | 'couple' | 'parent' | 'famille'

export const COMPOSITIONS: Repartition<Composition> = {
  source: 'hypothèse',
  parts: [
    ['seul', 0.45],
    ['couple', 0.11],
    ['parent', 0.25],
    ['famille', 0.19],
  ],
}

export const ENFANTS: Readonly<Record<'parent' | 'famille', Repartition<number>>> = {
  parent: {
    source: 'hypothèse',
    parts: [
      [1, 0.5],
      [2, 0.3],
      [3, 0.14],
      [4, 0.06],
    ],
  },
  famille: {
    source: 'hypothèse',
    parts: [
      [1, 0.31],
      [2, 0.34],
      [3, 0.21],
      [4, 0.1],
      [6, 0.04],
    ],
  },
}

const SEUL: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['C', 0.6],
    ['D', 0.21],
    ['S', 0.1],
    ['V', 0.09],
  ],
}

const A_DEUX: Repartition<string> = {
  source: 'hypothèse',
  parts: [
    ['M', 0.5],
    ['U', 0.33],
    ['P', 0.17],
  ],
}

/** Codes of the list `situation_familiale`. */
export const SITUATIONS_FAMILIALES: Readonly<Record<Composition, Repartition<string>>> = {
  seul: SEUL,
  couple: A_DEUX,
  parent: {
    source: 'hypothèse',
    parts: [
      ['C', 0.42],
      ['D', 0.28],
      ['S', 0.26],
      ['V', 0.04],
    ],
  },
  famille: A_DEUX,
}

/** Codes of the list `contrat`, from the first quartile of income to the last. */
export const CONTRATS: readonly Repartition<string>[] = [
  {
    source: 'hypothèse',
    parts: [
      ['CHO', 0.42],
      ['AUT', 0.24],
      ['CDD', 0.12],
      ['ETU', 0.07],
      ['RET', 0.06],
      ['CDI', 0.05],
      ['APP', 0.02],
      ['ART', 0.02],
    ],
  },
  {
    source: 'hypothèse',
    parts: [
      ['CHO', 0.26],
      ['CDI', 0.24],
      ['CDD', 0.2],
      ['RET', 0.14],
      ['AUT', 0.1],
      ['APP', 0.03],
      ['ART', 0.03],
    ],
  },
  {
    source: 'hypothèse',
    parts: [
      ['CDI', 0.52],
      ['CDD', 0.16],
      ['RET', 0.17],
      ['CHO', 0.08],
      ['AUT', 0.04],
      ['ART', 0.03],
    ],
  },
  {
    source: 'hypothèse',
    parts: [
      ['CDI', 0.72],
      ['RET', 0.15],
      ['CDD', 0.08],
      ['ART', 0.03],
      ['AUT', 0.02],
    ],
  },
]

/** Codes of the list `logement_actuel`, for the applicants who are not yet tenants of a social landlord. */
export const LOGEMENTS_ACTUELS: Repartition<string> = {
  source:
    'MEL, 2025 : 7,1 % des attributions à des ménages sans abri, 5,6 % à des sortants d’hébergement (DREAL Hauts-de-France) ; le reste : hypothèse',
  parts: [
    ['LP', 0.4],
    ['CPE', 0.165],
    ['CP', 0.15],
    ['SD', 0.055],
    ['SH', 0.05],
    ['RS', 0.05],
    ['LTG', 0.035],
    ['SLHT', 0.025],
    ['POCC', 0.025],
    ['HOT', 0.018],
    ['RE', 0.012],
    ['RHVS', 0.005],
    ['FONC', 0.004],
    ['CAMCAR', 0.004],
    ['SQUAT', 0.004],
    ['CDEFCM', 0.003],
  ],
}

export const CHANCES = {
  dalo: {
    source: 'France, 2023 : 102 969 ménages reconnus DALO en attente pour 2,7 millions de demandes, soit 3,7 %',
    part: 0.037,
  },
  habiteQpv: {
    source: 'MEL, 2025 : 35 % des attributions en QPV (DREAL) ; demandeurs hors parc social : hypothèse',
    mutation: 0.38,
    autre: 0.19,
  },
  ressourcesNulles: { source: 'hypothèse', part: 0.012 },
  handicap: { source: 'hypothèse', part: 0.11 },
  surOccupation: { source: 'hypothèse', part: 0.13 },
  sousOccupation: { source: 'hypothèse', part: 0.09 },
  indigne: { source: 'hypothèse', part: 0.045 },
  expulsion: { source: 'hypothèse', part: 0.025 },
  violences: { source: 'hypothèse', part: 0.018 },
  essentiel: { source: 'hypothèse ; aucun taux national (la CIA fixe l’objectif)', part: 0.22 },
  horsTerritoire: { source: 'hypothèse', part: 0.09 },
  naissance: { source: 'hypothèse', part: 0.035 },
  fausseDeclaration: { source: 'hypothèse', part: 0.002 },
  dossierIncomplet: { source: 'hypothèse', part: 0.12 },
} as const

export const REFUS: Repartition<number> = {
  source: 'hypothèse',
  parts: [
    [0, 0.93],
    [1, 0.06],
    [2, 0.01],
  ],
}

export const PASSAGES: Repartition<number> = {
  source: 'hypothèse',
  parts: [
    [0, 0.8],
    [1, 0.13],
    [2, 0.05],
    [4, 0.02],
  ],
}

/** Communes of the metropolis that are sought, by INSEE code. */
export const COMMUNES: Repartition<string> = {
  source: 'hypothèse, d’après la taille des communes',
  parts: [
    ['59350', 30],
    ['59512', 13],
    ['59599', 12],
    ['59009', 9],
    ['59650', 5],
    ['59378', 4],
    ['59328', 3],
    ['59017', 3],
    ['59410', 3],
    ['59368', 3],
    ['59360', 2],
    ['59299', 2],
    ['59163', 2],
    ['59646', 2],
    ['59507', 2],
    ['59220', 2],
    ['59279', 2],
    ['59286', 1],
    ['59648', 1],
    ['59527', 1],
    ['59560', 1],
    ['59421', 1],
  ],
}

/** Communes out of the metropolis where some applicants live or work. */
export const COMMUNES_VOISINES: readonly string[] = ['62498', '59178', '62427', '59606', '59122', '62041', '80021']
