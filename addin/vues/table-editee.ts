import type { ChampVu, TableVue } from '../travail/contrat.ts'
import { departager, designer } from './actions-donnees.ts'
import type { Volet } from './volet.ts'

/** A table whose columns are being settled by the user, whichever job asks. */
export interface TableEditee {
  readonly table: TableVue
  readonly champs: readonly ChampVu[]
  /** Column whose field is being corrected. */
  readonly corrigee: number | undefined
  /** Set before ids, where a page shows several tables. */
  readonly prefixe: string
  /** Gives a column to a field, or leaves it alone. */
  readonly designer: (rang: number, champ: string | null) => void
  /** Keeps one of the columns that give the same field. */
  readonly departager: (champ: string, rang: number) => void
  readonly corriger: (rang: number | undefined) => void
}

/** The table of demandes, as it is settled. */
export function tableDesDemandes(volet: Volet): TableEditee | undefined {
  const { table, champs, corrigee } = volet.etat
  if (table === undefined) return undefined
  return {
    table,
    champs,
    corrigee,
    prefixe: '',
    designer: (rang, champ) => void designer(volet, rang, champ),
    departager: (champ, rang) => void departager(volet, champ, rang),
    corriger: (rang) => {
      volet.changer({ corrigee: rang })
    },
  }
}
