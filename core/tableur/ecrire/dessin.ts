import { PREFIXE_GRAPHIQUE, TAILLE_GRAPHIQUE } from '../../socle/graphique.ts'
import { ENTETE_XML, type Norme } from '../ooxml/norme.ts'
import { attributLocal, enfant, type ElementXml } from '../xml/arbre.ts'
import { texteSimpleXml } from '../xml/texte-xml.ts'
import type { GraphiquePlace } from './graphique.ts'

/** One of our charts on a drawing that is already there. */
export interface AncreConnue {
  /** Its name without our prefix. */
  readonly nom: string
  /** The link to its part. */
  readonly relation: string
  readonly element: ElementXml
}

function cadres(dessin: ElementXml): ElementXml[] {
  return dessin.enfants.flatMap((ancre) => ancre.enfants.filter(({ nom }) => nom === 'graphicFrame'))
}

const proprietes = (cadre: ElementXml): ElementXml | undefined => enfant(enfant(cadre, 'nvGraphicFramePr'), 'cNvPr')

/** Our charts on a drawing, each name once: a copy that the user made is theirs. */
export function ancresConnues(dessin: ElementXml): AncreConnue[] {
  const vues = new Set<string>()
  return cadres(dessin).flatMap((cadre) => {
    const nom = proprietes(cadre)?.attributs.get('name') ?? ''
    const lien = enfant(enfant(enfant(cadre, 'graphic'), 'graphicData'), 'chart')
    const relation = lien && attributLocal(lien, 'id')
    if (!nom.startsWith(PREFIXE_GRAPHIQUE) || relation === undefined || vues.has(nom)) return []
    vues.add(nom)
    return [{ nom: nom.slice(PREFIXE_GRAPHIQUE.length), relation, element: cadre.parent ?? cadre }]
  })
}

/** The highest number given to a shape of a drawing, at any depth; 1 is what an empty one begins after. */
export function dernierNumero(element: ElementXml): number {
  const propre = element.nom === 'cNvPr' ? Number(element.attributs.get('id')) || 0 : 1
  return Math.max(propre, ...element.enfants.map(dernierNumero))
}

const EMU_PAR_POINT = 12_700

/** A chart on a drawing; it declares its own namespaces, for the drawing may use other prefixes. */
export function xmlAncre(place: GraphiquePlace, numero: number, relation: string, norme: Norme): string {
  const { graphique, ligne, colonne } = place
  const d = norme.dessin
  const point = (nom: string, valeur: number): string => `<xdr:${nom}>${String(valeur)}</xdr:${nom}>`
  const depart = point('col', colonne) + point('colOff', 0) + point('row', ligne) + point('rowOff', 0)
  const taille = `cx="${String(TAILLE_GRAPHIQUE.largeur * EMU_PAR_POINT)}" cy="${String(TAILLE_GRAPHIQUE.hauteur * EMU_PAR_POINT)}"`
  const identite = `id="${String(numero)}" name="${texteSimpleXml(PREFIXE_GRAPHIQUE + graphique.nom)}" descr="${texteSimpleXml(graphique.description)}"`
  const lien = `<c:chart xmlns:c="${d}chart" xmlns:r="${norme.relations}" r:id="${relation}"/>`
  return `<xdr:oneCellAnchor xmlns:xdr="${d}spreadsheetDrawing" xmlns:a="${d}main"><xdr:from>${depart}</xdr:from><xdr:ext ${taille}/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${identite}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${d}chart">${lien}</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
}

/** A drawing that holds nothing yet. */
export function dessinVide(norme: Norme): string {
  const d = norme.dessin
  return `${ENTETE_XML}<xdr:wsDr xmlns:xdr="${d}spreadsheetDrawing" xmlns:a="${d}main"></xdr:wsDr>`
}
