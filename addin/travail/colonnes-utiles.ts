import type { TableReconnue } from '../../core/index.ts'
import { champNommable } from '../../core/index.ts'

/** Columns of a live table that are read; dates may be numbers there, so their formats are read too. */
export interface ColonnesUtiles {
  readonly colonnes: readonly number[]
  /** Among them, those of a field that is a date. */
  readonly dates: readonly number[]
}

function rangs(listes: Iterable<readonly number[]>): readonly number[] {
  return [...new Set([...listes].flat())].sort((a, b) => a - b)
}

export function colonnesUtiles({ appariement: { colonnes } }: TableReconnue): ColonnesUtiles {
  const datees = [...colonnes].filter(([code]) => champNommable(code)?.type === 'date')
  return { colonnes: rangs(colonnes.values()), dates: rangs(datees.map(([, liste]) => liste)) }
}
