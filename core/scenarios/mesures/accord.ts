import { tailleCommune, type Totaux } from './ordre.ts'
import { rangsDenses } from './rangs-denses.ts'
import { spearmanDesRangs } from './spearman.ts'
import { tauBDesRangs } from './tau-b.ts'
import { tauPondereDesRangs } from './tau-pondere.ts'

/** How far two columns of points agree on the order; each is null when one side is all ties. */
export interface Accord {
  readonly tauB: number | null
  readonly spearman: number | null
  readonly tauPondere: number | null
}

/**
 * The three coefficients on points, from ranks made once.
 *
 * @example accord([3, 2, 1], [30, 20, 10]) //=> { tauB: 1, spearman: 1, tauPondere: 1 }
 */
export function accord(a: Totaux, b: Totaux): Accord {
  tailleCommune(a, b)
  const x = rangsDenses(a)
  const y = rangsDenses(b)
  return { tauB: tauBDesRangs(x, y), spearman: spearmanDesRangs(x, y), tauPondere: tauPondereDesRangs(x, y) }
}
