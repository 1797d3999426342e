/** Why a figure is withheld. Its numerator, denominator and value are then absent. */
export type Secret = 'primaire' | 'secondaire' | 'dominance' | 'difference'

/** `source`: already published by an official source, shown as published, never mixed with what we count. */
export type Diffusion = 'source'

export type TypeTerritoire = 'commune' | 'epci' | 'departement' | 'region' | 'france'

/** Whether more is better, less is better, or neither. */
export type Sens = 'plus' | 'moins' | null

/** Themes of initiatives. */
export type ThemeInitiative = 'pilotage' | 'accueil' | 'objectifs' | 'cotation' | 'flux'

export interface Territoire {
  /** INSEE code of a commune, SIREN of an EPCI, code of a département or of a région, `FR`. */
  readonly code: string
  readonly type: TypeTerritoire
  readonly nom: string
  /** All those that it touches: an EPCI may span several. */
  readonly departements: readonly string[]
  readonly region?: string | undefined
}

/** What a figure measures. The members after `base_legale` are ours, and optional for other producers. */
export interface Indicateur {
  readonly id: string
  /** Changes with the definition: two versions are never compared. */
  readonly version: number
  readonly nom: string
  readonly theme: string
  /** `ratio` (0–1), `mois`, `euros_uc_an`, or the plural of what is counted. */
  readonly unite: string
  readonly sens: Sens
  /** False for what cannot be added up again from its parts: medians, thresholds. */
  readonly additif: boolean
  readonly definition: string
  /** What is counted, and what it is divided by (null for a number that is not divided). */
  readonly numerateur?: string | undefined
  readonly denominateur?: string | null | undefined
  readonly base_legale?: string | undefined
  readonly source?: string | undefined
  /** What the figure does not say, and what it must not be compared with. */
  readonly pieges?: readonly string[] | undefined
  /** The indicator as a question, for a title. */
  readonly question?: string | undefined
}

export interface Source {
  readonly id: string
  readonly titre: string
  /** ISO day or year of publication. */
  readonly date?: string | undefined
  /** ISO day on which the figures were taken down. */
  readonly releve_le?: string | undefined
  readonly url?: string | undefined
  /** Counts of this source are rounded to a multiple of this. */
  readonly arrondi?: number | undefined
}

/** Columns of equal length: row `i` of each makes one observation. */
export interface Observations {
  readonly indicateur: readonly string[]
  readonly territoire: readonly string[]
  readonly periode: readonly string[]
  readonly dimension: readonly (string | null)[]
  readonly modalite: readonly (string | null)[]
  readonly numerateur: readonly (number | null)[]
  readonly denominateur: readonly (number | null)[]
  readonly valeur: readonly (number | null)[]
  readonly secret: readonly (Secret | null)[]
  readonly diffusion: readonly (Diffusion | null)[]
  readonly source: readonly (string | null)[]
}

export interface Initiative {
  readonly territoire: string
  readonly theme: ThemeInitiative
  readonly titre: string
  readonly resume: string
  readonly source: string
}

/** A dataset of the observatory, `observatoire/1`: aggregated figures only. */
export interface Jeu {
  readonly format: 'observatoire/1'
  readonly titre: string
  /** ISO day. */
  readonly fait_le: string
  readonly producteur: string
  readonly version_moteur?: string | undefined
  readonly profil_secret?: string | undefined
  /** `sha256:` of the dataset without this member: see `empreinteDuJeu`. */
  readonly empreinte?: string | undefined
  /** Day of the computation, and how empty cells were read. Without counts: they could be those of one household. */
  readonly jour?: string | undefined
  readonly vide_non?: readonly string[] | undefined
  readonly defauts?: readonly { readonly champ: string; readonly valeur: string }[] | undefined
  readonly sources: readonly Source[]
  readonly territoires: readonly Territoire[]
  readonly indicateurs: readonly Indicateur[]
  readonly observations: Observations
  readonly initiatives: readonly Initiative[]
}

/** One observation, as it is made before it goes into columns. */
export type Observation = { readonly [C in keyof Observations]: Observations[C][number] }

/**
 * Puts observations in columns.
 *
 * @example
 * const commun = { indicateur: 'demandes', periode: '2025', dimension: null, modalite: null, denominateur: null }
 * const publie = { secret: null, diffusion: null, source: null }
 * const chiffre = (territoire: string, n: number) => ({ ...commun, ...publie, territoire, numerateur: n, valeur: n })
 * enColonnes([chiffre('59350', 11), chiffre('59512', 60)]).valeur //=> [11, 60]
 */
export function enColonnes(lignes: readonly Observation[]): Observations {
  return {
    indicateur: lignes.map(({ indicateur }) => indicateur),
    territoire: lignes.map(({ territoire }) => territoire),
    periode: lignes.map(({ periode }) => periode),
    dimension: lignes.map(({ dimension }) => dimension),
    modalite: lignes.map(({ modalite }) => modalite),
    numerateur: lignes.map(({ numerateur }) => numerateur),
    denominateur: lignes.map(({ denominateur }) => denominateur),
    valeur: lignes.map(({ valeur }) => valeur),
    secret: lignes.map(({ secret }) => secret),
    diffusion: lignes.map(({ diffusion }) => diffusion),
    source: lignes.map(({ source }) => source),
  }
}
