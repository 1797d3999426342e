import type { DocumentEcrit } from '../../../core/document/index.ts'
import type { FichierProduit } from '../contrat.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html;charset=utf-8',
} as const

/** @example nomDe('demandes.xlsx', 'scénarios', 'xlsx') //=> 'demandes - scénarios.xlsx' */
export function nomDe(fichier: string, quoi: string, extension: string): string {
  return `${fichier.replace(/\.[^.]+$/u, '')} - ${quoi}.${extension}`
}

/** A document as a Word file, or as a page to print. */
export async function documentProduit(
  document: DocumentEcrit,
  quoi: string,
  format: keyof typeof TYPES,
  source: string,
): Promise<FichierProduit> {
  const { ecrireDocx, ecrireHtml } = await import('../../../core/document/index.ts')
  const octets = format === 'docx' ? await ecrireDocx(document) : new TextEncoder().encode(ecrireHtml(document))
  return { nom: nomDe(source, quoi, format), type: TYPES[format], octets }
}
