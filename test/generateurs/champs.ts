import { CHAMPS, DERIVES, modalites } from '../naif/tables.ts'

/** Values of a field that meet often: rows and grids draw from the same small sets, so that thresholds are hit exactly. */
export const NOMBRES: Readonly<Record<string, readonly number[]>> = {
  nb_personnes: [1, 2, 3, 4, 8],
  nb_moins_14: [0, 1, 2],
  nb_mineurs: [0, 1, 2, 3],
  naissances_attendues: [0, 1],
  ressources_mensuelles: [0, 500, 787.99, 788, 999.99, 1000, 1100, 1161.25, 1500, 1615, 2400.5],
  rfr_n2: [0, 9000, 23403, 23403.01],
  rfr_n1: [0, 9000, 31254],
  loyer_actuel: [0, 300, 329.99, 330, 330.01, 440, 500, 620.4],
  aide_logement: [0, 30, 110, 250.55],
  surface_actuelle: [8.99, 9, 15.99, 16, 25, 34, 61.5, 70],
  pieces_actuelles: [1, 2, 3, 4, 6],
  occupants_actuels: [0, 1, 2, 3, 9],
  impayes_mois: [0, 0.5, 1, 2.5, 3],
  refus: [0, 1, 2, 3],
  non_reponses: [0, 1, 2],
  passages_cal: [0, 1, 4],
  note_officielle: [0, 12.5, 60],
  quartile_declare: [1, 2, 3, 4],
  anciennete_mois: [0, 6, 11, 12, 23, 24, 36, 37, 48, 60],
  anciennete_ans: [0, 1, 2, 3, 5],
  hebergement_mois: [0, 3, 6, 12],
  age_titulaire: [18, 25, 30, 60],
  uc: [1, 1.3, 1.5, 1.8, 2.4],
  ressources_uc: [6000, 9456, 10000, 13935],
  quartile: [1, 2, 3, 4],
  taux_effort: [0, 0.25, 0.3, 0.33, 0.4, 0.5],
  reste_a_vivre: [-5, 0, 8, 12, 20.5],
  nb_motifs: [0, 1, 2, 3],
}

/** Steps that suit a field under `par`; those of the others come from their values. */
export const PAS: Readonly<Record<string, readonly number[]>> = {
  ressources_mensuelles: [100, 250.5],
  ressources_uc: [1000],
  loyer_actuel: [50, 110],
  taux_effort: [0.05, 0.1],
  reste_a_vivre: [0.5, 2],
  surface_actuelle: [1, 4.5],
  anciennete_mois: [1, 6, 12],
  impayes_mois: [0.5, 1],
}

export const JOURS: Readonly<Record<string, readonly string[]>> = {
  date_depot: ['2020-02-29', '2021-01-31', '2023-03-01', '2024-12-31', '2025-06-15', '2026-01-30', '2026-01-31'],
  date_renouvellement: ['2025-01-01', '2025-12-31'],
  date_naissance: ['1960-05-05', '1990-02-28', '1996-01-31', '1996-02-01', '2008-07-14'],
  hebergement_depuis: ['2025-01-31', '2025-07-31', '2025-11-30'],
}

/** The day for which these dates are interesting; one day is enough, the table of cases has the others. */
export const JOUR = '2026-01-31'

/** A day after it, for dates to come. */
export const JOUR_FUTUR = '2026-02-01'

export const COMMUNES = ['59350', '59512', '01004', '2A004'] as const

/** EPCI with thresholds, and one without. */
export const EPCIS = ['200093201', '217500016', '244400404', '999999999'] as const

export const SEUILS = [
  { siren: '200093201', annee: 2025, q1: 9427, q2: 13872, q3: 19200 },
  { siren: '200093201', annee: 2026, q1: 9456, q2: 13935, q3: 19380 },
  { siren: '217500016', annee: 2026, q1: 12083, q2: 17796, q3: 23556 },
  // Without the year of the day: the latest earlier one stands.
  { siren: '244400404', annee: 2025, q1: 10900, q2: 15138, q3: 19980 },
] as const

export type Genre = 'booleen' | 'nombre' | 'date' | 'code' | 'texte'

/** What tests may be put on a field. `code`: a value, or several, out of a closed set. */
export function genreDe(champ: string): Genre {
  const derive = DERIVES.get(champ)
  if (derive) return derive.type
  const base = CHAMPS.find(({ code }) => code === champ)
  if (base === undefined) throw new Error(`no field ${champ}`)
  if (base.type === 'booleen' || base.type === 'date') return base.type
  if (base.type === 'entier' || base.type === 'nombre') return 'nombre'
  return base.type === 'texte' && base.unite === '' ? 'texte' : 'code'
}

/** Values of a field out of a closed set, without `aucun`. */
export function codesDe(champ: string): readonly string[] {
  const base = CHAMPS.find(({ code }) => code === champ)
  switch (base?.unite) {
    case 'siren':
      return EPCIS
    case 'insee':
      return COMMUNES
    case 'champ':
      return [...CHAMPS.map(({ code }) => code), ...DERIVES.keys()]
    default:
      return modalites(base?.unite ?? '').map(({ code }) => code)
  }
}
