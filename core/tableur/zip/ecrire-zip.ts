import { Deflate, strToU8 } from 'fflate'
import { crc32 } from './crc32.ts'
import { DRAPEAUX, type EntreeZip, SIGNATURES } from './format-zip.ts'

/** 1 January 1980 at midnight, the first day that a ZIP can tell: the same input gives the same bytes. */
const DATE_FIXE = 0x00210000
/** Above 3 the time doubles for a tenth of the size. */
const NIVEAU = 2
/** How much text is gathered before it is compressed (UTF-16 units). */
const PALIER = 128 * 1024

/** Receives the text of one part piece by piece and compresses it on the way. */
export interface PartieEnCours {
  ecrire(texte: string): void
  finir(): EntreeZip
}

/** Starts a new part of the archive: its text is never held whole. */
export function commencerPartie(nom: string): PartieEnCours {
  const donnees: Uint8Array[] = []
  let attente = ''
  let crc = 0
  let taille = 0
  let tailleCompressee = 0
  const deflate = new Deflate({ level: NIVEAU }, (morceau) => {
    donnees.push(morceau)
    tailleCompressee += morceau.length
  })
  const vider = (dernier: boolean): void => {
    const octets = strToU8(attente)
    crc = crc32(octets, crc)
    taille += octets.length
    attente = ''
    deflate.push(octets, dernier)
  }
  return {
    ecrire(texte) {
      attente += texte
      if (attente.length > PALIER) vider(false)
    },
    finir() {
      vider(true)
      const entete = { nom, nomBrut: strToU8(nom), drapeaux: DRAPEAUX.nomUtf8, methode: 8, dateDos: DATE_FIXE }
      return { ...entete, crc, taille, tailleCompressee, donnees }
    },
  }
}

/** A part whose text is at hand. */
export function partieTexte(nom: string, texte: string): EntreeZip {
  const partie = commencerPartie(nom)
  partie.ecrire(texte)
  return partie.finir()
}

/** The thirteen fields that the local header and the central record share. */
function champsCommuns(vue: DataView, p: number, entree: EntreeZip): void {
  vue.setUint16(p, 20, true)
  vue.setUint16(p + 2, entree.drapeaux & ~DRAPEAUX.taillesApres, true)
  vue.setUint16(p + 4, entree.methode, true)
  vue.setUint32(p + 6, entree.dateDos, true)
  vue.setUint32(p + 10, entree.crc, true)
  vue.setUint32(p + 14, entree.tailleCompressee, true)
  vue.setUint32(p + 18, entree.taille, true)
  vue.setUint16(p + 22, entree.nomBrut.length, true)
}

function enteteLocal(sortie: Uint8Array, vue: DataView, p: number, entree: EntreeZip): number {
  vue.setUint32(p, SIGNATURES.locale, true)
  champsCommuns(vue, p + 4, entree)
  sortie.set(entree.nomBrut, p + 30)
  return p + 30 + entree.nomBrut.length
}

function ficheCentrale(sortie: Uint8Array, vue: DataView, p: number, entree: EntreeZip, position: number): number {
  vue.setUint32(p, SIGNATURES.fiche, true)
  vue.setUint16(p + 4, 20, true)
  champsCommuns(vue, p + 6, entree)
  vue.setUint32(p + 42, position, true)
  sortie.set(entree.nomBrut, p + 46)
  return p + 46 + entree.nomBrut.length
}

function fin(vue: DataView, p: number, nombre: number, debut: number): void {
  vue.setUint32(p, SIGNATURES.fin, true)
  vue.setUint16(p + 8, nombre, true)
  vue.setUint16(p + 10, nombre, true)
  vue.setUint32(p + 12, p - debut, true)
  vue.setUint32(p + 16, debut, true)
}

/**
 * The archive made of these entries, in this order. Compressed data are copied as they are.
 *
 * @throws Error above 4 GiB or 65,535 files, which no workbook reaches.
 */
export function ecrireZip(entrees: readonly EntreeZip[]): Uint8Array {
  const longueur = entrees.reduce((somme, e) => somme + 76 + 2 * e.nomBrut.length + e.tailleCompressee, 22)
  if (longueur > 0xfffffffe || entrees.length > 0xfffe) throw new Error(`archive too large: ${String(longueur)} bytes`)
  const sortie = new Uint8Array(longueur)
  const vue = new DataView(sortie.buffer)
  const positions: number[] = []
  let p = 0
  for (const entree of entrees) {
    positions.push(p)
    p = enteteLocal(sortie, vue, p, entree)
    for (const morceau of entree.donnees) {
      sortie.set(morceau, p)
      p += morceau.length
    }
  }
  const debut = p
  entrees.forEach((entree, i) => {
    p = ficheCentrale(sortie, vue, p, entree, positions[i] ?? 0)
  })
  fin(vue, p, entrees.length, debut)
  return sortie
}
