import { Inflate } from 'fflate'
import { FauteLecture } from '../faute-lecture.ts'
import { PLAFONDS } from '../plafonds.ts'

/** One part of a package, as its directory describes it. */
export interface EntreeZip {
  readonly nom: string
  /** 0: stored, 8: DEFLATE. */
  readonly methode: number
  readonly chiffree: boolean
  readonly tailleCompressee: number
  readonly taille: number
  /** Where its local header begins. */
  readonly position: number
}

const SIGNATURE_FIN = 0x06054b50
const SIGNATURE_FIN_64 = 0x06064b50
const SIGNATURE_LOCALISATEUR_64 = 0x07064b50
const SIGNATURE_ENTREE = 0x02014b50
const SIGNATURE_LOCALE = 0x04034b50
const TAILLE_FIN = 22
const COMMENTAIRE_MAXIMAL = 65_535
const SATURE = 0xffffffff
const MORCEAU = 65_536

/**
 * The directory of a zip package, without decompressing anything. Keys are paths in lower case with forward slashes,
 * because some writers disagree with themselves on both.
 *
 * @throws FauteLecture `incomplet` when the directory is missing or points outside the file
 */
export function lireRepertoire(octets: Uint8Array): ReadonlyMap<string, EntreeZip> {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  try {
    return lireEntrees(vue, octets, debutRepertoire(vue))
  } catch (erreur) {
    // A DataView refuses to read outside the file: the file stops before what it announces.
    if (erreur instanceof RangeError) throw new FauteLecture('incomplet')
    throw erreur
  }
}

interface Repertoire {
  readonly position: number
  readonly entrees: number
}

function debutRepertoire(vue: DataView): Repertoire {
  const fin = positionFin(vue)
  const position = vue.getUint32(fin + 16, true)
  const entrees = vue.getUint16(fin + 10, true)
  const localisateur = fin - 20
  if (localisateur < 0 || vue.getUint32(localisateur, true) !== SIGNATURE_LOCALISATEUR_64) return { position, entrees }
  const fin64 = entier64(vue, localisateur + 8)
  if (vue.getUint32(fin64, true) !== SIGNATURE_FIN_64) throw new FauteLecture('incomplet')
  return { position: entier64(vue, fin64 + 48), entrees: entier64(vue, fin64 + 32) }
}

function positionFin(vue: DataView): number {
  const premiere = Math.max(0, vue.byteLength - TAILLE_FIN - COMMENTAIRE_MAXIMAL)
  for (let i = vue.byteLength - TAILLE_FIN; i >= premiere; i--) {
    if (vue.getUint32(i, true) === SIGNATURE_FIN) return i
  }
  throw new FauteLecture('incomplet')
}

function lireEntrees(vue: DataView, octets: Uint8Array, repertoire: Repertoire): ReadonlyMap<string, EntreeZip> {
  if (repertoire.entrees > PLAFONDS.parties) throw new FauteLecture('trop-gros', 'trop de parties dans l’archive')
  const entrees = new Map<string, EntreeZip>()
  let position = repertoire.position
  for (let i = 0; i < repertoire.entrees; i++) {
    if (vue.getUint32(position, true) !== SIGNATURE_ENTREE) throw new FauteLecture('incomplet')
    const entree = lireEntree(vue, octets, position)
    entrees.set(cleDeChemin(entree.nom), entree)
    position +=
      46 + vue.getUint16(position + 28, true) + vue.getUint16(position + 30, true) + vue.getUint16(position + 32, true)
  }
  return entrees
}

function lireEntree(vue: DataView, octets: Uint8Array, position: number): EntreeZip {
  const longueurNom = vue.getUint16(position + 28, true)
  const debutExtra = position + 46 + longueurNom
  const extra = { debut: debutExtra, fin: debutExtra + vue.getUint16(position + 30, true) }
  const tailles = [24, 20, 42].map((decalage) => vue.getUint32(position + decalage, true))
  const [taille = 0, tailleCompressee = 0, locale = 0] = taillesEtendues(vue, extra, tailles)
  return {
    nom: texteLatin(octets.subarray(position + 46, debutExtra)),
    methode: vue.getUint16(position + 10, true),
    chiffree: (vue.getUint16(position + 8, true) & 1) === 1,
    tailleCompressee,
    taille,
    position: locale,
  }
}

