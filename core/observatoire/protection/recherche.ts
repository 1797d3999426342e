import { solve } from 'yalps'
import { bornesSecondaires, type Etat, masquable, mobile, numerateursSur, type Savoir, type Temoin, valeur } from './etat.ts'
import { type Colonne, maximiser } from './simplexe.ts'
import { signe } from './systeme.ts'

/** How much of the table a search looks at, from one cell outwards. */
export interface Portee {
  readonly masquees: number
  /** Published cells that may be withheld, by relation; 0: none. */
  readonly publiees: number
  /** Whether published zeros may be withheld too. */
  readonly zeros: boolean
  readonly profondeur: number
  readonly cellules: number
}

export interface Trouvaille {
  readonly temoin: Temoin
  /** How far the wanted cell moved. */
  readonly atteint: number
  /** Published cells to withhold for this witness to hold. */
  readonly nouvelles: readonly number[]
  readonly cout: number
}

/** One withheld cell costs 1, its rates with it; at equal number the smaller figure goes. */
export function cout(etat: Etat, cellule: number): number {
  return 1 + numerateursSur(etat, cellule).length + Math.log10(1 + valeur(etat, cellule)) / 100
}

function marge(etat: Etat, savoir: Savoir, cellule: number, sens: number): number {
  const { bas, haut } = etat.vues[savoir]
  const x = valeur(etat, cellule)
  if (etat.masque[cellule] === 0) {
    const bornes = bornesSecondaires(etat, x === 0)
    return Math.max(0, sens > 0 ? bornes.haut - x : x - (savoir === 'zeros' ? bornes.basZeros : bornes.bas))
  }
  return Math.max(0, sens > 0 ? (haut[cellule] ?? 0) - x : x - (bas[cellule] ?? 0))
}

function souplesse(etat: Etat, savoir: Savoir, cellule: number): number {
  return Math.min(20, marge(etat, savoir, cellule, 1)) + Math.min(20, marge(etat, savoir, cellule, -1))
}

function premiers(cellules: readonly number[], nombre: number, rang: (cellule: number) => number): readonly number[] {
  if (cellules.length <= nombre) return cellules
  return cellules
    .map((cellule) => [rang(cellule), cellule] as const)
    .sort(([a, i], [b, j]) => a - b || i - j)
    .slice(0, nombre)
    .map(([, cellule]) => cellule)
}

/** Cells of a relation that may move: the most supple of the hidden ones, the cheapest of the published ones. */
function choisir(etat: Etat, savoir: Savoir, relation: number, portee: Portee): readonly number[] {
  const membres = etat.systeme.relations[relation]?.membres ?? []
  const masquees = membres.filter((c) => mobile(etat, c))
  const publiees = portee.publiees === 0 ? [] : membres.filter((c) => masquable(etat, c, portee.zeros))
  return [
    ...premiers(masquees, portee.masquees, (c) => -souplesse(etat, savoir, c)),
    ...premiers(publiees, portee.publiees, (c) => cout(etat, c)),
  ]
}

function voisinage(etat: Etat, savoir: Savoir, depart: number, portee: Portee): number[] {
  const pris = new Set([depart])
  const vues = new Set<number>()
  let front: readonly number[] = [depart]
  for (let p = 0; p < portee.profondeur && front.length > 0; p++) {
    const suivantes: number[] = []
    for (const relation of front.flatMap((c) => etat.systeme.relationsDe[c] ?? [])) {
      if (vues.has(relation) || pris.size >= portee.cellules) continue
      vues.add(relation)
      for (const c of choisir(etat, savoir, relation, portee)) if (!pris.has(c)) suivantes.push(c) && pris.add(c)
    }
    front = suivantes
  }
  return [...pris]
}

interface Probleme {
  readonly lignes: number
  readonly colonnes: Colonne[]
  /** Cell and direction of each column. */
  readonly sens: (readonly [cellule: number, sens: number])[]
}

const PRIORITE = 1000

