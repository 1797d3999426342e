import type { ApercuPublication, LigneApercu } from '../../../core/observatoire/index.ts'

/** An EPCI of which the workbook holds demandes. */
export interface TerritoirePropose {
  readonly code: string
  readonly nom: string
  readonly demandes: number
}

/** What can be chosen before publishing, best guess first. */
export interface DepartPublication {
  readonly territoires: readonly TerritoirePropose[]
  /** What the figures may stand for, given the day of the computation: `2026`, `2026-T1`, `2026-01`, `2026-01-31`, `2025`. */
  readonly periodes: readonly string[]
  readonly profils: readonly { readonly id: string; readonly nom: string; readonly source: string }[]
}

export interface ReglagesPublication {
  readonly territoire: string
  readonly periode: string
  readonly profil: string
  /** Who publishes; empty for the territory itself. */
  readonly producteur: string
  /** ISO day of the computation. */
  readonly jour: string
}

/** The file that the territory published before, against which changes are checked. */
export interface PrecedentVu {
  readonly fichier: string
  readonly titre: string
  readonly faitLe: string
  /** False when the file was changed since it was made; undefined when it says nothing of it. */
  readonly intact: boolean | undefined
}

export type GenreJoint = 'attributions' | 'parc'

/** A table that is counted beside the demandes, or could not be. */
export interface TableJointeVue {
  readonly genre: GenreJoint
  /** Its sheet; undefined when the follow-up read it, whatever its files. */
  readonly feuille: string | undefined
  readonly lignes: number
  /** Why it could not be read. */
  readonly raisons: readonly string[]
}

/** What will be published, as the page shows it: the file itself stays in the worker. */
export interface ApercuVu extends Omit<ApercuPublication, 'lignesRetenues' | 'fichier'> {
  readonly lignes: readonly LigneApercu[]
  readonly comptees: number
  /** The allocations and the stock that were found. */
  readonly jointes: readonly TableJointeVue[]
  readonly fichier: {
    readonly nom: string
    readonly empreinte: string
    readonly octets: number
    readonly debut: string
  }
}