/** The zip64 extra field holds, in order, only the sizes that do not fit in 32 bits. */
function taillesEtendues(vue: DataView, extra: { debut: number; fin: number }, tailles: readonly number[]): number[] {
  if (!tailles.includes(SATURE)) return [...tailles]
  for (let i = extra.debut; i + 4 <= extra.fin; i += 4 + vue.getUint16(i + 2, true)) {
    if (vue.getUint16(i, true) !== 1) continue
    let suivant = i + 4
    return tailles.map((taille) => {
      if (taille !== SATURE) return taille
      suivant += 8
      return entier64(vue, suivant - 8)
    })
  }
  return [...tailles]
}

function entier64(vue: DataView, position: number): number {
  return vue.getUint32(position, true) + vue.getUint32(position + 4, true) * 2 ** 32
}

function texteLatin(octets: Uint8Array): string {
  return String.fromCharCode(...octets)
}

/** The key of a path inside a package. @example cleDeChemin('/xl\\Workbook.xml') //=> 'xl/workbook.xml' */
export function cleDeChemin(chemin: string): string {
  return chemin.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/**
 * The bytes of one part, piece by piece, so that a large sheet never stands in memory whole.
 *
 * @throws FauteLecture when the part is encrypted, truncated, or larger than announced or than `maximum`
 */
export function* morceaux(octets: Uint8Array, entree: EntreeZip, maximum: number): Generator<Uint8Array> {
  refuserDemesure(entree, maximum)
  const compresses = octetsCompresses(octets, entree)
  let total = 0
  for (const morceau of entree.methode === 0 ? [compresses] : gonfler(compresses)) {
    total += morceau.length
    if (total > entree.taille) throw new FauteLecture('abime', 'une partie dépasse la taille annoncée')
    yield morceau
  }
  if (total < entree.taille) throw new FauteLecture('incomplet')
}

function refuserDemesure(entree: EntreeZip, maximum: number): void {
  if (entree.chiffree) throw new FauteLecture('protege')
  if (entree.methode !== 0 && entree.methode !== 8) throw new FauteLecture('abime', 'compression inconnue')
  if (entree.taille > maximum) throw new FauteLecture('trop-gros', 'contenu démesuré une fois décompressé')
  const bombe = entree.taille > PLAFONDS.octetsSuspects && entree.taille > entree.tailleCompressee * PLAFONDS.rapport
  if (bombe) throw new FauteLecture('trop-gros', 'taux de compression anormal')
}

function octetsCompresses(octets: Uint8Array, entree: EntreeZip): Uint8Array {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const p = entree.position
  if (p + 30 > octets.length || vue.getUint32(p, true) !== SIGNATURE_LOCALE) throw new FauteLecture('incomplet')
  const debut = p + 30 + vue.getUint16(p + 26, true) + vue.getUint16(p + 28, true)
  const fin = debut + entree.tailleCompressee
  if (fin > octets.length) throw new FauteLecture('incomplet')
  return octets.subarray(debut, fin)
}

function* gonfler(compresses: Uint8Array): Generator<Uint8Array> {
  let sortie = new Uint8Array(0)
  const inflate = new Inflate((morceau) => {
    sortie = morceau
  })
  for (let i = 0; i < compresses.length; i += MORCEAU) {
    try {
      inflate.push(compresses.subarray(i, i + MORCEAU), i + MORCEAU >= compresses.length)
    } catch {
      throw new FauteLecture('abime', 'données compressées illisibles')
    }
    if (sortie.length > 0) yield sortie
  }
}
