import { mediane } from '../table/classement.ts'
import type { Mesurage } from './mesurage.ts'
import type { Groupement, Univers } from './univers.ts'

/** Counts of one indicator by group: `effectifs[groupe × (cases + 1) + case]`, the last case being what is not known. */
export interface Effectifs {
  readonly cases: number
  readonly effectifs: Float64Array
}

export type MesurageCompte = Extract<Mesurage, { readonly cases: number }>
export type MesurageMediane = Extract<Mesurage, { readonly nature: 'mediane' }>

/** Counts an indicator in every group, in one pass over the rows. */
export function denombrer(mesurage: MesurageCompte, univers: Univers, { nombre, groupes }: Groupement): Effectifs {
  const { cases } = mesurage
  const effectifs = new Float64Array(nombre * (cases + 1))
  univers.parts.forEach((part, p) => {
    mesurage.compter(part, groupes[p] ?? new Int32Array(0), effectifs)
  })
  return { cases, effectifs }
}

/** Rows by group. */
export function compterLignes({ parts }: Univers, { nombre, groupes }: Groupement): Float64Array {
  const comptes = new Float64Array(nombre)
  parts.forEach((_, p) => {
    for (const groupe of groupes[p] ?? []) if (groupe >= 0) comptes[groupe] = (comptes[groupe] ?? 0) + 1
  })
  return comptes
}

/** A median by group, and how many rows are behind it. */
export interface Medianes {
  /** NaN where there is none. */
  readonly valeurs: Float64Array
  readonly connus: Float64Array
}

/** The number of each row of a universe, part by part; NaN where it is not known. */
export function lireValeurs({ lire }: MesurageMediane, { parts }: Univers): readonly Float64Array[] {
  return parts.map((part) => {
    const valeur = lire(part)
    const lues = new Float64Array(part.lignes.length)
    for (let k = 0; k < lues.length; k++) lues[k] = valeur(part.lignes[k] ?? 0)
    return lues
  })
}

type Visiter = (valeur: number, groupe: number) => void

/** Visits the known values that are in a group. */
function visiter(lues: readonly Float64Array[], groupes: readonly Int32Array[], voir: Visiter): void {
  lues.forEach((valeurs, p) => {
    const siens = groupes[p] ?? new Int32Array(0)
    for (let k = 0; k < valeurs.length; k++) {
      const [valeur, groupe] = [valeurs[k] ?? NaN, siens[k] ?? -1]
      if (groupe >= 0 && !Number.isNaN(valeur)) voir(valeur, groupe)
    }
  })
}

/** The known values by group: those of group `g` are `valeurs[debuts[g]]` to `valeurs[debuts[g + 1] − 1]`. */
function rangerValeurs(lues: readonly Float64Array[], { nombre, groupes }: Groupement) {
  const debuts = new Uint32Array(nombre + 1)
  visiter(lues, groupes, (_, groupe) => (debuts[groupe + 1] = (debuts[groupe + 1] ?? 0) + 1))
  for (let g = 1; g <= nombre; g++) debuts[g] = (debuts[g] ?? 0) + (debuts[g - 1] ?? 0)
  const libres = debuts.slice()
  const valeurs = new Float64Array(debuts[nombre] ?? 0)
  visiter(lues, groupes, (valeur, groupe) => {
    const place = libres[groupe] ?? 0
    valeurs[place] = valeur
    libres[groupe] = place + 1
  })
  return { valeurs, debuts }
}

/**
 * The median of each group: never made from other medians.
 *
 * @param lues the number of each row, as `lireValeurs` gives them
 * @param pas what medians are rounded to
 */
export function calculerMedianes(lues: readonly Float64Array[], pas: number, groupement: Groupement): Medianes {
  const { valeurs, debuts } = rangerValeurs(lues, groupement)
  const medianes = new Float64Array(groupement.nombre).fill(NaN)
  const connus = new Float64Array(groupement.nombre)
  for (let g = 0; g < groupement.nombre; g++) {
    const siennes = valeurs.subarray(debuts[g], debuts[g + 1])
    const milieu = mediane(siennes)
    connus[g] = siennes.length
    if (milieu !== undefined) medianes[g] = Math.round(milieu / pas) * pas
  }
  return { valeurs: medianes, connus }
}
