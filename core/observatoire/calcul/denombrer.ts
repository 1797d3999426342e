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

/** The known values of a median, by group: those of group `g` are `valeurs[debuts[g]]` to `valeurs[debuts[g + 1] − 1]`. */
function rangerValeurs({ lire }: MesurageMediane, { parts }: Univers, { nombre, groupes }: Groupement) {
  const debuts = new Uint32Array(nombre + 1)
  const lues = parts.map((part, p) => {
    const valeur = lire(part)
    const siens = groupes[p] ?? new Int32Array(0)
    return Float64Array.from(part.lignes, (i, k) => {
      const v = valeur(i)
      const suivant = (siens[k] ?? -1) + 1
      if (v === v && suivant > 0) debuts[suivant] = (debuts[suivant] ?? 0) + 1
      return v
    })
  })
  for (let g = 1; g <= nombre; g++) debuts[g] = (debuts[g] ?? 0) + (debuts[g - 1] ?? 0)
  const libres = debuts.slice()
  const valeurs = new Float64Array(debuts[nombre] ?? 0)
  lues.forEach((siennes, p) => {
    siennes.forEach((v, k) => {
      const groupe = groupes[p]?.[k] ?? -1
      if (v !== v || groupe < 0) return
      const place = libres[groupe] ?? 0
      valeurs[place] = v
      libres[groupe] = place + 1
    })
  })
  return { valeurs, debuts }
}

/** The median of each group: never made from other medians. */
export function calculerMedianes(mesurage: MesurageMediane, univers: Univers, groupement: Groupement): Medianes {
  const { valeurs, debuts } = rangerValeurs(mesurage, univers, groupement)
  const { pas } = mesurage
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
