import { calculerVigilance, type IndiceQuartier } from './indice.ts'
import type { ModeleVigilance, Quartier } from './modele.ts'
import { bornesDe } from './normaliser.ts'

/** How far the index of a district moved, and by what. */
export interface EvolutionQuartier {
  readonly code: string
  readonly nom: string
  readonly avant: number
  readonly apres: number
  /** Above 0: more vigilance is called for. */
  readonly ecart: number
  /** Points by indicator, the widest first; they add up to `ecart`. */
  readonly composantes: readonly { readonly indicateur: string; readonly ecart: number }[]
}

export interface EvolutionVigilance {
  readonly quartiers: readonly EvolutionQuartier[]
  /** Districts that have no index in one of the periods. */
  readonly nonCompares: readonly string[]
}

/** A district with only what is known of it in both periods: an indicator that appears is not a change. */
function communs(quartier: Quartier, autre: Quartier | undefined): Quartier {
  return { ...quartier, mesures: new Map([...quartier.mesures].filter(([id]) => autre?.mesures.has(id) === true)) }
}

function comparer(avant: IndiceQuartier, apres: IndiceQuartier): EvolutionQuartier | undefined {
  if (avant.indice === null || apres.indice === null) return undefined
  const points = new Map(avant.contributions.map((c) => [c.indicateur, c.points]))
  const composantes = apres.contributions.map(({ indicateur, points: p }) => ({
    indicateur,
    ecart: p - (points.get(indicateur) ?? 0),
  }))
  return {
    code: apres.code,
    nom: apres.nom,
    avant: avant.indice,
    apres: apres.indice,
    ecart: apres.indice - avant.indice,
    composantes: composantes.toSorted((a, b) => Math.abs(b.ecart) - Math.abs(a.ecart)),
  }
}

/**
 * What became of the index between two periods, on the scale of the first: a district whose figures do not change keeps its
 * index, whatever the others do. An index of the second period may then be under 0 or above 100.
 *
 * @example
 * const avant = [enQuartier('A', 0.1), enQuartier('B', 0.3)]
 * const apres = [enQuartier('A', 0.2), enQuartier('B', 0.3)]
 * evolutionVigilance(avant, apres, VIGILANCE).quartiers.map(({ code, ecart }) => [code, Math.round(ecart)])
 * //=> [['A', 17], ['B', 0]]
 */
export function evolutionVigilance(
  avant: readonly Quartier[],
  apres: readonly Quartier[],
  modele: ModeleVigilance,
): EvolutionVigilance {
  const bornes = bornesDe(avant, modele.composantes)
  const [anciens, nouveaux] = [new Map(avant.map((q) => [q.code, q])), new Map(apres.map((q) => [q.code, q]))]
  const indices = (quartiers: readonly Quartier[], autres: ReadonlyMap<string, Quartier>) =>
    new Map(
      calculerVigilance(
        quartiers.map((quartier) => communs(quartier, autres.get(quartier.code))),
        modele,
        bornes,
      ).quartiers.map((quartier) => [quartier.code, quartier]),
    )
  const [premiers, seconds] = [indices(avant, nouveaux), indices(apres, anciens)]
  const codes = [...new Set([...anciens.keys(), ...nouveaux.keys()])].sort()
  const compares = codes.map((code) => {
    const [a, b] = [premiers.get(code), seconds.get(code)]
    return { code, evolution: a === undefined || b === undefined ? undefined : comparer(a, b) }
  })
  return {
    quartiers: compares
      .flatMap(({ evolution }) => evolution ?? [])
      .toSorted((a, b) => b.ecart - a.ecart || (a.code < b.code ? -1 : 1)),
    nonCompares: compares.filter(({ evolution }) => evolution === undefined).map(({ code }) => code),
  }
}
