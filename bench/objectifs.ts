import { compterObjectifs } from '../core/objectifs/index.ts'
import { grandeTable } from '../test/objectifs/grande-table.ts'
import type { Mesure } from './chrono.ts'
import { median } from './chrono.ts'

/** Half a million allocations counted over every perimeter that the law asks for. */
export function mesurerObjectifs(): readonly Mesure[] {
  const attributions = grandeTable(500_000)
  const temps = median(3, () => compterObjectifs(attributions, { annee: 2025 }))
  return [{ nom: 'compter 500 000 attributions sur tous les périmètres', valeur: temps, unite: 'ms', budget: 1000 }]
}
