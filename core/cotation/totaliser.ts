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

function releve(sommets: Float64Array, i: number, valeur: number): void {
  if (valeur > (sommets[i] ?? 0)) sommets[i] = valeur
}

/** Every criterion counts. */
function additionner(nombre: number, membres: readonly Membre[]): SousTotal {
  const sommes = new Float64Array(nombre)
  const minimums = new Float64Array(nombre)
  const maximums = new Float64Array(nombre)
  for (const { constat, etendue } of membres) {
    const { etats, points } = constat
    for (let i = 0; i < nombre; i++) {
      if (etats[i] === RETENU) {
        const gagnes = points[i] ?? 0
        plus(sommes, i, gagnes)
        plus(minimums, i, gagnes)
        plus(maximums, i, gagnes)
      } else if (etats[i] === INCERTAIN) {
        plus(minimums, i, etendue.min)
        plus(maximums, i, etendue.max)
      }
    }
  }
  return { sommes, minimums, maximums, meilleurs: undefined }
}

/** Points that are below 0 add to the sum, those above compete for the summit. */
function deposer(sommes: Float64Array, sommets: Float64Array, i: number, valeur: number): void {
  if (valeur < 0) plus(sommes, i, valeur)
  else releve(sommets, i, valeur)
}

/** Of the positive points only the highest count, the first in grid order on a draw; negative ones always add. */
function garderLeMeilleur(nombre: number, membres: readonly Membre[]): SousTotal {
  const [sommes, minimums, maximums] = [new Float64Array(nombre), new Float64Array(nombre), new Float64Array(nombre)]
  const [sommets, sommetsMin, sommetsMax] = [
    new Float64Array(nombre),
    new Float64Array(nombre),
    new Float64Array(nombre),
  ]
  const meilleurs = new Int16Array(nombre).fill(-1)
  for (const { rang, constat, etendue } of membres) {
    const { etats, points } = constat
    for (let i = 0; i < nombre; i++) {
      if (etats[i] === RETENU) {
        const gagnes = points[i] ?? 0
        if (gagnes > (sommets[i] ?? 0)) meilleurs[i] = rang
        deposer(sommes, sommets, i, gagnes)
        deposer(minimums, sommetsMin, i, gagnes)
        deposer(maximums, sommetsMax, i, gagnes)
      } else if (etats[i] === INCERTAIN) {
        deposer(minimums, sommetsMin, i, etendue.min)
        deposer(maximums, sommetsMax, i, etendue.max)
      }
    }
  }
  ajouterSommets([sommes, minimums, maximums], [sommets, sommetsMin, sommetsMax])
  return { sommes, minimums, maximums, meilleurs }
}

function ajouterSommets(sommes: readonly Float64Array[], sommets: readonly Float64Array[]): void {
  sommes.forEach((somme, k) => {
    const sommet = sommets[k]
    for (let i = 0; i < somme.length; i++) plus(somme, i, sommet?.[i] ?? 0)
  })
}

function bornerTous(sommes: Float64Array, limites: Limites): void {
  if (limites.plafond === Infinity && limites.plancher === -Infinity) return
  for (let i = 0; i < sommes.length; i++) sommes[i] = borner(sommes[i] ?? 0, limites)
}

/** What a group brings to each demande. */
export function sousTotal(nombre: number, groupe: Groupe, membres: readonly Membre[]): SousTotal {
  const total = groupe.famille?.cumul === 'maximum' ? garderLeMeilleur(nombre, membres) : additionner(nombre, membres)
  const limites = limitesGroupe(groupe)
  for (const sommes of [total.sommes, total.minimums, total.maximums]) bornerTous(sommes, limites)
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
  return {
    totaux: cumuler(
      nombre,
      sousTotaux.map(({ sommes }) => sommes),
      limites,
    ),
    minimums: cumuler(
      nombre,
      sousTotaux.map(({ minimums }) => minimums),
      limites,
    ),
    maximums: cumuler(
      nombre,
      sousTotaux.map(({ maximums }) => maximums),
      limites,
    ),
  }
}
