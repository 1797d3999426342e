import { Inflate } from 'fflate'
import { assembler } from '../commun/octets.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { crc32 } from './crc32.ts'
import { DRAPEAUX, type EntreeZip } from './format-zip.ts'

/** How many compressed bytes are inflated at once. */
const BLOC = 65_536

/**
 * The content of an entry, whole, checked with its CRC: for a part that describes, never for the rows of a sheet.
 *
 * @throws RefusFichier as `morceaux`, or when the content is not what was summed
 */
export function contenu(entree: EntreeZip): Uint8Array {
  const octets = assembler([...morceaux(entree, PLAFONDS.octetsDePetitePartie)])
  if (crc32(octets) !== entree.crc) throw new RefusFichier('abime', `la partie ${entree.nom} est altérée`)
  return octets
}

/**
 * The content of an entry, piece by piece, so that a large sheet never stands in memory whole. Its CRC is not computed.
 *
 * @param maximum how many bytes it may hold once inflated
 * @throws RefusFichier when it is encrypted, truncated, or larger than announced or than `maximum`
 */
export function* morceaux(entree: EntreeZip, maximum: number): Generator<Uint8Array> {
  refuserDemesure(entree, maximum)
  let total = 0
  for (const morceau of entree.methode === 0 ? entree.donnees : gonfler(entree.donnees)) {
    total += morceau.length
    if (total > entree.taille) throw new RefusFichier('abime', 'une partie dépasse la taille annoncée')
    yield morceau
  }
  if (total < entree.taille) throw new RefusFichier('incomplet')
}

function refuserDemesure({ drapeaux, methode, taille, tailleCompressee }: EntreeZip, maximum: number): void {
  if ((drapeaux & DRAPEAUX.chiffre) !== 0) throw new RefusFichier('protege')
  if (methode !== 0 && methode !== 8) throw new RefusFichier('abime', 'compression inconnue')
  if (taille > maximum) throw new RefusFichier('trop-gros', 'contenu démesuré une fois décompressé')
  const bombe = taille > PLAFONDS.octetsSuspects && taille > tailleCompressee * PLAFONDS.rapport
  if (bombe) throw new RefusFichier('trop-gros', 'taux de compression anormal')
}

function* gonfler(donnees: readonly Uint8Array[]): Generator<Uint8Array> {
  let sortie = new Uint8Array(0)
  const flux = new Inflate((morceau) => {
    sortie = morceau
  })
  const blocs = donnees.flatMap(enBlocs)
  for (const [i, bloc] of blocs.entries()) {
    try {
      flux.push(bloc, i === blocs.length - 1)
    } catch {
      throw new RefusFichier('abime', 'données compressées illisibles')
    }
    if (sortie.length > 0) yield sortie
  }
}

function enBlocs(octets: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(octets.length / BLOC) }, (_, i) => octets.subarray(i * BLOC, (i + 1) * BLOC))
}
