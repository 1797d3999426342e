import type { LecteurSimple } from './lecteur.ts'
import { texteCellule } from './lecteur.ts'

const MOTS: ReadonlyMap<string, number> = new Map([
  ...['oui', 'o', 'vrai', 'true', '1', 'x'].map((mot) => [mot, 1] as const),
  ...['non', 'n', 'faux', 'false', '0'].map((mot) => [mot, 0] as const),
])

/** Reads oui/non, o/n, vrai/faux, true/false, 1/0, x, and Excel's own booleans, as 1 or 0. */
export const lireBooleen: LecteurSimple = (cellule) =>
  MOTS.get(texteCellule(cellule).toLowerCase()) ?? { code: 'valeur-illisible', attendu: 'oui ou non' }
