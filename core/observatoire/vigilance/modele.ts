/** One indicator of the index. */
export interface Composante {
  /** Id in the catalogue. */
  readonly indicateur: string
  /** Above 0; weights are compared with each other, they need not add up to 1. */
  readonly poids: number
  /** `plus`: the greater the figure, the more vigilance; `moins`: the smaller. */
  readonly sens: 'plus' | 'moins'
  /** Why it is in the index, in one French sentence. */
  readonly pourquoi: string
}

/** How the index is made. All of it is a choice, to be settled locally. */
export interface ModeleVigilance {
  readonly id: string
  readonly version: number
  readonly composantes: readonly Composante[]
  /** Least share of the weights that must be known for a district to have an index (0–1). */
  readonly partConnueMin: number
  /** How many other weights and figures are drawn to say how sure a rank is. */
  readonly tirages: number
  readonly graine: number
  /** Each weight is drawn between (1 − this) and (1 + this) times itself. */
  readonly variationPoids: number
  /** Share of the draws that the interval of a rank holds. */
  readonly niveau: number
}

/** A figure of a district; its counts, where they are known, say how uncertain it is. */
export interface MesureQuartier {
  readonly valeur: number
  readonly numerateur: number | null
  readonly denominateur: number | null
}

/** A district and what is known of it; a figure that is withheld or absent is not in it. */
export interface Quartier {
  readonly code: string
  readonly nom: string
  readonly mesures: ReadonlyMap<string, MesureQuartier>
}

function composante(indicateur: string, sens: 'plus' | 'moins', pourquoi: string): Composante {
  return { indicateur, sens, poids: 1, pourquoi }
}

/**
 * The index of vigilance of priority districts, from what allocations and the stock say of them. Equal weights: nothing read
 * says that one matters more than another.
 */
export const VIGILANCE: ModeleVigilance = {
  id: 'vigilance-quartiers',
  version: 1,
  composantes: [
    composante(
      'autres_quartiles_qpv',
      'moins',
      'Peu d’attributions aux trois autres quartiles : les ménages les plus modestes s’y concentrent.',
    ),
    composante('attributions_prioritaires', 'plus', 'Beaucoup de publics prioritaires parmi les ménages qui arrivent.'),
    composante('refus_candidats', 'plus', 'Beaucoup de propositions refusées : le quartier attire peu.'),
    composante(
      'lots_trois_candidats',
      'moins',
      'Peu de logements présentés avec trois candidats : le quartier attire peu.',
    ),
    composante('vacance', 'plus', 'Beaucoup de logements vacants.'),
    composante('rotation', 'plus', 'Beaucoup de départs dans l’année.'),
  ],
  partConnueMin: 2 / 3,
  tirages: 1_000,
  graine: 1,
  variationPoids: 0.5,
  niveau: 0.9,
}
