import type { Cellule } from '../../socle/table.ts'
import type { Signaler } from '../grille/verifier-condition.ts'
import type { FauteTable, NomTable } from './faute-table.ts'
import { lireNombre } from './nombres.ts'
import { texteDeCellule } from './valeurs.ts'

/** One row of a table of a grid, by header; faults are gathered at their cells. */
export interface LigneTable {
  readonly numero: number
  cellule(colonne: string): Cellule
  /** Empty when the cell is. */
  texte(colonne: string): string
  /** Undefined when the cell is empty, or holds no number and says so. */
  nombre(colonne: string): number | undefined
  ouiNon(colonne: string): boolean | undefined
  signaler(colonne: string): Signaler
}

const OUI = ['oui', 'o', 'vrai', 'true', 'x', '1']
const NON = ['non', 'n', 'faux', 'false', '0']

function phrase(faute: string): string {
  const juste = faute.replace('true ou false', 'oui ou non').replace('une date AAAA-MM-JJ', 'une date (31/01/2026)')
  return `${juste.charAt(0).toUpperCase()}${juste.slice(1)}.`
}

/** @param cellules the cells of the row by header */
export function ligneTable(
  table: NomTable,
  numero: number,
  cellules: ReadonlyMap<string, Cellule>,
  fautes: FauteTable[],
): LigneTable {
  const cellule = (colonne: string): Cellule => cellules.get(colonne) ?? null
  const texte = (colonne: string): string => texteDeCellule(cellule(colonne))
  const signaler =
    (colonne: string): Signaler =>
    (faute) => {
      fautes.push({ table, ligne: numero, colonne, message: phrase(faute) })
    }
  return {
    numero,
    cellule,
    texte,
    nombre: (colonne) => {
      const lue = cellule(colonne)
      if (typeof lue === 'number') return lue
      const ecrit = texte(colonne)
      const nombre = ecrit === '' ? undefined : lireNombre(ecrit)
      if (ecrit !== '' && nombre === undefined) signaler(colonne)(`« ${ecrit} » n’est pas un nombre`)
      return nombre
    },
    ouiNon: (colonne) => {
      const ecrit = texte(colonne).toLowerCase()
      if (OUI.includes(ecrit)) return true
      if (NON.includes(ecrit)) return false
      if (ecrit !== '') signaler(colonne)(`« ${ecrit} » ne se lit pas ; attendu : oui ou non`)
      return undefined
    },
    signaler,
  }
}