/** How the cells may move together: relations kept, bounds kept, the wanted cell first, withholding as little as can be. */
function poser(etat: Etat, savoir: Savoir, cellules: readonly number[], depart: number, sens: number, cible: number): Probleme {
  const numeros = new Map<number, number>()
  const probleme: Probleme = { lignes: 0, colonnes: [], sens: [] }
  const ajouter = (cellule: number, direction: number): void => {
    const limite = cellule === depart ? cible : 4 * cible
    const haut = Math.min(limite, marge(etat, savoir, cellule, direction))
    if (haut <= 0 || (cellule === depart && direction !== sens)) return
    const relations = etat.systeme.relationsDe[cellule] ?? []
    const lignes = relations.map((r) => numeros.get(r) ?? (numeros.set(r, numeros.size), numeros.size - 1))
    const coefficients = relations.map((r) => {
      const relation = etat.systeme.relations[r]
      return relation === undefined ? 0 : direction * signe(relation, cellule)
    })
    const prix = etat.masque[cellule] === 1 ? 0.001 / cible : cout(etat, cellule) / Math.min(haut, cible)
    probleme.colonnes.push({ lignes, coefficients, haut, gain: cellule === depart ? PRIORITE : -prix })
    probleme.sens.push([cellule, direction])
  }
  for (const cellule of cellules) [1, -1].forEach((direction) => ajouter(cellule, direction))
  return { ...probleme, lignes: numeros.size }
}

const ENTIER = 1e-6

function entieres(valeurs: readonly number[]): boolean {
  return valeurs.every((v) => Math.abs(v - Math.round(v)) < ENTIER)
}

/** The same problem in whole numbers, when the continuous one gave halves (tables that cross in three ways or more). */
function resoudreEntier({ colonnes }: Probleme): readonly number[] {
  const resultat = solve<number, string>({
    direction: 'maximize',
    objective: 'gain',
    constraints: [
      ...new Set(colonnes.flatMap((c) => c.lignes)),
    ].map((ligne) => [`r${String(ligne)}`, { equal: 0 }] as const).concat(
      colonnes.map((c, j) => [`h${String(j)}`, { max: c.haut }] as never),
    ),
    variables: colonnes.map((c, j) => [
      j,
      [
        ['gain', c.gain] as const,
        [`h${String(j)}`, 1] as const,
        ...c.lignes.map((ligne, k) => [`r${String(ligne)}`, c.coefficients[k] ?? 0] as const),
      ],
    ]),
    integers: true,
  }, { maxIterations: 2000, timeout: 0 })
  const valeurs = new Map(resultat.variables)
  return resultat.status === 'optimal' ? colonnes.map((_, j) => valeurs.get(j) ?? 0) : colonnes.map(() => 0)
}

function resoudre(probleme: Probleme): readonly number[] {
  const continues = [...maximiser(probleme.lignes, probleme.colonnes)]
  return entieres(continues) ? continues : resoudreEntier(probleme)
}

function lireTemoin(savoir: Savoir, { sens }: Probleme, valeurs: readonly number[]): Temoin {
  const deltas = new Map<number, number>()
  sens.forEach(([cellule, direction], j) => {
    const pas = Math.round(valeurs[j] ?? 0) * direction
    if (pas !== 0) deltas.set(cellule, (deltas.get(cellule) ?? 0) + pas)
  })
  const bouges = [...deltas].filter(([, delta]) => delta !== 0)
  return { savoir, cellules: bouges.map(([cellule]) => cellule), deltas: bouges.map(([, delta]) => delta) }
}

/**
 * Looks for another table, as likely in the attacker's eyes, in which a cell moved by up to `cible`.
 *
 * @param sens 1: upwards, −1: downwards
 * @returns the witness that moves it furthest and withholds the fewest published cells, or null when it cannot move
 */
export function chercher(
  etat: Etat,
  savoir: Savoir,
  depart: number,
  sens: number,
  cible: number,
  portee: Portee,
): Trouvaille | null {
  const cellules = voisinage(etat, savoir, depart, portee)
  const probleme = poser(etat, savoir, cellules, depart, sens, cible)
  const temoin = lireTemoin(savoir, probleme, resoudre(probleme))
  const atteint = Math.abs(temoin.deltas[temoin.cellules.indexOf(depart)] ?? 0)
  if (atteint === 0) return null
  const nouvelles = temoin.cellules.filter((c) => etat.masque[c] === 0)
  return { temoin, atteint, nouvelles, cout: nouvelles.reduce((somme, c) => somme + cout(etat, c), 0) }
}
