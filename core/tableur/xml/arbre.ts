import { Refus } from '../../socle/refus.ts'
import { texteDeXml } from './texte-xml.ts'

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
  /** Positions: of `<`, after the opening tag, of `</` and after the closing tag (all three last equal when empty). */
  readonly debut: number
  readonly finOuverture: number
  debutFermeture: number
  fin: number
}

const BALISE = /<([^\s/<>"']+)((?:\s+[^\s=/<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUT = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const PROFONDEUR_MAXIMALE = 200

function refuser(): never {
  throw new Refus('Ce classeur contient une partie XML mal formée : ouvrez-le dans Excel et enregistrez-le à nouveau.')
}

function lireAttributs(texte: string): Map<string, string> {
  const attributs = new Map<string, string>()
  for (const [, nom = '', double, simple = ''] of texte.matchAll(ATTRIBUT))
    attributs.set(nom, texteDeXml(double ?? simple))
  return attributs
}

/** After a comment, a CDATA section or a processing instruction that starts here; undefined when it is a tag. */
function apresSection(xml: string, p: number): number | undefined {
  const fermeture = xml.startsWith('<!--', p)
    ? '-->'
    : xml.startsWith('<![CDATA[', p)
      ? ']]>'
      : xml.startsWith('<?', p)
        ? '?>'
        : undefined
  if (fermeture === undefined) return undefined
  const fin = xml.indexOf(fermeture, p)
  return fin < 0 ? refuser() : fin + fermeture.length
}

function ouvrir(xml: string, p: number, parent: ElementXml | undefined): { element: ElementXml; vide: boolean } {
  BALISE.lastIndex = p
  // A `<!DOCTYPE` does not match either: no part of a workbook has one, and entities are an attack.
  const [entiere, qualifie = '', attributs = '', barre] = BALISE.exec(xml) ?? refuser()
  const deuxPoints = qualifie.indexOf(':') + 1
  const fin = p + entiere.length
  const element: ElementXml = {
    nom: qualifie.slice(deuxPoints),
    prefixe: qualifie.slice(0, deuxPoints),
    attributs: lireAttributs(attributs),
    parent,
    enfants: [],
    debut: p,
    finOuverture: fin,
    debutFermeture: fin,
    fin,
  }
  parent?.enfants.push(element)
  return { element, vide: barre === '/' }
}

function fermer(xml: string, p: number, ouvert: ElementXml | undefined): number {
  const fin = xml.indexOf('>', p)
  if (ouvert === undefined || fin < 0 || xml.slice(p + 2, fin).trim() !== ouvert.prefixe + ouvert.nom) refuser()
  ouvert.debutFermeture = p
  ouvert.fin = fin + 1
  return fin + 1
}

/**
 * The tree of a small XML part.
 *
 * @throws Refus when it is malformed, has a document type or is nested too deep.
 */
export function lireXml(xml: string): ElementXml {
  let racine: ElementXml | undefined
  let courant: ElementXml | undefined
  let profondeur = 0
  for (let p = xml.indexOf('<'); p >= 0;) {
    let suite = apresSection(xml, p)
    if (suite === undefined && xml.startsWith('</', p)) {
      suite = fermer(xml, p, courant)
      courant = courant?.parent
      profondeur--
    } else if (suite === undefined) {
      const { element, vide } = ouvrir(xml, p, courant)
      if (racine !== undefined && courant === undefined) refuser()
      racine ??= element
      if (!vide) courant = element
      if (!vide && ++profondeur > PROFONDEUR_MAXIMALE) refuser()
      suite = element.finOuverture
    }
    p = xml.indexOf('<', suite)
  }
  return courant === undefined && racine !== undefined ? racine : refuser()
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

/** The value of the attribute of that local name in one of these namespaces. */
export function attributDe(element: ElementXml, espaces: readonly string[], nom: string): string | undefined {
  for (const [qualifie, valeur] of element.attributs) {
    const deuxPoints = qualifie.indexOf(':') + 1
    if (qualifie.slice(deuxPoints) !== nom || deuxPoints === 0) continue
    if (espaces.includes(espaceDe(element, qualifie.slice(0, deuxPoints)) ?? '')) return valeur
  }
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

/** Replaces the text from `debut` to `fin` (equal: inserts). */
export interface Retouche {
  readonly debut: number
  readonly fin: number
  readonly par: string
}

/** The text with its edits, which must not overlap; edits at one place keep their order. */
export function retoucher(texte: string, retouches: readonly Retouche[]): string {
  let sortie = ''
  let position = 0
  for (const { debut, fin, par } of retouches.toSorted((a, b) => a.debut - b.debut)) {
    if (debut < position) throw new Error(`overlapping edits at ${String(debut)}`)
    sortie += texte.slice(position, debut) + par
    position = fin
  }
  return sortie + texte.slice(position)
}

/** Adds children at the end of an element, opening it when it was written empty. */
export function ajouterEnfants(texte: string, element: ElementXml, enfants: string): Retouche {
  if (element.fin > element.finOuverture)
    return { debut: element.debutFermeture, fin: element.debutFermeture, par: enfants }
  const barre = texte.lastIndexOf('/', element.fin)
  return { debut: barre, fin: element.fin, par: `>${enfants}</${element.prefixe}${element.nom}>` }
}
