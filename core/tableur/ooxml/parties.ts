import { DecodeUTF8 } from 'fflate'
import { Balises } from '../xml/balises.ts'
import { RefusFichier } from '../refus-fichier.ts'
import { PLAFONDS } from '../plafonds.ts'
import { morceaux } from '../zip/contenu.ts'
import type { Paquet } from './paquet.ts'

/** One relation of a part: its kind (the last word of its type) and the part it leads to. */
export interface Relation {
  readonly id: string
  readonly genre: string
  readonly cible: string
}

/** The tags of a descriptive part, or undefined when the package does not hold it. */
export function balisesDe(paquet: Paquet, chemin: string): Balises | undefined {
  const entree = paquet.entree(chemin)
  return entree && new Balises(textes(morceaux(entree, PLAFONDS.octetsDePetitePartie)))
}

/** The tags of a part that may be large (a sheet, the shared texts). */
export function balisesDeGrandePartie(paquet: Paquet, chemin: string): Balises {
  const entree = paquet.entree(chemin)
  if (entree === undefined) throw new RefusFichier('abime', `la partie ${chemin} manque`)
  return new Balises(textes(morceaux(entree, PLAFONDS.octetsDePartie)))
}

function* textes(suite: Iterable<Uint8Array>): Generator<string> {
  let texte = ''
  const decodeur = new DecodeUTF8((morceau) => {
    texte = morceau
  })
  for (const morceau of suite) {
    decodeur.push(morceau)
    if (texte !== '') yield texte
    texte = ''
  }
}

/**
 * The relations of a part, their targets as paths from the root of the package.
 *
 * @param chemin the part, or '' for the package itself
 */
export function relationsDe(paquet: Paquet, chemin: string): readonly Relation[] {
  const dossier = chemin.slice(0, chemin.lastIndexOf('/') + 1)
  const balises = balisesDe(paquet, `${dossier}_rels/${chemin.slice(dossier.length)}.rels`)
  const relations: Relation[] = []
  while (balises?.avancer() === true) {
    if (balises.nom !== 'Relationship' || balises.fermante) continue
    const type = balises.attribut('Type') ?? ''
    relations.push({
      id: balises.attribut('Id') ?? '',
      genre: type.slice(type.lastIndexOf('/') + 1),
      cible: cheminAbsolu(dossier, balises.attribut('Target') ?? ''),
    })
  }
  return relations
}

function cheminAbsolu(dossier: string, cible: string): string {
  const chemin = cible.replaceAll('\\', '/')
  const segments: string[] = []
  for (const segment of (chemin.startsWith('/') ? chemin : dossier + chemin).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}
