import type { DessinCategories } from '../figure.ts'

/** Beyond, names would not hold beside the bars. */
const NOMMEES = 32

/**
 * How categories are laid out: `noms` in rows with their names, `profil` side by side without them, `temps` from left to
 * right.
 */
export type Forme = 'noms' | 'profil' | 'temps'

export function formeDe({ genre, categories }: DessinCategories): Forme {
  if (genre === 'lignes') return 'temps'
  return categories.length <= NOMMEES ? 'noms' : 'profil'
}

/** Bars drawn in each row: those of stacked or single series share one. */
export function barresParRang({ genre, series }: DessinCategories): number {
  return genre === 'barres' ? series.length : 1
}
