import { ENTETE_XML } from '../ooxml/norme.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { lettres } from './noms.ts'

/** An Excel table: where it stands, and what must be unique in the workbook. */
export interface Tableau {
  readonly id: number
  readonly nom: string
  readonly titres: readonly string[]
  /** Number of each column: kept from one run to the next, because slicers point at it. */
  readonly numeros: readonly number[]
  /** Row of the headers, as the user sees it. */
  readonly ligneEntete: number
  readonly derniereLigne: number
}

/** The range of a table. @example plage({ titres: ['a', 'b'], ligneEntete: 4, derniereLigne: 9 }) //=> 'A4:B9' */
export function plage(tableau: Pick<Tableau, 'titres' | 'ligneEntete' | 'derniereLigne'>): string {
  const derniere = lettres(tableau.titres.length - 1)
  return `A${String(tableau.ligneEntete)}:${derniere}${String(tableau.derniereLigne)}`
}

/** The part of a table, with filters and banded rows. */
export function xmlTableau(tableau: Tableau, espace: string): string {
  const ref = plage(tableau)
  const nom = texteXml(tableau.nom)
  const colonnes = tableau.titres.map(
    (titre, i) => `<tableColumn id="${String(tableau.numeros[i] ?? i + 1)}" name="${texteXml(titre)}"/>`,
  )
  return `${ENTETE_XML}<table xmlns="${espace}" id="${String(tableau.id)}" name="${nom}" displayName="${nom}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${String(colonnes.length)}">${colonnes.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
}

/**
 * Numbers for the columns of a table: that of the same header in the earlier table, else a new one.
 *
 * @example numerosColonnes(['b', 'c'], new Map([['a', 1], ['b', 2]])) //=> [2, 3]
 */
export function numerosColonnes(titres: readonly string[], anciens: ReadonlyMap<string, number>): number[] {
  let dernier = Math.max(0, ...anciens.values())
  return titres.map((titre) => anciens.get(titre) ?? ++dernier)
}
