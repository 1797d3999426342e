import { strFromU8 } from 'fflate'
import { Refus } from '../../socle/refus.ts'
import { lireXml, retoucher, type ElementXml, type Retouche } from '../xml/arbre.ts'
import { contenu, type EntreeZip } from '../zip/lire-zip.ts'
import { partieTexte } from '../zip/ecrire-zip.ts'

/**
 * An Office package being changed: its parts by name, found whatever the case of letters, in the order of the archive.
 * What is not replaced stays as it came, still compressed.
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

const cle = (nom: string): string => nom.toLowerCase()

/**
 * @throws Refus when two parts have one name.
 */
export function ouvrirPaquet(entrees: readonly EntreeZip[]): Paquet {
  const parties = new Map<string, EntreeZip>()
  for (const entree of entrees) {
    if (parties.has(cle(entree.nom))) throw new Refus(`Ce classeur contient deux fois la partie « ${entree.nom} ».`)
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

const MARQUE_OCTETS = '\ufeff'

/**
 * A part as XML.
 *
 * @throws Refus when it is absent, malformed or not UTF-8.
 */
export function lirePartie(paquet: Paquet, nom: string): PartieXml {
  const entree = paquet.entree(nom)
  if (entree === undefined) throw new Refus(`Ce classeur est incomplet : la partie « ${nom} » manque.`)
  const octets = contenu(entree)
  if ((octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0xfe && octets[1] === 0xff))
    throw new Refus('Ce classeur est écrit en UTF-16 : ouvrez-le dans Excel et enregistrez-le à nouveau.')
  const lu = strFromU8(octets)
  const texte = lu.startsWith(MARQUE_OCTETS) ? lu.slice(1) : lu
  return { nom: entree.nom, texte, racine: lireXml(texte) }
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
