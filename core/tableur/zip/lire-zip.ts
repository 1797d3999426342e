import { inflateSync, strFromU8 } from 'fflate'
import { Refus } from '../../socle/refus.ts'
import { crc32 } from './crc32.ts'

/** One file of a ZIP archive, still compressed: copied as it is, its content cannot change. */
export interface EntreeZip {
  readonly nom: string
  /** The name as written in the archive. */
  readonly nomBrut: Uint8Array
  readonly drapeaux: number
  /** 0: stored; 8: deflated. */
  readonly methode: number
  /** MS-DOS date and time, as one 32-bit number. */
  readonly dateDos: number
  readonly crc: number
  /** Size once inflated, in bytes. */
  readonly taille: number
  readonly tailleCompressee: number
  readonly donnees: readonly Uint8Array[]
}

/** A part that we must read whole is never this large in an honest workbook (bytes). */
const TAILLE_MAXIMALE = 128 * 1024 * 1024
const SIGNATURE_FIN = 0x06054b50
const SIGNATURE_FIN64 = 0x06064b50
const SIGNATURE_REPERE64 = 0x07064b50
const SIGNATURE_CENTRALE = 0x02014b50
const SIGNATURE_LOCALE = 0x04034b50
const DRAPEAU_UTF8 = 0x0800
const DRAPEAU_CHIFFRE = 0x0001

const ILLISIBLE =
  'Ce fichier n’est pas un classeur Excel lisible : il est incomplet, abîmé ou d’un autre format. Ouvrez-le dans Excel, puis enregistrez-le en « Classeur Excel (*.xlsx) ».'

function vueDe(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
}

function positionFin(vue: DataView): number {
  const premiere = Math.max(0, vue.byteLength - 22 - 0xffff)
  for (let i = vue.byteLength - 22; i >= premiere; i--) if (vue.getUint32(i, true) === SIGNATURE_FIN) return i
  throw new Refus(ILLISIBLE)
}

const entier64 = (vue: DataView, position: number): number => Number(vue.getBigUint64(position, true))

/** Where the list of files starts and how many it holds; the 64-bit record stands in when the short one is full. */
function repertoire(vue: DataView): { nombre: number; position: number } {
  const fin = positionFin(vue)
  const repere = fin - 20
  if (repere < 0 || vue.getUint32(repere, true) !== SIGNATURE_REPERE64)
    return { nombre: vue.getUint16(fin + 10, true), position: vue.getUint32(fin + 16, true) }
  const fin64 = entier64(vue, repere + 8)
  if (vue.getUint32(fin64, true) !== SIGNATURE_FIN64) throw new Refus(ILLISIBLE)
  return { nombre: entier64(vue, fin64 + 32), position: entier64(vue, fin64 + 48) }
}

/** Replaces the sizes and the offset that are full (0xFFFFFFFF) by their 64-bit twins of the extra field. */
function etendre64(vue: DataView, debut: number, longueur: number, valeurs: readonly number[]): number[] {
  let position = debut
  while (position + 4 <= debut + longueur && vue.getUint16(position, true) !== 1)
    position += 4 + vue.getUint16(position + 2, true)
  position += 4
  return valeurs.map((valeur) => {
    if (valeur !== 0xffffffff) return valeur
    position += 8
    return entier64(vue, position - 8)
  })
}

function donneesLocales(octets: Uint8Array, vue: DataView, position: number, taille: number): Uint8Array {
  if (vue.getUint32(position, true) !== SIGNATURE_LOCALE) throw new Refus(ILLISIBLE)
  const debut = position + 30 + vue.getUint16(position + 26, true) + vue.getUint16(position + 28, true)
  if (debut + taille > octets.length) throw new Refus(ILLISIBLE)
  return octets.subarray(debut, debut + taille)
}

function lireEntree(octets: Uint8Array, vue: DataView, p: number): { entree: EntreeZip; suivante: number } {
  if (vue.getUint32(p, true) !== SIGNATURE_CENTRALE) throw new Refus(ILLISIBLE)
  const longueurNom = vue.getUint16(p + 28, true)
  const longueurExtra = vue.getUint16(p + 30, true)
  const nomBrut = octets.subarray(p + 46, p + 46 + longueurNom)
  const courtes = [vue.getUint32(p + 24, true), vue.getUint32(p + 20, true), vue.getUint32(p + 42, true)]
  const [taille = 0, tailleCompressee = 0, position = 0] = etendre64(vue, p + 46 + longueurNom, longueurExtra, courtes)
  const drapeaux = vue.getUint16(p + 8, true)
  const entree: EntreeZip = {
    nom: strFromU8(nomBrut, (drapeaux & DRAPEAU_UTF8) === 0).replaceAll('\\', '/'),
    nomBrut,
    drapeaux,
    methode: vue.getUint16(p + 10, true),
    dateDos: vue.getUint32(p + 12, true),
    crc: vue.getUint32(p + 16, true),
    taille,
    tailleCompressee,
    donnees: [donneesLocales(octets, vue, position, tailleCompressee)],
  }
  return { entree, suivante: p + 46 + longueurNom + longueurExtra + vue.getUint16(p + 32, true) }
}

/**
 * The files of a ZIP archive, in its order, without inflating any.
 *
 * @throws Refus when the bytes are not a whole archive.
 */
export function lireZip(octets: Uint8Array): EntreeZip[] {
  const vue = vueDe(octets)
  try {
    const { nombre, position } = repertoire(vue)
    const entrees: EntreeZip[] = []
    for (let i = 0, p = position; i < nombre; i++) {
      const { entree, suivante } = lireEntree(octets, vue, p)
      entrees.push(entree)
      p = suivante
    }
    return entrees
  } catch (erreur) {
    // A DataView read out of bounds: the archive is cut.
    throw erreur instanceof RangeError ? new Refus(ILLISIBLE) : erreur
  }
}

function gonfler(compressees: Uint8Array, taille: number): Uint8Array {
  try {
    return inflateSync(compressees, { out: new Uint8Array(taille) })
  } catch {
    throw new Refus(ILLISIBLE)
  }
}

/**
 * The content of an entry, checked with its CRC.
 *
 * @throws Refus when it is encrypted, damaged or absurdly large.
 */
export function contenu(entree: EntreeZip): Uint8Array {
  if ((entree.drapeaux & DRAPEAU_CHIFFRE) !== 0)
    throw new Refus('Ce classeur est protégé par un mot de passe : enregistrez-en une copie sans mot de passe.')
  if (entree.taille > TAILLE_MAXIMALE) throw new Refus(`La partie « ${entree.nom} » de ce classeur est trop grande.`)
  const brutes = entree.donnees[0] ?? new Uint8Array(0)
  const octets = entree.methode === 0 ? brutes : gonfler(brutes, entree.taille)
  if (octets.length !== entree.taille || crc32(octets) !== entree.crc) throw new Refus(ILLISIBLE)
  return octets
}
