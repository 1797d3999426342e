import { comparerCodes } from '../../socle/texte.ts'
import type { ModeleVigilance, Quartier } from './modele.ts'
import { type Bornes, bornesDe, normaliser } from './normaliser.ts'
import { tirerRangs } from './tirages.ts'

/** What one indicator brings to the index of a district. */
export interface Contribution {
  readonly indicateur: string
  /** As published; null when it is not known. */
  readonly valeur: number | null
  /** 0 to 100: 100 for the district that calls for the most vigilance by this indicator. */
  readonly score: number | null
  /** Share of the index that it decides in this district (0–1), after what is not known is left out. */
  readonly poids: number
  /** Points of the index. The contributions of a district add up to its index. */
  readonly points: number
  /** Points above (or below) the mean of the districts: what drives the index. */
  readonly ecart: number
}

export interface IndiceQuartier {
  readonly code: string
  readonly nom: string
  /** 0 to 100; null when too little is known. */
  readonly indice: number | null
  /** What it would be if all that is not known were at its least, and at its most. */
  readonly indiceMin: number
  readonly indiceMax: number
  /** Share of the weights that is known (0–1). */
  readonly partConnue: number
  /** 1 calls for the most vigilance; null without an index. */
  readonly rang: number | null
  /** Ranks that other weights, and other figures as likely, would give; the rank itself is always among them. */
  readonly rangMin: number | null
  readonly rangMax: number | null
  /** The heaviest first, by what they add to the mean. */
  readonly contributions: readonly Contribution[]
}

export interface Vigilance {
  readonly modele: ModeleVigilance
  readonly bornes: Bornes
  /** By rank, then those without an index by name. */
  readonly quartiers: readonly IndiceQuartier[]
  /** Indicators that tell no district from another, or are known of fewer than two: left out. */
  readonly muettes: readonly string[]
}

/** Score of each component, in the order of the model; NaN where it is not known. */
export type Scores = readonly number[]

export function scoresDe({ mesures }: Quartier, { composantes }: ModeleVigilance, bornes: Bornes): Scores {
  return composantes.map((composante) => {
    const mesure = mesures.get(composante.indicateur)
    return mesure === undefined ? NaN : (normaliser(mesure.valeur, composante, bornes) ?? NaN)
  })
}

function somme(nombres: readonly number[]): number {
  return nombres.reduce((a, b) => a + b, 0)
}

/** Weights of what is known, made to add up to 1. */
function poidsConnus(scores: Scores, poids: readonly number[]): readonly number[] {
  const connus = poids.map((p, k) => (Number.isNaN(scores[k] ?? NaN) ? 0 : p))
  const total = somme(connus)
  return connus.map((p) => (total === 0 ? 0 : p / total))
}

type SansRang = Omit<IndiceQuartier, 'rang' | 'rangMin' | 'rangMax'>

function indiceDe(
  quartier: Quartier,
  scores: Scores,
  modele: ModeleVigilance,
  poids: readonly number[],
  moyennes: readonly number[],
): SansRang {
  const { composantes, partConnueMin } = modele
  const total = somme(poids)
  const partConnue = total === 0 ? 0 : somme(poids.filter((_, k) => !Number.isNaN(scores[k] ?? NaN))) / total
  const retenus = poidsConnus(scores, poids)
  const points = retenus.map((p, k) => (p === 0 ? 0 : p * (scores[k] ?? 0) * 100))
  const indice = somme(points)
  const contributions = composantes.map(({ indicateur }, k): Contribution => {
    const score = scores[k] ?? NaN
    return {
      indicateur,
      valeur: quartier.mesures.get(indicateur)?.valeur ?? null,
      score: Number.isNaN(score) ? null : score * 100,
      poids: retenus[k] ?? 0,
      points: points[k] ?? 0,
      ecart: Number.isNaN(score) ? 0 : (retenus[k] ?? 0) * (score - (moyennes[k] ?? 0)) * 100,
    }
  })
  return {
    code: quartier.code,
    nom: quartier.nom,
    indice: partConnue + 1e-9 >= partConnueMin ? indice : null,
    indiceMin: indice * partConnue,
    indiceMax: indice * partConnue + 100 * (1 - partConnue),
    partConnue,
    contributions: contributions.toSorted((a, b) => b.ecart - a.ecart),
  }
}

function moyennesDe(scores: readonly Scores[], nombre: number): readonly number[] {
  return Array.from({ length: nombre }, (_, k) => {
    const connus = scores.map((siens) => siens[k] ?? NaN).filter((score) => !Number.isNaN(score))
    return connus.length === 0 ? 0 : somme(connus) / connus.length
  })
}

function comparerRangs(a: IndiceQuartier, b: IndiceQuartier): number {
  return (a.rang ?? Infinity) - (b.rang ?? Infinity) || comparerCodes(a.nom, b.nom) || comparerCodes(a.code, b.code)
}

/**
 * The index of vigilance of districts compared with each other: each indicator is put between 0 and 100 over the districts,
 * then weighed. What is not known is left out and its weight shared among the rest; a district of which too little is known
 * has no index. The interval of a rank holds what other weights, and figures drawn from their counts, would give.
 *
 * @param bornes those of another period, to compare with it
 * @example calculerVigilance([enQuartier('A', 0.1), enQuartier('B', 0.3)], VIGILANCE).quartiers[0]?.code //=> 'B'
 */
export function calculerVigilance(
  quartiers: readonly Quartier[],
  modele: ModeleVigilance,
  bornes: Bornes = bornesDe(quartiers, modele.composantes),
): Vigilance {
  const scores = quartiers.map((quartier) => scoresDe(quartier, modele, bornes))
  const poids = modele.composantes.map(({ indicateur, poids: p }) => (bornes.has(indicateur) ? p : 0))
  const moyennes = moyennesDe(scores, poids.length)
  const indices = quartiers.map((quartier, q) => indiceDe(quartier, scores[q] ?? [], modele, poids, moyennes))
  const classes = indices.flatMap(({ indice }, q) => (indice === null ? [] : [q]))
  const rangDe = (indice: number): number => 1 + indices.filter((autre) => (autre.indice ?? -Infinity) > indice).length
  const intervalles = tirerRangs(
    classes.flatMap((q) => quartiers[q] ?? []),
    modele,
    bornes,
    poids,
  )
  const complets = indices.map((sans, q): IndiceQuartier => {
    const intervalle = intervalles[classes.indexOf(q)]
    if (sans.indice === null || intervalle === undefined) return { ...sans, rang: null, rangMin: null, rangMax: null }
    const rang = rangDe(sans.indice)
    return { ...sans, rang, rangMin: Math.min(rang, intervalle.min), rangMax: Math.max(rang, intervalle.max) }
  })
  return {
    modele,
    bornes,
    quartiers: complets.toSorted(comparerRangs),
    muettes: modele.composantes.filter(({ indicateur }) => !bornes.has(indicateur)).map(({ indicateur }) => indicateur),
  }
}
