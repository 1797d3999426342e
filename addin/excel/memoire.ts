/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import { message } from './messages.ts'
import type { Passage } from './passage.ts'
import type { DocumentEmbarque } from './port.ts'

/** Namespace of the custom XML part; it never changes. */
export const ESPACE_DOCUMENT = 'urn:attributions:document:1'

export function lireReglage(passage: Passage, cle: string): Promise<unknown> {
  return passage.etape(async (contexte) => {
    const reglage = contexte.workbook.settings.getItemOrNullObject(cle)
    reglage.load('value')
    await contexte.sync()
    return reglage.isNullObject ? undefined : (reglage.value as unknown)
  })
}

export async function ecrireReglage(passage: Passage, cle: string, valeur: unknown): Promise<void> {
  await passage.etape(async (contexte) => {
    contexte.workbook.settings.add(cle, valeur)
    await contexte.sync()
  })
}

const ECHAPPEMENTS: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]

function echapper(texte: string): string {
  return ECHAPPEMENTS.reduce((t, [signe, entite]) => t.replaceAll(signe, entite), texte)
}

function deplier(texte: string): string {
  return [...ECHAPPEMENTS].reverse().reduce((t, [signe, entite]) => t.replaceAll(entite, signe), texte)
}

/** @example documentDe(xmlDe({ grille: '{}', provenance: [] })) //=> { grille: '{}', provenance: [] } */
export function xmlDe({ grille, provenance }: DocumentEmbarque): string {
  const lignes = provenance.map(([e, v]) => `<element etiquette="${echapper(e)}">${echapper(v)}</element>`)
  return `<document xmlns="${ESPACE_DOCUMENT}"><grille>${echapper(grille)}</grille><provenance>${lignes.join('')}</provenance></document>`
}

export function documentDe(xml: string): DocumentEmbarque | undefined {
  const grille = /<grille>([\s\S]*?)<\/grille>/.exec(xml)?.[1]
  if (grille === undefined) return undefined
  const elements = [...xml.matchAll(/<element etiquette="([^"]*)">([\s\S]*?)<\/element>/g)]
  return {
    grille: deplier(grille),
    provenance: elements.map(([, e = '', v = '']) => [deplier(e), deplier(v)] as const),
  }
}

/** Ids of our parts: one, unless a run was cut between adding and removing. */
async function parties(contexte: Excel.RequestContext): Promise<Excel.CustomXmlPart[]> {
  const trouvees = contexte.workbook.customXmlParts.getByNamespace(ESPACE_DOCUMENT)
  trouvees.load('items/id')
  await contexte.sync()
  return trouvees.items
}

export function lireDocument(passage: Passage): Promise<DocumentEmbarque | undefined> {
  return passage.etape(async (contexte) => {
    const xml = (await parties(contexte)).at(-1)?.getXml()
    await contexte.sync()
    return xml === undefined ? undefined : documentDe(xml.value)
  })
}

/** The former part is changed in place; a grid too large for every platform is refused. */
export async function ecrireDocument(passage: Passage, document: DocumentEmbarque): Promise<void> {
  const xml = xmlDe(document)
  const octets = new TextEncoder().encode(xml).length
  const plafond = passage.reglages.octetsDocument
  if (octets > plafond) throw new Refus(message('documentTropGrand', octets, plafond))
  await passage.etape(async (contexte) => {
    const [premiere, ...doubles] = await parties(contexte)
    if (premiere === undefined) contexte.workbook.customXmlParts.add(xml)
    else premiere.setXml(xml)
    for (const double of doubles) double.delete()
    await contexte.sync()
  })
}
