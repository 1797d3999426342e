import { comparer, decimal, entier } from './exact.ts'
import type { Rapport } from './exact.ts'
import { coterParGrille, lecteur } from './coter.ts'
import type { CotationNaive, Groupe, OptionsCotation } from './coter.ts'
import type { LireChamp } from './conditions.ts'
import type { DepartageJson, GrilleJson, ValeurJson } from './grille.ts'
import { estRapport } from './lire.ts'
import type { DemandeNaive } from './lire.ts'
import type { Valeur } from './cellules.ts'

export interface CotationClassee extends CotationNaive {
  readonly rang: number
  readonly ordre: number
}

/** What two scores are compared on: exact numbers, lower first, unknown last. */
type Cle = Rapport | undefined

function vaut(valeur: Valeur, cherche: ValeurJson): boolean {
  if (Array.isArray(valeur)) return valeur.includes(cherche)
  if (estRapport(valeur)) return typeof cherche === 'number' && comparer(valeur, decimal(cherche)) === 0
  return valeur === cherche
}

function mesurer(valeur: Valeur): Rapport {
  if (estRapport(valeur)) return valeur
  if (typeof valeur === 'number') return entier(valeur)
  if (typeof valeur === 'boolean') return entier(valeur ? 1 : 0)
  throw new Error('only numbers, days and booleans have an order')
}

function cleDe(departage: DepartageJson, lire: LireChamp): Cle {
  const valeur = lire(departage.champ)
  if (valeur === undefined) return undefined
  if ('premier' in departage) return entier(vaut(valeur, departage.premier) ? 0 : 1)
  const mesure = mesurer(valeur)
  return departage.ordre === 'decroissant' ? { n: -mesure.n, d: mesure.d } : mesure
}

function comparerCles(a: Cle, b: Cle): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0)
  return comparer(a, b)
}

interface Concurrent {
  readonly cotation: CotationNaive
  readonly cles: readonly Cle[]
}

/** Order on what makes the rank: total, then the tie-break rules. */
function comparerMerites(a: Concurrent, b: Concurrent): number {
  if (a.cotation.total !== b.cotation.total) return b.cotation.total - a.cotation.total
  for (let i = 0; i < a.cles.length; i++) {
    const ecart = comparerCles(a.cles[i], b.cles[i])
    if (ecart !== 0) return ecart
  }
  return 0
}

function comparerNumeros(a: Concurrent, b: Concurrent): number {
  return a.cotation.numero < b.cotation.numero ? -1 : a.cotation.numero > b.cotation.numero ? 1 : 0
}

/** Ranks the scores of one grid: competition rank on total and tie-break, order by unique number in the end. */
export function classer({ grille, contexte, cotees }: Groupe): readonly CotationClassee[] {
  const concurrents = cotees.map(({ demande, cotation }): Concurrent => {
    const lire = lecteur(demande, contexte)
    return { cotation, cles: (grille.departage ?? []).map((departage) => cleDe(departage, lire)) }
  })
  concurrents.sort((a, b) => comparerMerites(a, b) || comparerNumeros(a, b))
  let rang = 1
  return concurrents.map((concurrent, i) => {
    const precedent = concurrents[i - 1]
    if (precedent && comparerMerites(precedent, concurrent) !== 0) rang = i + 1
    return { ...concurrent.cotation, rang, ordre: i + 1 }
  })
}

/** The whole job as a plain loop over objects: scores by grid, each grid's in its order. */
export function coterTous(
  demandes: readonly DemandeNaive[],
  grilles: readonly GrilleJson[],
  options: OptionsCotation,
): { readonly cotations: readonly CotationClassee[]; readonly horsPortee: readonly DemandeNaive[] } {
  const { groupes, horsPortee } = coterParGrille(demandes, grilles, options)
  return { cotations: groupes.flatMap(classer), horsPortee }
}
