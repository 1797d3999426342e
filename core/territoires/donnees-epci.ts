import donnees from './donnees/epci.json' with { type: 'json' }
import type { DonneesEpci } from './territoires.ts'

/** EPCI, établissements publics territoriaux and Paris, with their regions and départements (about 20 kB compressed). */
export const DONNEES_EPCI: DonneesEpci = donnees
