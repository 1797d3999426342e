import { associerFonctions } from '../excel/fonctions.ts'
import { REFERENCES } from './references.ts'
import { TRAVAUX } from './travaux.ts'

associerFonctions(
  Object.entries(TRAVAUX).map(([id, travail]) => ({ id, calculer: (...recus) => travail(REFERENCES, ...recus) })),
)
