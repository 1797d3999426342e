import { unzipSync, zipSync, type Zippable } from 'fflate'
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import {
  COLONNES,
  COLONNES_ATTRIBUTIONS,
  COLONNES_PARC,
  type ClasseurExemple,
  type FeuilleExemple,
  type FormatExemple,
} from '../../core/exemple/index.ts'
import type { Cellule } from '../../core/index.ts'
import { ajouterCroise, cellulesCroisees, compter, type Croisement } from './croise.ts'

const CROISEMENT: Croisement = { lignes: 'Mode de logement actuel', colonnes: 'Type de demande', valeurs: 'N° unique' }
const TABLE = 'Demandes'
const NUMERO_SYNTHESE = 2
const MILLISECONDES_PAR_JOUR = 86_400_000

/**
 * The example as a workbook: the applications as an Excel table, a pivot table on them, three years of allocations, the
 * landlords' stock, the communes, a notice.
 * The same example gives the same bytes.
 */
export async function ecrireClasseur(exemple: ClasseurExemple, jour: number): Promise<Uint8Array> {
  const compte = compter(exemple.demandes, CROISEMENT)
  const octets = await writeXlsx({
    sheets: [
      feuilleTable(exemple.demandes, COLONNES, TABLE),
      {
        name: 'Synthèse',
        rows: cellulesCroisees(CROISEMENT, compte),
        columns: [{ width: 45 }, { width: 22 }, { width: 50 }],
      },
      feuilleTable(exemple.attributions, COLONNES_ATTRIBUTIONS, 'Attributions'),
      feuilleTable(exemple.parc, COLONNES_PARC, 'Parc'),
      { name: exemple.communes.nom, rows: lignesDe(exemple.communes), columns: [{ width: 12 }, { width: 28 }] },
      { name: exemple.lisezMoi.nom, rows: lignesDe(exemple.lisezMoi), columns: [{ width: 110 }] },
    ],
    properties: { title: 'Exemple fictif', created: dateDe(jour), modified: dateDe(jour) },
  })
  const parties = ajouterCroise(unzipSync(octets), exemple.demandes, CROISEMENT, {
    tableSource: TABLE,
    numero: NUMERO_SYNTHESE,
  })
  return comprimer(parties)
}

/** Parts in a fixed order under a fixed date: a zip keeps local time, hence a local date. */
function comprimer(parties: Zippable): Uint8Array {
  const premieres = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']
  const ordre = [
    ...premieres,
    ...Object.keys(parties)
      .filter((nom) => !premieres.includes(nom))
      .sort(),
  ]
  const rangees: Zippable = Object.fromEntries(ordre.map((nom) => [nom, parties[nom] ?? new Uint8Array()]))
  return zipSync(rangees, { level: 9, mtime: new Date(2026, 0, 1) })
}

interface ColonneDeTable {
  readonly entete: string
  readonly format: FormatExemple
}

function feuilleTable(feuille: FeuilleExemple, colonnes: readonly ColonneDeTable[], table: string): WriteSheet {
  return {
    name: feuille.nom,
    rows: lignesDe(feuille),
    columns: colonnes.map(({ entete, format }) => ({
      width: Math.min(32, Math.max(12, entete.length + 3)),
      ...(format === 'date' ? { numFmt: 'dd/mm/yyyy' } : {}),
    })),
    freezePane: { rows: 1, columns: 1 },
    tables: [{ name: table, columns: colonnes.map(({ entete }) => ({ name: entete })), style: 'TableStyleLight9' }],
  }
}

function lignesDe(feuille: FeuilleExemple): CellValue[][] {
  return feuille.lignes.map(({ cellules }) => cellules.map(valeurDe))
}

function valeurDe(cellule: Cellule): CellValue {
  if (cellule === null || typeof cellule !== 'object') return cellule
  return 'jour' in cellule ? dateDe(cellule.jour) : cellule.erreur
}

function dateDe(jour: number): Date {
  return new Date(jour * MILLISECONDES_PAR_JOUR)
}
