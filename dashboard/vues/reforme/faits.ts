import {
  chiffresDe,
  comparerPeriodes,
  groupesDe,
  type Chiffre,
  type Groupe,
  type Indicateur,
} from '../../../core/observatoire/index.ts'
import type { Contexte } from '../../modeles/contexte.ts'

/** A published fact: a figure, its date, what it measures. */
export interface Fait {
  readonly indicateur: Indicateur
  readonly groupe: Groupe
  readonly chiffre: Chiffre
}

/** Every published fact of some indicators, oldest first; breakdowns are left out. */
export function faitsDe({ table }: Contexte, ids: readonly string[]): readonly Fait[] {
  return ids.flatMap((id) => {
    const indicateur = table.indicateurs.find((candidat) => candidat.id === id)
    if (indicateur === undefined) return []
    return groupesDe(table, { indicateur: id, dimension: null, diffusion: 'source' })
      .toSorted((a, b) => comparerPeriodes(a.periode, b.periode))
      .flatMap((groupe) => chiffresDe(table, groupe).map((chiffre) => ({ indicateur, groupe, chiffre })))
  })
}

/** The last fact of each indicator for a territory. */
export function derniersFaits(faits: readonly Fait[], code: string): readonly Fait[] {
  const derniers = new Map<string, Fait>()
  for (const fait of faits) if (fait.chiffre.lieu.code === code) derniers.set(fait.indicateur.id, fait)
  return [...derniers.values()]
}
