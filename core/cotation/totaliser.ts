import type { Constat } from './constater.ts'
import type { Grille } from './grille/grille.ts'
import type { Groupe, Limites } from './groupes.ts'
import { borner, limitesGroupe, limitesNote } from './groupes.ts'
import type { Etendue } from './regles/regle.ts'
import { INCERTAIN, RETENU } from './regles/regle.ts'

/** What one group brings to each demande, in hundredths, once its cap and floor are applied. */
export interface SousTotal {
  readonly sommes: Float64Array
  /** Bounds over what the unknown criteria could give; infinite when nothing limits it. */
  readonly minimums: Float64Array
  readonly maximums: Float64Array
  /** In a group of which only the highest counts: rank in the grid of the criterion that does, −1 for none. */
  readonly meilleurs: Int16Array | undefined
}

export interface Totaux {
  readonly totaux: Float64Array
  readonly minimums: Float64Array
  readonly maximums: Float64Array
}

/** What a group needs of a criterion. */
export interface Membre {
  readonly rang: number
  readonly constat: Constat
  readonly etendue: Etendue
}

function plus(sommes: Float64Array, i: number, valeur: number): void {
  sommes[i] = (sommes[i] ?? 0) + valeur
}

/** Calls with the points of every demande that the criterion retains. */
function pourRetenus({ etats, points }: Constat, faire: (i: number, centiemes: number) => void): void {
  for (let i = 0; i < etats.length; i++) {
    if (etats[i] === RETENU) faire(i, typeof points === 'number' ? points : (points[i] ?? 0))
  }
}

function pourIncertains({ etats }: Constat, faire: (i: number) => void): void {
  for (let i = etats.indexOf(INCERTAIN); i >= 0; i = etats.indexOf(INCERTAIN, i + 1)) faire(i)
}

function ajouterRetenus(sommes: Float64Array, { etats, points }: Constat): void {
  if (typeof points === 'number') {
    for (let i = 0; i < etats.length; i++) if (etats[i] === RETENU) sommes[i] = (sommes[i] ?? 0) + points
  } else {
    for (let i = 0; i < etats.length; i++) sommes[i] = (sommes[i] ?? 0) + (points[i] ?? 0)
  }
}

/** Every criterion counts. */
function additionner(nombre: number, membres: readonly Membre[]): SousTotal {
  const sommes = new Float64Array(nombre)
  for (const { constat } of membres) ajouterRetenus(sommes, constat)
  const incertains = membres.filter(({ constat }) => constat.incertain)
  if (incertains.length === 0) return { sommes, minimums: sommes, maximums: sommes, meilleurs: undefined }
  const minimums = sommes.slice()
  const maximums = sommes.slice()
  for (const { constat, etendue } of incertains) {
    pourIncertains(constat, (i) => {
      plus(minimums, i, etendue.min)
      plus(maximums, i, etendue.max)
    })
  }
  return { sommes, minimums, maximums, meilleurs: undefined }
}

/** Of the positive points only the highest count; negative ones always add. */
class Sommets {
  readonly negatifs: Float64Array
  readonly sommets: Float64Array

  constructor(nombre: number, depart?: Sommets) {
    this.negatifs = depart?.negatifs.slice() ?? new Float64Array(nombre)
    this.sommets = depart?.sommets.slice() ?? new Float64Array(nombre)
  }

  /** @returns whether these points are the highest so far */
  deposer(i: number, centiemes: number): boolean {
    if (centiemes < 0) plus(this.negatifs, i, centiemes)
    if (centiemes <= (this.sommets[i] ?? 0)) return false
    this.sommets[i] = centiemes
    return true
  }

  sommes(): Float64Array {
    const sommes = this.negatifs.slice()
    for (let i = 0; i < sommes.length; i++) sommes[i] = (sommes[i] ?? 0) + (this.sommets[i] ?? 0)
    return sommes
  }
}

/** Of the positive points only the highest count, the first in grid order on a draw; negative ones always add. */
function garderLeMeilleur(nombre: number, membres: readonly Membre[]): SousTotal {
  const meilleurs = new Int16Array(nombre).fill(-1)
  const retenus = new Sommets(nombre)
  for (const { rang, constat } of membres) {
    pourRetenus(constat, (i, centiemes) => {
      if (retenus.deposer(i, centiemes)) meilleurs[i] = rang
    })
  }
  const sommes = retenus.sommes()
  const incertains = membres.filter(({ constat }) => constat.incertain)
  if (incertains.length === 0) return { sommes, minimums: sommes, maximums: sommes, meilleurs }
  const [min, max] = [new Sommets(nombre, retenus), new Sommets(nombre, retenus)]
  for (const { constat, etendue } of incertains) {
    pourIncertains(constat, (i) => {
      min.deposer(i, etendue.min)
      max.deposer(i, etendue.max)
    })
  }
  return { sommes, minimums: min.sommes(), maximums: max.sommes(), meilleurs }
}

function bornerTous(sommes: Float64Array, limites: Limites): void {
  if (limites.plafond === Infinity && limites.plancher === -Infinity) return
  for (let i = 0; i < sommes.length; i++) sommes[i] = borner(sommes[i] ?? 0, limites)
}

/** What a group brings to each demande. */
export function sousTotal(nombre: number, groupe: Groupe, membres: readonly Membre[]): SousTotal {
  const total = groupe.famille?.cumul === 'maximum' ? garderLeMeilleur(nombre, membres) : additionner(nombre, membres)
  const limites = limitesGroupe(groupe)
  for (const sommes of new Set([total.sommes, total.minimums, total.maximums])) bornerTous(sommes, limites)
  return total
}

function cumuler(nombre: number, parties: readonly Float64Array[], limites: Limites): Float64Array {
  const sommes = new Float64Array(nombre)
  for (const partie of parties) for (let i = 0; i < nombre; i++) plus(sommes, i, partie[i] ?? 0)
  bornerTous(sommes, limites)
  return sommes
}

/** The totals of every demande: its groups added up, then the limits of the note. */
export function totaliser(nombre: number, grille: Grille, sousTotaux: readonly SousTotal[]): Totaux {
  const limites = limitesNote(grille)
  const cumul = (choisir: (sousTotal: SousTotal) => Float64Array): Float64Array =>
    cumuler(nombre, sousTotaux.map(choisir), limites)
  const totaux = cumul(({ sommes }) => sommes)
  const certain = sousTotaux.every(({ sommes, minimums }) => sommes === minimums)
  if (certain) return { totaux, minimums: totaux, maximums: totaux }
  return { totaux, minimums: cumul(({ minimums }) => minimums), maximums: cumul(({ maximums }) => maximums) }
}
