import { type Constraint, solve } from 'yalps'
import { type Demande, marge } from './demande.ts'
import { echanger } from './echange.ts'
import { bloquee, cout, reste, type Temoin, valeur } from './etat.ts'
import { type Colonne, maximiser } from './simplexe.ts'
import { type RelationCompilee, signe } from './systeme.ts'
import { type Portee, voisinage } from './voisinage.ts'

export interface Trouvaille {
  readonly temoin: Temoin
  /** How far the wanted cell moved. */
  readonly atteint: number
  /** Published cells to withhold for this witness to hold. */
  readonly nouvelles: readonly number[]
  readonly cout: number
}

interface Probleme {
  readonly lignes: number
  readonly colonnes: Colonne[]
  /** Cell and direction of each column. */
  readonly sens: (readonly [cellule: number, sens: number])[]
}

const PRIORITE = 1000
const UTILE = 0.0005

/** What one unit of a move is worth: the wanted cell first, then withholding little, then widening others on the way. */
function gain({ etat, savoir, depart, cible }: Demande, cellule: number, direction: number, haut: number): number {
  if (cellule === depart) return PRIORITE
  if (etat.masque[cellule] === 0) return -cout(etat, cellule) / Math.min(haut, cible)
  return reste(etat, cellule, savoir, direction) > 0 ? UTILE : -UTILE
}

/** A rate of which one term stays: its rest only bounds the other, so that it needs no row. */
function repliee({ depart }: Demande, relation: RelationCompilee, dedans: ReadonlySet<number>): boolean {
  if (relation.nature !== 'taux' || relation.reste === depart || relation.membres.length > 3) return false
  return relation.membres.some((c) => c !== relation.reste && !dedans.has(c))
}

/** Rests of the rates of which both terms move. */
function restesUtiles(demande: Demande, dedans: ReadonlySet<number>): number[] {
  const { relations, relationsDe, reelles, valeurs } = demande.etat.systeme
  if (reelles === valeurs.length) return []
  const utiles = [...dedans].flatMap((c) => (relationsDe[c] ?? []).map((r) => relations[r]))
  return utiles.flatMap((relation) =>
    relation?.nature === 'taux' && !repliee(demande, relation, dedans) ? [relation.reste] : [],
  )
}

/** How the cells may move together: relations kept, bounds kept. */
function poser(demande: Demande, dedans: ReadonlySet<number>): Probleme {
  const { etat, savoir, depart, sens, cible } = demande
  const { relations, relationsDe } = etat.systeme
  const numeros = new Map<number, number>()
  const probleme: Probleme = { lignes: 0, colonnes: [], sens: [] }
  const ajouter = (cellule: number, direction: number): void => {
    let haut = Math.min(cellule === depart ? cible : 4 * cible, marge(etat, savoir, cellule, direction))
    const [lignes, coefficients]: [number[], number[]] = [[], []]
    for (const r of relationsDe[cellule] ?? []) {
      const relation = relations[r]
      if (relation === undefined) continue
      const coefficient = direction * signe(relation, cellule)
      if (!repliee(demande, relation, dedans)) {
        if (!numeros.has(r)) numeros.set(r, numeros.size)
        lignes.push(numeros.get(r) ?? 0)
        coefficients.push(coefficient)
      } else if (coefficient > 0) haut = Math.min(haut, valeur(etat, relation.reste))
    }
    if (haut <= 0) return
    probleme.colonnes.push({ lignes, coefficients, haut, gain: gain(demande, cellule, direction, haut) })
    probleme.sens.push([cellule, direction])
  }
  for (const cellule of dedans)
    for (const direction of cellule === depart ? [sens] : [1, -1]) ajouter(cellule, direction)
  return { ...probleme, lignes: numeros.size }
}

const ENTIER = 1e-6

function entieres(valeurs: readonly number[]): boolean {
  return valeurs.every((v) => Math.abs(v - Math.round(v)) < ENTIER)
}

