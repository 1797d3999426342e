import { MENAGES_11 } from '../../../core/observatoire/protection/profils.ts'
import { proteger } from '../../../core/observatoire/protection/proteger.ts'
import type { Fichier } from './attaque.ts'
import { type Forme, tableCroisee, tableImpaire, type TablesLiees, tableTaux } from './tables.ts'

export const FORME: Forme = {
  communes: 6,
  epci: 1,
  departements: 0,
  modalites: 4,
  echelle: 120,
  zeros: 0.15,
  nature: 'somme',
}

/** Name, maker, and how many withheld cells may span 1–10 rather than 0–10 (two small parts alone under a larger total). */
export const FORMES: readonly (readonly [string, (graine: number) => TablesLiees, number])[] = [
  ['un EPCI, une mesure', (g) => tableCroisee(g, { ...FORME, communes: 9, modalites: 1 }), 0.03],
  ['un EPCI, une ventilation', (g) => tableCroisee(g, FORME), 0.03],
  ['beaucoup de zéros', (g) => tableCroisee(g, { ...FORME, communes: 8, zeros: 0.5, echelle: 60 }), 0.03],
  ['groupes et réponses', (g) => tableCroisee(g, { ...FORME, nature: 'modalites' }), 0.03],
  ['deux hiérarchies', (g) => tableCroisee(g, { ...FORME, communes: 7, epci: 2, departements: 2, modalites: 3 }), 0.03],
  ['sommes croisées impaires', (g) => tableImpaire(g, 9, 9), 0.2],
  ['taux', (g) => tableTaux(g, 9, 2, 300), 0.03],
]

/** The tables as the engine protects them, and what it says of them. */
export function proteges(
  tables: TablesLiees,
): Fichier & { readonly fragiles: readonly string[]; readonly nonProtegees: readonly string[] } {
  const { secret, rapport } = proteger(tables.cellules, tables.relations, MENAGES_11)
  return { ...tables, secret, fragiles: rapport.fragiles, nonProtegees: rapport.nonProtegees }
}
