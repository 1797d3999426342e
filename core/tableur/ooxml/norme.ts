import { RefusFichier } from '../commun/refus-fichier.ts'

/** The two forms of the same norm: nearly every workbook is `transitional`; Excel can also save `strict`. */
export interface Norme {
  readonly principal: string
  readonly relations: string
  /** Begins the namespaces of drawings and charts. */
  readonly dessin: string
}

const TRANSITIONAL: Norme = {
  principal: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  dessin: 'http://schemas.openxmlformats.org/drawingml/2006/',
}
const STRICT: Norme = {
  principal: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  dessin: 'http://purl.oclc.org/ooxml/drawingml/',
}

/**
 * The form in which a workbook is written, from the namespace of its root.
 *
 * @throws RefusFichier when it is neither: what follows would not be understood.
 */
export function normeDe(espace: string | undefined): Norme {
  const norme = [TRANSITIONAL, STRICT].find(({ principal }) => principal === espace)
  if (norme === undefined) throw new RefusFichier('pas-un-classeur')
  return norme
}

export const NORME_USUELLE = TRANSITIONAL

const TYPE_OFFICE = 'application/vnd.openxmlformats-officedocument.'
const TYPE = `${TYPE_OFFICE}spreadsheetml.`

/** Content types, the same in both forms. */
export const TYPES = {
  classeur: `${TYPE}sheet.main+xml`,
  feuille: `${TYPE}worksheet+xml`,
  tableau: `${TYPE}table+xml`,
  styles: `${TYPE}styles+xml`,
  dessin: `${TYPE_OFFICE}drawing+xml`,
  graphique: `${TYPE_OFFICE}drawingml.chart+xml`,
  relations: 'application/vnd.openxmlformats-package.relationships+xml',
} as const

/** First line of every XML part. */
export const ENTETE_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
