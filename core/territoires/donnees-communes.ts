import donnees from './donnees/communes.json' with { type: 'json' }
import type { DonneesCommunes } from './territoires.ts'

/**
 * The 35,000 communes (about 290 kB compressed). Alone in its module, so that only the programs that read communes
 * carry it.
 */
export const DONNEES_COMMUNES: DonneesCommunes = donnees
