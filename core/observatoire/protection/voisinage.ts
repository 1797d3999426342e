import { type Demande, marge } from './demande.ts'
import { bloquee, cout, masquable, membresParCout, mobile, valeur } from './etat.ts'
import type { RelationCompilee } from './systeme.ts'

/** How much of the table a search looks at, from one cell outwards. */
export interface Portee {
  readonly masquees: number
  /** Published cells that may be withheld, by relation; 0: none. */
  readonly publiees: number
  /** Whether published zeros may be withheld too. */
  readonly zeros: boolean
  /** Whether published denominators may be withheld, and all their rates with them. */
  readonly denominateurs: boolean
  readonly profondeur: number
  readonly cellules: number
}

/** Members of one relation that are compared with one another before the best are taken. */
const COMPAREES = 150

interface Voisinage {
  readonly dedans: Set<number>
  /** Whether cells that could serve were left out. */
  readonly coupe: boolean
}

/** A neighbourhood being made: the cells taken, and every relation that one of them stands in. */
interface Chantier {
  readonly demande: Demande
  readonly portee: Portee
  readonly dedans: Set<number>
  readonly touchees: Set<number>
}

function souplesse({ etat, savoir }: Demande, cellule: number): number {
  return Math.min(20, marge(etat, savoir, cellule, 1)) + Math.min(20, marge(etat, savoir, cellule, -1))
}

/** Relations that a cell would add: those that add few close a cycle soon. */
function nouvelles({ demande, touchees }: Chantier, cellule: number): number {
  let nombre = 0
  for (const r of demande.etat.systeme.relationsDe[cellule] ?? []) if (!touchees.has(r)) nombre++
  return nombre
}

function meilleures(
  chantier: Chantier,
  cellules: readonly number[],
  nombre: number,
  rang: (c: number) => number,
): number[] {
  if (cellules.length <= nombre) return [...cellules]
  return cellules
    .map((c) => [nouvelles(chantier, c), rang(c), c] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .slice(0, nombre)
    .map(([, , c]) => c)
}

/** The hidden cells that close cycles, then the most supple, among those hidden last: they give the most room. */
function cachees(chantier: Chantier, r: number): number[] {
  const { demande, portee } = chantier
  const { etat } = demande
  const mobiles = etat.mobiles[r] ?? []
  const libres: number[] = []
  for (let i = mobiles.length - 1; i >= 0 && libres.length < COMPAREES; i--) {
    const cellule = mobiles[i] ?? 0
    if (cellule < etat.systeme.reelles && (portee.publiees > 0 || !bloquee(etat, cellule))) libres.push(cellule)
  }
  return meilleures(chantier, libres, portee.masquees, (c) => -souplesse(demande, c))
}

/** The published cells that close cycles, then the cheapest; zeros, where allowed, come last. */
function publiees(chantier: Chantier, r: number, relation: RelationCompilee): number[] {
  const { demande, portee } = chantier
  const { etat } = demande
  const choix: number[] = []
  for (const c of membresParCout(etat, r)) {
    if (choix.length >= COMPAREES) break
    const denominateur = relation.nature === 'taux' && c === relation.total
    if (masquable(etat, c, portee.zeros) && (portee.denominateurs || !denominateur)) choix.push(c)
  }
  return meilleures(chantier, choix, portee.publiees, (c) => cout(etat, c) + (valeur(etat, c) === 0 ? 1000 : 0))
}

/** From a numerator, its denominator is looked at only where it can move. */
function parcourue({ demande: { etat, depart }, portee }: Chantier, relation: RelationCompilee): boolean {
  if (relation.nature !== 'taux' || relation.reste === depart) return true
  return mobile(etat, relation.total) || (portee.denominateurs && masquable(etat, relation.total, false))
}

function prendre({ demande, dedans, touchees }: Chantier, cellule: number): void {
  dedans.add(cellule)
  for (const r of demande.etat.systeme.relationsDe[cellule] ?? []) touchees.add(r)
}

/** Cells of a relation that join the neighbourhood. */
function ouvrir(chantier: Chantier, r: number): number[] {
  const { demande, portee, dedans } = chantier
  const relation = demande.etat.systeme.relations[r]
  if (relation === undefined || !parcourue(chantier, relation)) return []
  const choix = [...cachees(chantier, r), ...(portee.publiees > 0 ? publiees(chantier, r, relation) : [])]
  const venues = choix.filter((c) => !dedans.has(c))
  for (const c of venues) prendre(chantier, c)
  return venues
}

/** Cells whose relations are all in already: they add no row, and close the cycles that the breadth left open. */
function fermer(chantier: Chantier): void {
  const { demande, portee, dedans, touchees } = chantier
  const { etat } = demande
  for (const r of touchees) {
    const membres = portee.publiees > 0 ? membresParCout(etat, r) : (etat.mobiles[r] ?? [])
    for (const c of membres) {
      if (dedans.size >= 2 * portee.cellules) return
      const libre = mobile(etat, c) || (portee.publiees > 0 && masquable(etat, c, portee.zeros))
      if (libre && c < etat.systeme.reelles && !dedans.has(c) && nouvelles(chantier, c) === 0) dedans.add(c)
    }
  }
}

/** Cells around the wanted one that may move with it. */
export function voisinage(demande: Demande, portee: Portee): Voisinage {
  const { mobiles, systeme } = demande.etat
  const chantier: Chantier = { demande, portee, dedans: new Set(), touchees: new Set() }
  prendre(chantier, demande.depart)
  const vues = new Set<number>()
  let front: readonly number[] = [demande.depart]
  let coupe = false
  for (let p = 0; p < portee.profondeur && front.length > 0; p++) {
    const suivantes: number[] = []
    for (const r of front.flatMap((c) => systeme.relationsDe[c] ?? [])) {
      if (vues.has(r)) continue
      vues.add(r)
      const pleine = chantier.dedans.size >= portee.cellules
      coupe ||= pleine || (mobiles[r]?.length ?? 0) > portee.masquees
      if (!pleine) suivantes.push(...ouvrir(chantier, r))
    }
    front = suivantes
  }
  fermer(chantier)
  return { dedans: chantier.dedans, coupe: coupe || front.length > 0 }
}
