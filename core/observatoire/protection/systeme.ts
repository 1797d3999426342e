import { Refus } from '../../socle/refus.ts'
import { messages } from './messages.ts'
import type { Cellule, NatureRelation, Relation } from './modele.ts'

/** One relation by cell numbers: the total counts −1, each part +1, so that the sum is 0. */
export interface RelationCompilee {
  readonly nature: NatureRelation
  readonly total: number
  /** Parts; in a `taux` the last one is the rest, a cell that is never published. */
  readonly parties: readonly number[]
  /** The rest of a `taux`; −1 in other relations. */
  readonly reste: number
  /** Total, then parts. */
  readonly membres: readonly number[]
}

/** Cells and relations by number. Cells from `reelles` on are the rests of rates: counted, never published. */
export interface Systeme {
  readonly reelles: number
  readonly valeurs: readonly number[]
  readonly cellules: readonly Cellule[]
  readonly relations: readonly RelationCompilee[]
  /** Relations in which each cell stands. */
  readonly relationsDe: readonly (readonly number[])[]
}

/** Sign of a cell in a relation that holds it. */
export function signe(relation: RelationCompilee, cellule: number): number {
  return relation.total === cellule ? -1 : 1
}

function relier(nature: NatureRelation, total: number, parties: readonly number[]): RelationCompilee {
  const reste = nature === 'taux' ? (parties.at(-1) ?? -1) : -1
  return { nature, total, parties, reste, membres: [total, ...parties] }
}

function numeroter(cellules: readonly Cellule[]): ReadonlyMap<string, number> {
  const numeros = new Map<string, number>()
  cellules.forEach((cellule, i) => {
    if (numeros.has(cellule.id)) throw new Error(`protection: cell "${cellule.id}" given twice`)
    if (!Number.isSafeInteger(cellule.valeur) || cellule.valeur < 0)
      throw new Error(
        `protection: cell "${cellule.id}" is not a whole number of 0 or more: got ${String(cellule.valeur)}`,
      )
    numeros.set(cellule.id, i)
  })
  return numeros
}

function numero(numeros: ReadonlyMap<string, number>, id: string): number {
  const trouve = numeros.get(id)
  if (trouve === undefined) throw new Error(`protection: relation on an unknown cell "${id}"`)
  return trouve
}

function ecartDe(total: number, parties: readonly number[], valeurs: readonly number[]): number {
  return parties.reduce((somme, p) => somme + (valeurs[p] ?? 0), 0) - (valeurs[total] ?? 0)
}

function estSource(relation: Relation, numeros: ReadonlyMap<string, number>, cellules: readonly Cellule[]): boolean {
  return [relation.total, ...relation.parties].some((id) => cellules[numero(numeros, id)]?.source === true)
}

/**
 * Numbers cells and relations, adds the rest of each rate, and checks that every sum holds.
 *
 * A relation with an official figure that does not hold is left out: the figure counts something else, or another day.
 *
 * @throws Refus when our own parts do not add up to their total, or a numerator exceeds its denominator.
 */
export function compiler(cellules: readonly Cellule[], relations: readonly Relation[]): Systeme {
  const numeros = numeroter(cellules)
  const valeurs = cellules.map((cellule) => cellule.valeur)
  const compilees: RelationCompilee[] = []
  const raisons: string[] = []
  for (const relation of relations) {
    const nature = relation.nature ?? 'somme'
    const total = numero(numeros, relation.total)
    const parties = relation.parties.map((id) => numero(numeros, id))
    const ecart = ecartDe(total, parties, valeurs)
    const fausse = nature === 'taux' ? ecart > 0 : ecart !== 0
    if (fausse && estSource(relation, numeros, cellules)) continue
    if (fausse) raisons.push(phraseFausse(relation, nature, valeurs[total] ?? 0, ecart))
    else if (nature === 'taux') compilees.push(relier(nature, total, [...parties, valeurs.push(-ecart) - 1]))
    else compilees.push(relier(nature, total, parties))
  }
  if (raisons.length > 0) throw new Refus(raisons)
  return {
    reelles: cellules.length,
    valeurs,
    cellules,
    relations: compilees,
    relationsDe: indexer(compilees, valeurs.length),
  }
}

function phraseFausse(relation: Relation, nature: NatureRelation, total: number, ecart: number): string {
  const somme = total + ecart
  return nature === 'taux'
    ? messages.tauxImpossible(relation.total, total, relation.parties.join(' + '), somme)
    : messages.sommeFausse(relation.total, total, somme)
}

function indexer(relations: readonly RelationCompilee[], nombre: number): number[][] {
  const relationsDe: number[][] = Array.from({ length: nombre }, () => [])
  relations.forEach((relation, r) => {
    for (const cellule of relation.membres) relationsDe[cellule]?.push(r)
  })
  return relationsDe
}
