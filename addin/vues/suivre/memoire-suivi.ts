import type { GenreTable, TablesSuivies, TableSuivie } from '../../travail/suivi/contrat-suivi.ts'
import { colonnesRetrouvees, type ColonnesRetenues } from '../memoire.ts'
import { CLE_CIBLES } from './cibles-gardees.ts'
import type { TableEcartee } from './etat-suivre.ts'
import type { Suivre } from './suivre.ts'

const CLE = 'suivi'

/** What is remembered of the tables followed: choices, never a value of a row. */
interface SuiviRetenu {
  readonly tables: readonly {
    readonly genre: GenreTable
    readonly feuille: string
    readonly colonnes: ColonnesRetenues
  }[]
  /** Tables that the user left aside. */
  readonly ecartees: readonly TableEcartee[]
  readonly videNon: readonly string[]
}

function choisies({ colonnes }: TableSuivie): ColonnesRetenues {
  return colonnes
    .filter(({ etat }) => etat === 'choisie' || etat === 'ecartee')
    .map(({ rang, entete, champ }) => [rang, entete, champ] as const)
}

/** Remembers the choices with the workbook, when the source has where to. */
export async function retenirSuivi(suivre: Suivre): Promise<void> {
  const { source, tables, videNon, ecartees } = suivre.etat
  if (source?.memorisable !== true || tables === undefined) return
  const retenu: SuiviRetenu = {
    tables: tables.tables.map((table) => ({ genre: table.genre, feuille: table.feuille, colonnes: choisies(table) })),
    ecartees,
    videNon,
  }
  await suivre.volet.hote.reglages.ecrire(CLE, retenu)
}

function estRetenu(valeur: unknown): valeur is SuiviRetenu {
  return typeof valeur === 'object' && valeur !== null && 'tables' in valeur && Array.isArray(valeur.tables)
}

function meme(a: TableEcartee, b: TableEcartee): boolean {
  return a.genre === b.genre && a.feuille === b.feuille
}

async function rendreTable(
  suivre: Suivre,
  trouvees: TablesSuivies,
  retenue: SuiviRetenu['tables'][number],
): Promise<TablesSuivies> {
  const { feuille, colonnes } = retenue
  // Its own sheet, else one of the same kind that the user had moved to this sheet.
  const table =
    trouvees.tables.find((t) => meme(t, retenue)) ??
    trouvees.tables.find((t) => t.genre === retenue.genre && t.feuilles.includes(feuille))
  if (table === undefined) return trouvees
  const { cle } = table
  const placees =
    table.feuille === feuille ? trouvees : await suivre.demander((s) => s.choisir(cle, { feuille, colonnes: {} }))
  const placee = placees.tables.find((t) => t.cle === cle)
  if (placee === undefined || colonnes.length === 0) return placees
  return suivre.demander((s) => s.choisir(cle, { feuille, colonnes: colonnesRetrouvees(placee, colonnes) }))
}

/** Takes up the choices made for the same tables of the same workbook. */
export async function retrouverSuivi(suivre: Suivre, trouvees: TablesSuivies): Promise<TablesSuivies> {
  const retenu = await suivre.volet.hote.reglages.lire(CLE)
  if (suivre.etat.source?.memorisable !== true || !estRetenu(retenu)) return trouvees
  let tables = trouvees
  for (const ecartee of retenu.ecartees) {
    const table = tables.tables.find((t) => meme(t, ecartee))
    if (table !== undefined && tables.tables.length > 1) tables = await suivre.demander((s) => s.ecarter(table.cle))
  }
  for (const retenue of retenu.tables) tables = await rendreTable(suivre, tables, retenue)
  suivre.changer({ videNon: retenu.videNon, ecartees: retenu.ecartees })
  return tables
}

/** Keeps the local targets with the workbook. */
export async function retenirCibles(suivre: Suivre): Promise<void> {
  const gardees = await suivre.demander((s) => s.ciblesAGarder())
  await suivre.volet.hote.reglages.ecrire(CLE_CIBLES, gardees ?? { fixees: [], propres: [] })
}
