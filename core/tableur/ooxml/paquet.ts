import { strFromU8 } from 'fflate'
import { textesUtf8 } from '../commun/octets.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { type ElementXml, lireXml } from '../xml/arbre.ts'
import { Balises } from '../xml/balises.ts'
import { type Retouche, retoucher } from '../xml/retouches.ts'
import { contenu, morceaux } from '../zip/contenu.ts'
import { partieTexte } from '../zip/ecrire-zip.ts'
import type { EntreeZip } from '../zip/format-zip.ts'

/**
 * An Office package: its parts by name, found whatever the case of letters, in the order of the archive. What is not
 * replaced stays as it came, still compressed.
 */
export interface Paquet {
  a(nom: string): boolean
  /** The names of all parts, in order. */
  noms(): string[]
  /** The entry of a part, as it stands. */
  entree(nom: string): EntreeZip | undefined
  /** Puts a part in the place of the one of that name, else at the end. */
  mettre(entree: EntreeZip): void
  retirer(nom: string): void
  entrees(): EntreeZip[]
}

/** The key of a path: some writers disagree with themselves on case and slashes. */
function cle(nom: string): string {
  return nom.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/**
 * @throws RefusFichier when two parts have one name
 */
export function ouvrirPaquet(entrees: readonly EntreeZip[]): Paquet {
  const parties = new Map<string, EntreeZip>()
  for (const entree of entrees) {
    if (parties.has(cle(entree.nom))) throw new RefusFichier('abime', `la partie ${entree.nom} y est deux fois`)
    parties.set(cle(entree.nom), entree)
  }
  return {
    a: (nom) => parties.has(cle(nom)),
    noms: () => [...parties.values()].map(({ nom }) => nom),
    entree: (nom) => parties.get(cle(nom)),
    mettre: (entree) => void parties.set(cle(entree.nom), entree),
    retirer: (nom) => void parties.delete(cle(nom)),
    entrees: () => [...parties.values()],
  }
}

/** A small XML part, read whole. */
export interface PartieXml {
  readonly nom: string
  readonly texte: string
  readonly racine: ElementXml
}

function entreeDe(paquet: Paquet, nom: string): EntreeZip {
  const entree = paquet.entree(nom)
  if (entree === undefined) throw new RefusFichier('abime', `la partie ${nom} manque`)
  return entree
}

/**
 * The text of a part, without its byte order mark.
 *
 * @throws RefusFichier when it is absent, damaged, or not UTF-8
 */
export function textePartie(paquet: Paquet, nom: string): string {
  const octets = contenu(entreeDe(paquet, nom))
  if ((octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0xfe && octets[1] === 0xff))
    throw new RefusFichier('utf-16')
  return strFromU8(octets).replace(/^\ufeff/u, '')
}

/**
 * A part as XML.
 *
 * @throws RefusFichier when it is absent, damaged, malformed, or not UTF-8
 */
export function lirePartie(paquet: Paquet, nom: string): PartieXml {
  const texte = textePartie(paquet, nom)
  return { nom: entreeDe(paquet, nom).nom, texte, racine: lireXml(texte) }
}

/**
 * The tags of a part, one after the other: it may be a large one (a sheet, the shared texts).
 *
 * @throws RefusFichier when it is absent; while it is walked, when it is damaged or malformed
 */
export function parcourirPartie(paquet: Paquet, nom: string): Balises {
  return new Balises(textesUtf8(morceaux(entreeDe(paquet, nom), PLAFONDS.octetsDePartie)))
}

/** Puts the edited text of a part in its place. */
export function retoucherPartie(paquet: Paquet, partie: PartieXml, retouches: readonly Retouche[]): void {
  if (retouches.length > 0) paquet.mettre(partieTexte(partie.nom, retoucher(partie.texte, retouches)))
}

/** The first name `prefixe1suffixe`, `prefixe2suffixe`… that the package does not hold. */
export function nomLibre(paquet: Paquet, prefixe: string, suffixe: string): string {
  let n = 1
  while (paquet.a(`${prefixe}${String(n)}${suffixe}`)) n++
  return `${prefixe}${String(n)}${suffixe}`
}
