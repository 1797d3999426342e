import { strFromU8 } from 'fflate'
import { assembler } from '../commun/octets.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import type { Paquet } from '../ooxml/paquet.ts'
import { changerRelations, lireRelations } from '../ooxml/relations.ts'
import { attributLocal, enfant, enfantsDe, type ElementXml, lireXml } from '../xml/arbre.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { morceaux } from '../zip/contenu.ts'
import type { EntreeZip } from '../zip/format-zip.ts'

/** What users put on a sheet of ours (charts, comments, slicers): a drawing, and XML that stands before and after its table. */
export interface Restes {
  /** The link to the drawing. */
  readonly dessin: string | undefined
  readonly avantTableau: string
  readonly apresTableau: string
}

export const AUCUN_RESTE: Restes = { dessin: undefined, avantTableau: '', apresTableau: '' }

/** What follows the rows of a sheet is far smaller than this (bytes). */
const FIN_GARDEE = 512 * 1024

/** The last bytes of a part, inflated piece by piece: the rows may weigh hundreds of megabytes. */
function dernieresOctets(entree: EntreeZip): Uint8Array {
  let gardes: Uint8Array[] = []
  let taille = 0
  for (const morceau of morceaux(entree, PLAFONDS.octetsDePartie)) {
    gardes.push(morceau)
    taille += morceau.length
    const [premier] = gardes
    if (premier === undefined || taille - premier.length <= FIN_GARDEE) continue
    gardes = gardes.slice(1)
    taille -= premier.length
  }
  return assembler(gardes).subarray(-FIN_GARDEE)
}

/** The elements that follow the rows; none when the sheet cannot be read, as nothing of the user's was there. */
function elementsApresLignes(entree: EntreeZip): { racine: ElementXml; xml: string } | undefined {
  const fin = strFromU8(dernieresOctets(entree))
  const coupure = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(fin)
  if (coupure === null) return undefined
  const suite = fin.slice(coupure.index + coupure[0].length).replace(/<\/(?:\w+:)?worksheet>\s*$/, '')
  const xml = `<feuille>${suite}</feuille>`
  return { racine: lireXml(xml), xml }
}

function restesDe(entree: EntreeZip): Restes {
  const lus = elementsApresLignes(entree)
  if (lus === undefined) return AUCUN_RESTE
  const lien = (nom: string): string | undefined => {
    const element = enfant(lus.racine, nom)
    return element && attributLocal(element, 'id')
  }
  const ancien = lien('legacyDrawing')
  const segments = enfantsDe(enfant(lus.racine, 'extLst'), 'ext')
    .filter((ext) => enfant(ext, 'slicerList') !== undefined)
    .map(({ debut, fin }) => lus.xml.slice(debut, fin))
  const apresTableau = segments.length === 0 ? '' : `<extLst>${segments.join('')}</extLst>`
  const avantTableau = ancien === undefined ? '' : `<legacyDrawing r:id="${texteXml(ancien)}"/>`
  return { dessin: lien('drawing'), avantTableau, apresTableau }
}

/** What a sheet written by an earlier run leaves to the one that replaces it. */
export interface Reprise {
  readonly restes: Restes
  /** Part of its table and the link to it; undefined when the user turned it into a plain range. */
  readonly tableau: { readonly partie: string; readonly relation: string } | undefined
  /** Parts that no longer serve. */
  readonly retirees: readonly string[]
}

/** Links that hold only with elements that are written anew. */
const LIENS_PERDUS: ReadonlySet<string> = new Set(['table', 'printerSettings', 'hyperlink'])
const LIENS_DESSIN: ReadonlySet<string> = new Set(['drawing', 'vmlDrawing', 'slicer'])

/**
 * Takes from the earlier version of a sheet what must live on, and removes from the package what must not.
 */
export function reprendre(paquet: Paquet, partie: string): Reprise {
  const relations = lireRelations(paquet, partie)
  const entree = paquet.entree(partie)
  const tableau = relations.find(({ genre, cible }) => genre === 'table' && paquet.a(cible))
  const perdues = relations.filter((relation) => LIENS_PERDUS.has(relation.genre) && relation !== tableau)
  changerRelations(paquet, partie, [], new Set(perdues.map(({ id }) => id)))
  const retirees = perdues.filter(({ genre }) => genre === 'table').map(({ cible }) => cible)
  for (const nom of retirees) paquet.retirer(nom)
  const dessinee = relations.some(({ genre }) => LIENS_DESSIN.has(genre))
  return {
    restes: dessinee && entree !== undefined ? restesDe(entree) : AUCUN_RESTE,
    tableau: tableau && { partie: tableau.cible, relation: tableau.id },
    retirees,
  }
}
