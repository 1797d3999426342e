import { type CodeRefusFichier, RefusFichier } from './commun/refus-fichier.ts'
import { ouvrirPaquet, type Paquet } from './ooxml/paquet.ts'
import { lireZip } from './zip/lire-zip.ts'

/** What a file that can be read is. */
export type Nature = { readonly genre: 'classeur'; readonly paquet: Paquet } | { readonly genre: 'texte' }

const SIGNATURES: readonly (readonly [octets: string, code: CodeRefusFichier])[] = [
  ['%PDF-', 'pdf'],
  ['\x1f\x8b', 'compresse'],
  ['7z\xbc\xaf', 'compresse'],
  ['Rar!', 'compresse'],
]

const OLE2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Name of the stream of an encrypted workbook in an OLE2 directory. */
const PAQUET_CHIFFRE = 'EncryptedPackage'

/**
 * What a file is, judged by its bytes; its extension only tells whether a text was meant to be a workbook.
 *
 * @param fichier name of the file
 * @throws RefusFichier when it is neither a workbook nor a text
 */
export function natureDe(octets: Uint8Array, fichier: string): Nature {
  if (octets.length === 0) throw new RefusFichier('vide')
  if (commencePar(octets, 'PK\x03\x04') || commencePar(octets, 'PK\x05\x06')) return reconnaitrePaquet(octets)
  if (commencePar(octets, OLE2)) throw new RefusFichier(contient(octets, enUtf16(PAQUET_CHIFFRE)) ? 'protege' : 'xls')
  const connu = SIGNATURES.find(([signature]) => commencePar(octets, signature))
  if (connu !== undefined) throw new RefusFichier(connu[1])
  return reconnaitreTexte(octets, fichier)
}

/**
 * The package of a workbook, whatever the name of its file.
 *
 * @throws RefusFichier when the bytes are anything else
 */
export function paquetDuClasseur(octets: Uint8Array): Paquet {
  const nature = natureDe(octets, '')
  if (nature.genre === 'classeur') return nature.paquet
  throw new RefusFichier('pas-un-classeur')
}

function commencePar(octets: Uint8Array, signature: string): boolean {
  return presentEn(octets, signature, 0)
}

function presentEn(octets: Uint8Array, signature: string, position: number): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (octets[position + i] !== signature.charCodeAt(i)) return false
  }
  return true
}

function enUtf16(texte: string): string {
  return [...texte].map((lettre) => `${lettre}\0`).join('')
}

function contient(octets: Uint8Array, signature: string): boolean {
  const premier = signature.charCodeAt(0)
  for (let i = octets.indexOf(premier); i >= 0; i = octets.indexOf(premier, i + 1)) {
    if (presentEn(octets, signature, i)) return true
  }
  return false
}

function reconnaitrePaquet(octets: Uint8Array): Nature {
  const paquet = ouvrirPaquet(lireZip(octets))
  if (paquet.a('xl/workbook.bin')) throw new RefusFichier('xlsb')
  if (paquet.a('encryptedpackage')) throw new RefusFichier('protege')
  // An OpenDocument package lists its own content; a workbook made by Excel never has this part.
  if (paquet.a('content.xml')) throw new RefusFichier('ods')
  const classeur = paquet.a('xl/workbook.xml') || (paquet.a('[content_types].xml') && aUneFeuille(paquet))
  if (!classeur) throw new RefusFichier('archive')
  return { genre: 'classeur', paquet }
}

function aUneFeuille(paquet: Paquet): boolean {
  return paquet.noms().some((nom) => /(^|\/)worksheets\//iu.test(nom))
}

function reconnaitreTexte(octets: Uint8Array, fichier: string): Nature {
  const debut = String.fromCharCode(...octets.subarray(0, 2048)).replaceAll('\0', '')
  if (/^\W*<(!doctype html|html|head|body|table|meta)\b/iu.test(debut)) throw new RefusFichier('html')
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/u.test(debut))
    throw new RefusFichier('xml-2003')
  const classeurAttendu = /\.(xls[a-z]?|xlt[a-z]?|ods)$/iu.test(fichier)
  if (!estDuTexte(octets)) throw new RefusFichier(classeurAttendu ? 'pas-un-classeur' : 'pas-du-texte')
  if (classeurAttendu) throw new RefusFichier('texte-en-classeur')
  return { genre: 'texte' }
}

const ECHANTILLON = 65_536
/** Share of control characters above which bytes are not a text: a stray one in an export is tolerated. */
const PART_DE_CONTROLES = 0.01

function estDuTexte(octets: Uint8Array): boolean {
  if (commencePar(octets, '\xff\xfe') || commencePar(octets, '\xfe\xff')) return true
  const debut = octets.subarray(0, ECHANTILLON)
  let controles = 0
  for (const octet of debut) {
    if (octet < 9 || (octet > 13 && octet < 32) || octet === 127) controles++
  }
  return controles <= debut.length * PART_DE_CONTROLES
}