/** The same problem in whole numbers, when the continuous one gave halves (sums that overlap in odd cycles). */
function resoudreEntier({ colonnes }: Probleme): readonly number[] {
  const lignes = new Set(colonnes.flatMap((c) => c.lignes))
  const constraints: [string, Constraint][] = [
    ...[...lignes].map((ligne): [string, Constraint] => [`r${String(ligne)}`, { equal: 0 }]),
    ...colonnes.map((c, j): [string, Constraint] => [`h${String(j)}`, { max: c.haut }]),
  ]
  const variables = colonnes.map((c, j): [number, [string, number][]] => [
    j,
    [
      ['gain', c.gain],
      [`h${String(j)}`, 1],
      ...c.lignes.map((ligne, k): [string, number] => [`r${String(ligne)}`, c.coefficients[k] ?? 0]),
    ],
  ])
  const modele = { direction: 'maximize', objective: 'gain', constraints, variables, integers: true } as const
  const resultat = solve<number, string>(modele, { maxIterations: 2000 })
  const valeurs = new Map(resultat.variables)
  return resultat.status === 'optimal' ? colonnes.map((_, j) => valeurs.get(j) ?? 0) : colonnes.map(() => 0)
}

function resoudre(probleme: Probleme): readonly number[] {
  const continues = [...maximiser(probleme.lignes, probleme.colonnes)]
  return entieres(continues) ? continues : resoudreEntier(probleme)
}

/** The moves found, with those of the rests that had no row. */
function lireTemoin(
  demande: Demande,
  dedans: ReadonlySet<number>,
  { sens }: Probleme,
  valeurs: readonly number[],
): Temoin {
  const { relations, relationsDe } = demande.etat.systeme
  const deltas = new Map<number, number>()
  const bouger = (cellule: number, pas: number): void => {
    deltas.set(cellule, (deltas.get(cellule) ?? 0) + pas)
  }
  sens.forEach(([cellule, direction], j) => {
    const pas = Math.round(valeurs[j] ?? 0) * direction
    if (pas === 0) return
    bouger(cellule, pas)
    for (const r of relationsDe[cellule] ?? []) {
      const relation = relations[r]
      if (relation && repliee(demande, relation, dedans)) bouger(relation.reste, -pas * signe(relation, cellule))
    }
  })
  const bouges = [...deltas].filter(([, delta]) => delta !== 0)
  return { savoir: demande.savoir, cellules: bouges.map(([c]) => c), deltas: bouges.map(([, delta]) => delta) }
}

export interface Recherche {
  readonly trouvaille: Trouvaille | null
  /** Whether a wider search between hidden cells could find more. */
  readonly coupe: boolean
}

function juger({ etat, depart }: Demande, temoin: Temoin): Trouvaille | null {
  const atteint = Math.abs(temoin.deltas[temoin.cellules.indexOf(depart)] ?? 0)
  if (atteint === 0) return null
  const nouvelles = temoin.cellules.filter((c) => etat.masque[c] === 0)
  return { temoin, atteint, nouvelles, cout: nouvelles.reduce((somme, c) => somme + cout(etat, c), 0) }
}

/**
 * Looks for another table, as likely in the attacker's eyes, in which a cell moved by up to `cible`: the witness that moves
 * it furthest and withholds the fewest published cells, or null when it cannot move.
 */
export function chercher(demande: Demande, portee: Portee): Recherche {
  if (portee.publiees === 0) {
    if (bloquee(demande.etat, demande.depart)) return { trouvaille: null, coupe: false }
    const simple = echanger(demande)
    if (simple) return { trouvaille: juger(demande, simple), coupe: false }
  }
  const { dedans, coupe } = voisinage(demande, portee)
  for (const c of restesUtiles(demande, dedans)) dedans.add(c)
  const probleme = poser(demande, dedans)
  const temoin = lireTemoin(demande, dedans, probleme, resoudre(probleme))
  return { trouvaille: juger(demande, temoin), coupe }
}
