import type { Cotations, FeuilleEcrite, Releves, Territoires } from '../../core/index.ts'
import { CHAMPS_PAR_DEFAUT, feuillesResultat, grilleEnTables } from '../../core/index.ts'
import paquet from '../../package.json' with { type: 'json' }
import type { FichierProduit } from './contrat.ts'
import type { SourceResultat } from './donnees-session.ts'
import type { ClasseurLu } from './ouvrir-classeur.ts'
import { feuilleDesDonnees } from './feuille-des-donnees.ts'

export const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  csv: 'text/csv;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  html: 'text/html',
} as const

/** Where results say that they come from. */
export function sourceDe(fichier: string, feuille: string): SourceResultat {
  return { fichier, feuille, versionMoteur: paquet.version }
}

/** The result sheets of a scoring: what a workbook, a text file and Excel are given alike. */
export function feuillesDe(cotations: Cotations, source: SourceResultat, lieux: Territoires): readonly FeuilleEcrite[] {
  return feuillesResultat(cotations, { source, lieux, champs: CHAMPS_PAR_DEFAUT })
}

/** @example nomProduit('demandes.xlsx', 'coté', 'csv') //=> 'demandes - coté.csv' */
export function nomProduit(fichier: string, quoi: string, extension: string): string {
  return `${fichier.replace(/\.[^.]+$/u, '')} - ${quoi}.${extension}`
}

/** A copy of the source with the result sheets; a new workbook when the source is a text file. */
export async function produireClasseur(
  classeur: ClasseurLu,
  feuilles: readonly FeuilleEcrite[],
): Promise<FichierProduit> {
  const { ajouterFeuilles, creerClasseur } = await import('../../core/tableur/index.ts')
  const { octets, format, nom } = classeur
  const macros = /\.xlsm$/iu.test(nom)
  if (format === 'xlsx' && octets !== undefined) {
    const extension = macros ? 'xlsm' : 'xlsx'
    return {
      nom: nomProduit(nom, 'coté', extension),
      type: TYPES[extension],
      octets: ajouterFeuilles(octets, feuilles),
    }
  }
  const [donnees] = classeur.feuilles
  const toutes = donnees === undefined ? feuilles : [feuilleDesDonnees(donnees), ...feuilles]
  return { nom: nomProduit(nom, 'coté', 'xlsx'), type: TYPES.xlsx, octets: creerClasseur(toutes) }
}

export async function produireCsv(nom: string, [cotation]: readonly FeuilleEcrite[]): Promise<FichierProduit> {
  if (cotation === undefined) throw new Error('a scoring has a sheet')
  const { ecrireCsv } = await import('../../core/tableur/index.ts')
  return { nom: nomProduit(nom, 'cotation', 'csv'), type: TYPES.csv, octets: ecrireCsv(cotation) }
}

/** The grid as a file of its own, or as the tables of a workbook that an officer can type in. */
export async function produireGrille(ecrite: unknown, format: 'json' | 'xlsx'): Promise<FichierProduit> {
  const { id } = ecrite as { readonly id: string }
  const nom = `${id}.${format}`
  if (format === 'json') {
    return { nom, type: TYPES.json, octets: new TextEncoder().encode(`${JSON.stringify(ecrite, null, 2)}\n`) }
  }
  const { creerClasseur } = await import('../../core/tableur/index.ts')
  return { nom, type: TYPES.xlsx, octets: creerClasseur(grilleEnTables(ecrite)) }
}

/** A Word statement a demande, in the order given. */
export async function produireReleves(
  nom: string,
  releves: Releves,
  numeros: readonly string[],
): Promise<FichierProduit> {
  const { ecrireDocx } = await import('../../core/document/index.ts')
  const octets = await ecrireDocx(releves.document(numeros))
  return { nom: nomProduit(nom, 'relevés', 'docx'), type: TYPES.docx, octets }
}

/** The same statements as a page, to be copied and pasted in Word. */
export async function produireRelevesHtml(
  nom: string,
  releves: Releves,
  numeros: readonly string[],
): Promise<FichierProduit> {
  const { ecrireHtml } = await import('../../core/document/index.ts')
  const octets = new TextEncoder().encode(ecrireHtml(releves.document(numeros)))
  return { nom: nomProduit(nom, 'relevés', 'html'), type: TYPES.html, octets }
}
