import { strFromU8 } from 'fflate'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { DRAPEAUX, type EntreeZip, SIGNATURES } from './format-zip.ts'

const TAILLE_FIN = 22
const COMMENTAIRE_MAXIMAL = 65_535
/** A 32-bit size that is said elsewhere, on 64 bits. */
const SATURE = 0xffffffff

/** Where the list of files starts and how many it holds. */
interface Repertoire {
  readonly position: number
  readonly nombre: number
}

/**
 * The files of a ZIP archive, in the order of its directory, without inflating any.
 *
 * @throws RefusFichier `incomplet` when the directory is missing or points outside the file
 */
export function lireZip(octets: Uint8Array): EntreeZip[] {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  try {
    return lireEntrees(vue, octets, trouverRepertoire(vue))
  } catch (erreur) {
    // A DataView refuses to read outside the file: the file stops before what it announces.
    throw erreur instanceof RangeError ? new RefusFichier('incomplet') : erreur
  }
}

function trouverRepertoire(vue: DataView): Repertoire {
  const fin = positionFin(vue)
  const repere = fin - 20
  if (repere < 0 || vue.getUint32(repere, true) !== SIGNATURES.repere64)
    return { position: vue.getUint32(fin + 16, true), nombre: vue.getUint16(fin + 10, true) }
  const fin64 = entier64(vue, repere + 8)
  exiger(vue, fin64, SIGNATURES.fin64)
  return { position: entier64(vue, fin64 + 48), nombre: entier64(vue, fin64 + 32) }
}

function positionFin(vue: DataView): number {
  const premiere = Math.max(0, vue.byteLength - TAILLE_FIN - COMMENTAIRE_MAXIMAL)
  for (let i = vue.byteLength - TAILLE_FIN; i >= premiere; i--) {
    if (vue.getUint32(i, true) === SIGNATURES.fin) return i
  }
  throw new RefusFichier('incomplet')
}

function exiger(vue: DataView, position: number, signature: number): void {
  if (vue.getUint32(position, true) !== signature) throw new RefusFichier('incomplet')
}

function entier64(vue: DataView, position: number): number {
  return vue.getUint32(position, true) + vue.getUint32(position + 4, true) * 2 ** 32
}

function lireEntrees(vue: DataView, octets: Uint8Array, repertoire: Repertoire): EntreeZip[] {
  if (repertoire.nombre > PLAFONDS.parties) throw new RefusFichier('trop-gros', 'trop de parties dans l’archive')
  const entrees: EntreeZip[] = []
  let position = repertoire.position
  for (let i = 0; i < repertoire.nombre; i++) {
    exiger(vue, position, SIGNATURES.fiche)
    entrees.push(lireEntree(vue, octets, position))
    position += 46 + [28, 30, 32].reduce((somme, decalage) => somme + vue.getUint16(position + decalage, true), 0)
  }
  return entrees
}

function lireEntree(vue: DataView, octets: Uint8Array, p: number): EntreeZip {
  const debutExtra = p + 46 + vue.getUint16(p + 28, true)
  const extra = { debut: debutExtra, fin: debutExtra + vue.getUint16(p + 30, true) }
  const courtes = [24, 20, 42].map((decalage) => vue.getUint32(p + decalage, true))
  const [taille = 0, tailleCompressee = 0, locale = 0] = taillesEtendues(vue, extra, courtes)
  const nomBrut = octets.subarray(p + 46, debutExtra)
  const drapeaux = vue.getUint16(p + 8, true)
  return {
    nom: strFromU8(nomBrut, (drapeaux & DRAPEAUX.nomUtf8) === 0).replaceAll('\\', '/'),
    nomBrut,
    drapeaux,
    methode: vue.getUint16(p + 10, true),
    dateDos: vue.getUint32(p + 12, true),
    crc: vue.getUint32(p + 16, true),
    taille,
    tailleCompressee,
    get donnees() {
      return [donneesLocales(vue, octets, locale, tailleCompressee)]
    },
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

function donneesLocales(vue: DataView, octets: Uint8Array, p: number, taille: number): Uint8Array {
  if (p + 30 > octets.length) throw new RefusFichier('incomplet')
  exiger(vue, p, SIGNATURES.locale)
  const debut = p + 30 + vue.getUint16(p + 26, true) + vue.getUint16(p + 28, true)
  if (debut + taille > octets.length) throw new RefusFichier('incomplet')
  return octets.subarray(debut, debut + taille)
}
