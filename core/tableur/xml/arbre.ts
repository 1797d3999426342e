import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { Balises } from './balises.ts'

/** An element and where it stands in its text, so that the text can be edited around it without being rewritten. */
export interface ElementXml {
  /** Local name, without prefix. */
  readonly nom: string
  /** Prefix with its colon, or the empty string. */
  readonly prefixe: string
  /** Decoded values by qualified name. */
  readonly attributs: ReadonlyMap<string, string>
  readonly parent: ElementXml | undefined
  readonly enfants: ElementXml[]
  /** The text of an element that has no child. */
  texte: string
  /** Positions: of `<`, after the opening tag, of `</` and after the closing tag (all three last equal when empty). */
  readonly debut: number
  readonly finOuverture: number
  debutFermeture: number
  fin: number
}

const PROFONDEUR_MAXIMALE = 200

/**
 * The tree of a part that describes, from its tags.
 *
 * @throws RefusFichier when it is malformed, has a document type, is nested too deep or too large
 */
export function lireXml(xml: string): ElementXml {
  const balises = new Balises([xml])
  let racine: ElementXml | undefined
  let courant: ElementXml | undefined
  let [profondeur, nombre] = [0, 0]
  while (balises.avancer()) {
    if (balises.fermante) {
      courant = fermer(balises, courant)
      profondeur--
      continue
    }
    if (racine !== undefined && courant === undefined) throw malForme()
    const element = ouvrir(balises, courant)
    racine ??= element
    if (++nombre > PLAFONDS.elements) throw new RefusFichier('trop-gros', 'une partie du classeur est démesurée')
    if (balises.vide) continue
    courant = element
    if (++profondeur > PROFONDEUR_MAXIMALE) throw malForme()
  }
  if (racine === undefined || courant !== undefined) throw malForme()
  return racine
}

function malForme(): RefusFichier {
  return new RefusFichier('abime', 'partie XML mal formée')
}

function ouvrir(balises: Balises, parent: ElementXml | undefined): ElementXml {
  const { nom, prefixe, debut, fin } = balises
  if (nom === '') throw malForme()
  const attributs = new Map<string, string>()
  while (balises.attributSuivant()) attributs.set(balises.nomQualifie, balises.valeurAttribut())
  const place = { debut, finOuverture: fin, debutFermeture: fin, fin }
  const element: ElementXml = { nom, prefixe, attributs, parent, enfants: [], texte: '', ...place }
  parent?.enfants.push(element)
  return element
}

/** Closes an element and gives the one that holds it. */
function fermer(balises: Balises, ouvert: ElementXml | undefined): ElementXml | undefined {
  if (ouvert?.nom !== balises.nom || ouvert.prefixe !== balises.prefixe) throw malForme()
  if (ouvert.enfants.length === 0) ouvert.texte = balises.texte()
  ouvert.debutFermeture = balises.debut
  ouvert.fin = balises.fin
  return ouvert.parent
}

/** The first child of that local name. */
export function enfant(element: ElementXml | undefined, nom: string): ElementXml | undefined {
  return element?.enfants.find((e) => e.nom === nom)
}

export function enfantsDe(element: ElementXml | undefined, nom: string): ElementXml[] {
  return element?.enfants.filter((e) => e.nom === nom) ?? []
}

/** The namespace that a prefix (with its colon; empty: the default one) stands for at an element. */
export function espaceDe(element: ElementXml, prefixe: string): string | undefined {
  const declaration = prefixe === '' ? 'xmlns' : `xmlns:${prefixe.slice(0, -1)}`
  for (let e: ElementXml | undefined = element; e !== undefined; e = e.parent) {
    const espace = e.attributs.get(declaration)
    if (espace !== undefined) return espace
  }
  return undefined
}

/** The value of the first attribute of that local name, whatever its prefix: that of a link (`r:id`) varies. */
export function attributLocal(element: ElementXml, nom: string): string | undefined {
  for (const [qualifie, valeur] of element.attributs)
    if (qualifie.slice(qualifie.indexOf(':') + 1) === nom) return valeur
  return undefined
}

/** The prefix (with its colon) that stands for a namespace at an element, or undefined when none does. */
export function prefixeDe(element: ElementXml, espace: string): string | undefined {
  for (let e: ElementXml | undefined = element; e !== undefined; e = e.parent)
    for (const [nom, valeur] of e.attributs) {
      const prefixe = `${nom.slice('xmlns:'.length)}:`
      if (nom.startsWith('xmlns:') && valeur === espace && espaceDe(element, prefixe) === espace) return prefixe
    }
  return undefined
}
