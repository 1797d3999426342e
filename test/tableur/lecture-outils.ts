import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { Refus } from '../../core/socle/refus.ts'
import type { LigneBrute } from '../../core/socle/table.ts'
import { ouvrirClasseur } from '../../core/tableur/ouvrir.ts'

const PRINCIPAL = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a hand-made workbook is made of; everything else is the least that Excel accepts. */
export interface Recette {
  /** Inside of `<sheetData>`. */
  readonly donnees?: string
  /** Whole worksheet, instead of `donnees`. */
  readonly feuille?: string
  /** Inside of `<sst>`. */
  readonly textes?: string
  /** Inside of `<styleSheet>`. */
  readonly styles?: string
  readonly proprietes?: string
  /** Parts added or replaced, by path. */
  readonly parties?: Readonly<Record<string, string>>
}

/** The bytes of a workbook of one sheet, `Feuil1`. */
export function paquet(recette: Recette): Uint8Array {
  const parties: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${PRINCIPAL} xmlns:r="${RELATIONS}">${recette.proprietes ?? ''}<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ...(recette.textes === undefined ? [] : [['rId2', 'sharedStrings', 'sharedStrings.xml'] as const]),
      ...(recette.styles === undefined ? [] : [['rId3', 'styles', 'styles.xml'] as const]),
    ]),
    'xl/worksheets/sheet1.xml':
      recette.feuille ?? `<worksheet ${PRINCIPAL}><sheetData>${recette.donnees ?? ''}</sheetData></worksheet>`,
    ...(recette.textes === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${PRINCIPAL}>${recette.textes}</sst>` }),
    ...(recette.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet ${PRINCIPAL}>${recette.styles}</styleSheet>` }),
    ...recette.parties,
  }
  return archive(parties)
}

export function archive(parties: Readonly<Record<string, string>>): Uint8Array {
  const zip: Zippable = {}
  for (const [chemin, contenu] of Object.entries(parties)) zip[chemin] = strToU8(contenu)
  return zipSync(zip)
}

export function relations(liste: readonly (readonly [id: string, genre: string, cible: string])[]): string {
  const lignes = liste.map(
    ([id, genre, cible]) => `<Relationship Id="${id}" Type="${RELATIONS}/${genre}" Target="${cible}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lignes.join('')}</Relationships>`
}

/** All the rows of the first sheet. */
export function lire(octets: Uint8Array, fichier = 'essai.xlsx'): LigneBrute[] {
  return [...(ouvrirClasseur(octets, fichier).feuilles[0]?.lignes ?? [])]
}

/** The cells of the first row of a hand-made workbook. */
export function premiereLigne(recette: Recette): LigneBrute['cellules'] | undefined {
  return lire(paquet(recette))[0]?.cellules
}

/** The sentence with which reading is refused. */
export function refusDe(action: () => unknown): string {
  try {
    action()
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.message
    throw erreur
  }
  throw new Error('reading was not refused')
}
