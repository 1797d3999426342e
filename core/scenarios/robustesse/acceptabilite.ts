import { aleatoire } from '../../socle/aleatoire.ts'
import type { Etapes } from '../../socle/etapes.ts'
import { menerEtapes } from '../../socle/etapes.ts'
import { CANDIDATS_PAR_LOT, PERSONNE } from '../mesures/candidats.ts'
import type { Banc } from './banc.ts'
import { clesDe } from './banc.ts'
import type { Decomposition } from './decomposition.ts'
import { Compteur, decomposer } from './decomposition.ts'
import { troisParPaire } from './trois.ts'

/** What weights are taken as plausible, and how many are drawn. */
export interface OptionsAcceptabilite {
  readonly graine: number
  /** Draws; 500 unless given. */
  readonly tirages?: number
  /** Each criterion's points are multiplied by a factor drawn between 1 − amplitude and 1 + amplitude; 0.25 unless given. */
  readonly amplitude?: number
}

/** How often something holds over the draws, and the standard error of that share. */
export interface Frequence {
  readonly part: number
  readonly erreur: number
}

/** A demande that is among the three of a dwelling under some plausible weights. */
export interface DemandeAcceptable extends Frequence {
  /** Index in the table. */
  readonly demande: number
  /** Whether it is among the three of a dwelling under the grid as it is. */
  readonly candidate: boolean
}

/** The same, dwelling by dwelling. */
export interface CandidatAcceptable extends Frequence {
  /** Pair of a commune and a type; see `Banc.lots`. */
  readonly paire: number
  readonly demande: number
}

export interface Acceptabilite {
  readonly graine: number
  readonly tirages: number
  readonly amplitude: number
  /** No standard error is above this one. */
  readonly erreurMaximale: number
  /** Most often among the three first; then in the order of the ranking. */
  readonly demandes: readonly DemandeAcceptable[]
  /** Pair after pair, most often among the three first. */
  readonly candidats: readonly CandidatAcceptable[]
}

/** @example frequence(87, 100) //=> { part: 0.87, erreur: 0.0336… } */
export function frequence(fois: number, tirages: number): Frequence {
  const part = fois / tirages
  return { part, erreur: Math.sqrt((part * (1 - part)) / tirages) }
}

/** Weights drawn around those of the grid: one factor a criterion, all its brackets alike. */
function tirerPoids({ reglages }: Decomposition, amplitude: number, tirer: () => number): Float64Array {
  let rang = -1
  let facteur = 1
  return Float64Array.from(reglages, (reglage) => {
    if (reglage.rang !== rang) facteur = 1 + amplitude * (2 * tirer() - 1)
    rang = reglage.rang
    return Math.round(reglage.centiemes * facteur)
  })
}

/** Counts, draw after draw, who is among the three. */
class Comptes {
  readonly parDemande: Uint32Array
  readonly parCandidat = new Map<number, number>()
  readonly #nombre: number
  readonly #dernierTirage: Int32Array

  constructor(nombre: number) {
    this.#nombre = nombre
    this.parDemande = new Uint32Array(nombre)
    this.#dernierTirage = new Int32Array(nombre).fill(-1)
  }

  noter(trois: Int32Array, tirage: number): void {
    trois.forEach((place, k) => {
      if (place === PERSONNE) return
      const candidat = Math.floor(k / CANDIDATS_PAR_LOT) * this.#nombre + place
      this.parCandidat.set(candidat, (this.parCandidat.get(candidat) ?? 0) + 1)
      if (this.#dernierTirage[place] === tirage) return
      this.#dernierTirage[place] = tirage
      this.parDemande[place] = (this.parDemande[place] ?? 0) + 1
    })
  }
}

function demandesAcceptables({ parDemande }: Comptes, tirages: number, banc: Banc): readonly DemandeAcceptable[] {
  const actuelles = new Set(banc.trois)
  return [...parDemande.keys()]
    .filter((place) => (parDemande[place] ?? 0) > 0)
    .sort((a, b) => (parDemande[b] ?? 0) - (parDemande[a] ?? 0) || a - b)
    .map((place) => ({
      demande: banc.demandes[place] ?? 0,
      candidate: actuelles.has(place),
      ...frequence(parDemande[place] ?? 0, tirages),
    }))
}

function candidatsAcceptables({ parCandidat }: Comptes, tirages: number, banc: Banc): readonly CandidatAcceptable[] {
  return [...parCandidat]
    .map(([candidat, fois]) => ({
      paire: Math.floor(candidat / banc.nombre),
      place: candidat % banc.nombre,
      fois,
    }))
    .sort((a, b) => a.paire - b.paire || b.fois - a.fois || a.place - b.place)
    .map(({ paire, place, fois }) => ({
      paire,
      demande: banc.demandes[place] ?? 0,
      ...frequence(fois, tirages),
    }))
}

/**
 * How often each demande is among the three candidates of the dwellings that it seeks, when the weights of all criteria
 * are drawn at random around those of the grid (stochastic acceptability, SMAA). Caps, floors and tie-breaks are kept.
 *
 * @param progresser told from time to time how much is done, from 0 to 1
 * @throws Error unless there is at least one draw
 * @example
 * acceptabilite(banc, { graine: 1, tirages: 20 }).demandes[0]
 * //=> { demande: 251, candidate: true, part: 1, erreur: 0 }
 */
export function acceptabilite(
  banc: Banc,
  options: OptionsAcceptabilite,
  progresser: (part: number) => void = () => undefined,
): Acceptabilite {
  return menerEtapes(acceptabiliteParEtapes(banc, options), progresser)
}

/**
 * `acceptabilite`, twenty draws a step: it gives the share done before each.
 *
 * @throws Error unless there is at least one draw
 * @example [...acceptabiliteParEtapes(banc, { graine: 1, tirages: 60 })] //=> [0, 0.333…, 0.666…]
 */
export function* acceptabiliteParEtapes(
  banc: Banc,
  { graine, tirages = 500, amplitude = 0.25 }: OptionsAcceptabilite,
): Etapes<Acceptabilite> {
  if (!(tirages >= 1)) throw new Error(`at least one draw: got ${String(tirages)}`)
  const decomposition = decomposer(banc)
  const compteur = new Compteur(decomposition, banc)
  const comptes = new Comptes(banc.nombre)
  const tirer = aleatoire(graine)
  for (let tirage = 0; tirage < tirages; tirage++) {
    if (tirage % 20 === 0) yield tirage / tirages
    const totaux = compteur.totaux(tirerPoids(decomposition, amplitude, tirer))
    comptes.noter(troisParPaire(banc.bassins, clesDe(totaux, banc)), tirage)
  }
  return {
    graine,
    tirages,
    amplitude,
    erreurMaximale: 0.5 / Math.sqrt(tirages),
    demandes: demandesAcceptables(comptes, tirages, banc),
    candidats: candidatsAcceptables(comptes, tirages, banc),
  }
}
