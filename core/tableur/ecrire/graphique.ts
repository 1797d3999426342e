import { ancreDe, COULEUR_REPERE, COULEURS_SERIES, FORMATS_AXE, lignesDessinees } from '../../socle/graphique.ts'
import type { FeuilleEcrite, GraphiqueEcrit, ValeurEcrite } from '../../socle/table.ts'
import { numeroExcel } from '../ooxml/dates-excel.ts'
import { ENTETE_XML, type Norme } from '../ooxml/norme.ts'
import { texteSimpleXml, texteXml } from '../xml/texte-xml.ts'
import type { MiseEnPage } from './mise-en-page.ts'
import { lettres, nomCite } from './noms.ts'

/** Cells of one column that a chart draws, as they were when it was written. */
interface Suite {
  readonly titre: string
  readonly refTitre: string
  readonly ref: string
  readonly valeurs: readonly ValeurEcrite[]
}

/** A chart with the cells that it draws, and where it stands (row and column from 0). */
export interface GraphiquePlace {
  readonly graphique: GraphiqueEcrit
  readonly categories: Suite
  readonly series: readonly Suite[]
  readonly repere: Suite | undefined
  readonly ligne: number
  readonly colonne: number
  /** True when the days of the workbook are counted from 1904. */
  readonly depuis1904: boolean
}

function verifier({ nom, couche, genre, repere, series }: GraphiqueEcrit): void {
  if (series.length === 0 || series.length > COULEURS_SERIES.length)
    throw new Error(`chart ${nom}: ${String(series.length)} series`)
  if (couche === true && (repere !== undefined || genre === 'lignes'))
    throw new Error(`chart ${nom}: no line can cross bars that lie`)
}

/**
 * Finds the cells that the charts of a sheet draw.
 *
 * @param nomFeuille the name under which the sheet is written
 * @throws Error for a chart that names a column that the sheet does not have
 */
export function placerGraphiques(
  feuille: FeuilleEcrite,
  page: MiseEnPage,
  nomFeuille: string,
  depuis1904: boolean,
): GraphiquePlace[] {
  const suite = (graphique: GraphiqueEcrit, colonne: string): Suite => {
    const place = feuille.colonnes.findIndex(({ titre }) => titre === colonne)
    if (place < 0) throw new Error(`chart ${graphique.nom}: no column ${colonne}`)
    const { premiere, nombre } = lignesDessinees(graphique, feuille.nombreLignes)
    const lettre = `${nomCite(nomFeuille)}!$${lettres(place)}$`
    const debut = page.ligneEntete + 1 + premiere
    return {
      titre: page.titres[place] ?? colonne,
      refTitre: `${lettre}${String(page.ligneEntete)}`,
      ref: `${lettre}${String(debut)}:$${lettres(place)}$${String(debut + Math.max(1, nombre) - 1)}`,
      valeurs: Array.from({ length: nombre }, (_, i) => feuille.ligne(premiere + i)[place] ?? null),
    }
  }
  return (feuille.graphiques ?? []).map((graphique, i) => {
    verifier(graphique)
    const { ligne, colonne } = ancreDe(graphique, i)
    return {
      graphique,
      categories: suite(graphique, graphique.categories),
      series: graphique.series.map((titre) => suite(graphique, titre)),
      repere: graphique.repere === undefined ? undefined : suite(graphique, graphique.repere),
      ligne: page.ligneEntete + ligne,
      colonne: feuille.colonnes.length + 1 + colonne,
      depuis1904,
    }
  })
}

const MOTIFS = ['', 'wdUpDiag', 'smGrid', 'narVert', 'wdDnDiag', 'narHorz'] as const
const MARQUES = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const
const TIRETS = ['solid', 'dash', 'sysDot', 'dashDot', 'lgDash', 'lgDashDot'] as const

const encre = (couleur: string): string => `<a:srgbClr val="${couleur.slice(1).toUpperCase()}"/>`
const plein = (couleur: string): string => `<a:solidFill>${encre(couleur)}</a:solidFill>`
const trait = (couleur: string, largeur: number, tiret = 'solid'): string =>
  `<a:ln w="${String(largeur)}" cap="rnd">${plein(couleur)}<a:prstDash val="${tiret}"/></a:ln>`

const TEXTE = '#10242B'
const TEXTE_2 = '#4B5D63'
const FILET = '#D2DBDD'

function xmlPolice(taille: number, couleur: string, gras = false): string {
  return `sz="${String(taille)}" b="${gras ? '1' : '0'}">${plein(couleur)}`
}

function xmlTexteRiche(texte: string, taille: number, couleur: string, gras: boolean, rotation = ''): string {
  const police = xmlPolice(taille, couleur, gras)
  return `<c:title><c:tx><c:rich><a:bodyPr${rotation}/><a:p><a:pPr><a:defRPr ${police}</a:defRPr></a:pPr><a:r><a:rPr lang="fr-FR" ${police}</a:rPr><a:t>${texteSimpleXml(texte)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
}

function xmlTextes(taille: number, couleur: string): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr ${xmlPolice(taille, couleur)}</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`
}

/** Bars of the first series are plain, the others have a pattern: never colour alone. */
function fondSerie(rang: number): string {
  const couleur = COULEURS_SERIES[rang] ?? COULEURS_SERIES[0]
  const motif = MOTIFS[rang] ?? ''
  if (motif === '') return plein(couleur)
  return `<a:pattFill prst="${motif}"><a:fgClr>${encre('#ffffff')}</a:fgClr><a:bgClr>${encre(couleur)}</a:bgClr></a:pattFill>`
}

type Points = readonly (string | number | null)[]

function xmlPoints(valeurs: Points): string {
  const points = valeurs.map((valeur, i) =>
    valeur === null ? '' : `<c:pt idx="${String(i)}"><c:v>${texteXml(String(valeur))}</c:v></c:pt>`,
  )
  return `<c:ptCount val="${String(valeurs.length)}"/>${points.join('')}`
}

const xmlTextesLus = (ref: string, valeurs: Points): string =>
  `<c:strRef><c:f>${texteXml(ref)}</c:f><c:strCache>${xmlPoints(valeurs)}</c:strCache></c:strRef>`

const xmlNombresLus = (ref: string, valeurs: Points, format: string): string =>
  `<c:numRef><c:f>${texteXml(ref)}</c:f><c:numCache><c:formatCode>${texteXml(format)}</c:formatCode>${xmlPoints(valeurs)}</c:numCache></c:numRef>`

function nombreDe(valeur: ValeurEcrite, depuis1904: boolean): number | null {
  if (typeof valeur === 'number') return valeur
  return typeof valeur === 'object' && valeur !== null ? (numeroExcel(valeur.jour, depuis1904) ?? null) : null
}

function xmlCategories({ categories: { ref, valeurs }, depuis1904 }: GraphiquePlace): string {
  const textes = valeurs.map((valeur) => (typeof valeur === 'object' ? null : String(valeur)))
  const jours = valeurs.length > 0 && valeurs.every((valeur) => typeof valeur === 'object' && valeur !== null)
  const lues = jours
    ? xmlNombresLus(
        ref,
        valeurs.map((valeur) => nombreDe(valeur, depuis1904)),
        FORMATS_AXE.date,
      )
    : xmlTextesLus(ref, textes)
  return `<c:cat>${lues}</c:cat>`
}

interface Dessin {
  readonly rang: number
  readonly apparence: string
  readonly suite: string
  /** What stands between the look and the cells: markers, labels. */
  readonly details: string
}

function xmlSerie(place: GraphiquePlace, suite: Suite, dessin: Dessin): string {
  const { graphique, depuis1904 } = place
  const rang = String(dessin.rang)
  const titre = xmlTextesLus(suite.refTitre, [suite.titre])
  const valeurs = xmlNombresLus(
    suite.ref,
    suite.valeurs.map((valeur) => nombreDe(valeur, depuis1904)),
    FORMATS_AXE[graphique.axe.format],
  )
  return `<c:ser><c:idx val="${rang}"/><c:order val="${rang}"/><c:tx>${titre}</c:tx><c:spPr>${dessin.apparence}</c:spPr>${dessin.details}${xmlCategories(place)}<c:val>${valeurs}</c:val>${dessin.suite}</c:ser>`
}

/** More values than this would cover one another. */
const VALEURS_ECRITES = 20

function xmlEtiquettes({ graphique, series, categories }: GraphiquePlace): string {
  const ecrites = series.length === 1 && categories.valeurs.length <= VALEURS_ECRITES
  const montrer = (nom: string, oui: boolean): string => `<c:show${nom} val="${oui ? '1' : '0'}"/>`
  const commun = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize']
  const quoi = commun.map((nom) => montrer(nom, ecrites && nom === 'Val')).join('')
  if (!ecrites) return `<c:dLbls>${quoi}</c:dLbls>`
  const format = texteXml(FORMATS_AXE[graphique.axe.format])
  return `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${xmlTextes(900, TEXTE)}${quoi}</c:dLbls>`
}

const AXES = '<c:axId val="504170001"/><c:axId val="504170002"/>'

function xmlBarres(place: GraphiquePlace): string {
  const { couche, genre } = place.graphique
  const empilees = genre === 'barres-empilees'
  const details = `<c:invertIfNegative val="0"/>${xmlEtiquettes(place)}`
  const series = place.series.map((suite, rang) =>
    xmlSerie(place, suite, { rang, apparence: fondSerie(rang), details, suite: '' }),
  )
  const groupe = `<c:barDir val="${couche === true ? 'bar' : 'col'}"/><c:grouping val="${empilees ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`
  return `<c:barChart>${groupe}${series.join('')}<c:gapWidth val="60"/><c:overlap val="${empilees ? '100' : '-10'}"/>${AXES}</c:barChart>`
}

function xmlLignes(place: GraphiquePlace): string {
  const tracees = place.graphique.genre === 'lignes' ? place.series : []
  const series = tracees.map((suite, rang) => {
    const couleur = COULEURS_SERIES[rang] ?? COULEURS_SERIES[0]
    const details = `<c:marker><c:symbol val="${MARQUES[rang] ?? 'circle'}"/><c:size val="6"/><c:spPr>${plein(couleur)}${trait(couleur, 9525)}</c:spPr></c:marker>`
    const apparence = trait(couleur, 25_400, TIRETS[rang])
    return xmlSerie(place, suite, { rang, apparence, details, suite: '<c:smooth val="0"/>' })
  })
  if (place.repere !== undefined)
    series.push(
      xmlSerie(place, place.repere, {
        rang: place.series.length,
        apparence: trait(COULEUR_REPERE, 22_225, 'dash'),
        details: '<c:marker><c:symbol val="none"/></c:marker>',
        suite: '<c:smooth val="0"/>',
      }),
    )
  if (series.length === 0) return ''
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`
}

function xmlAxe(nom: 'catAx' | 'valAx', id: number, croise: number, corps: string, fin: string): string {
  // Names stay at the foot of bars that go below zero.
  const traits = `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${nom === 'catAx' ? 'low' : 'nextTo'}"/>`
  const ligne =
    nom === 'catAx' ? `<c:spPr>${trait(TEXTE_2, 9525)}</c:spPr>` : '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
  return `<c:${nom}><c:axId val="${String(id)}"/>${corps}${traits}${ligne}${xmlTextes(900, TEXTE_2)}<c:crossAx val="${String(croise)}"/>${fin}</c:${nom}>`
}

function xmlAxes({ graphique: { axe, couche } }: GraphiquePlace): string {
  const sens = (ordre: string): string => `<c:scaling><c:orientation val="${ordre}"/></c:scaling><c:delete val="0"/>`
  const [bas, gauche] = couche === true ? ['l', 'b'] : ['b', 'l']
  const rotation = couche === true ? '' : ' rot="-5400000" vert="horz"'
  // The first row is on top: the axis of the values then crosses at the other end, to stay below.
  const categories = xmlAxe(
    'catAx',
    504_170_001,
    504_170_002,
    `${sens(couche === true ? 'maxMin' : 'minMax')}<c:axPos val="${bas}"/><c:numFmt formatCode="General" sourceLinked="1"/>`,
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>',
  )
  const quadrillage = `<c:majorGridlines><c:spPr>${trait(FILET, 9525)}</c:spPr></c:majorGridlines>`
  const valeurs = xmlAxe(
    'valAx',
    504_170_002,
    504_170_001,
    `${sens('minMax')}<c:axPos val="${gauche}"/>${quadrillage}${xmlTexteRiche(axe.titre, 900, TEXTE_2, false, rotation)}<c:numFmt formatCode="${texteXml(FORMATS_AXE[axe.format])}" sourceLinked="0"/>`,
    `<c:crosses val="${couche === true ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>`,
  )
  return categories + valeurs
}

function xmlLegende({ series, repere }: GraphiquePlace): string {
  if (series.length === 1 && repere === undefined) return ''
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${xmlTextes(900, TEXTE_2)}</c:legend>`
}

/** The part of a chart: references to the cells, and their values as they are now. */
export function xmlGraphique(place: GraphiquePlace, norme: Norme): string {
  const { graphique } = place
  const espaces = `xmlns:c="${norme.dessin}chart" xmlns:a="${norme.dessin}main" xmlns:r="${norme.relations}"`
  const barres = graphique.genre === 'lignes' ? '' : xmlBarres(place)
  const fond = `<c:spPr>${plein('#FFFFFF')}${trait(FILET, 9525)}</c:spPr>`
  return `${ENTETE_XML}<c:chartSpace ${espaces}><c:date1904 val="${place.depuis1904 ? '1' : '0'}"/><c:roundedCorners val="0"/><c:chart>${xmlTexteRiche(graphique.titre, 1200, TEXTE, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${barres}${xmlLignes(place)}${xmlAxes(place)}</c:plotArea>${xmlLegende(place)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${fond}${xmlTextes(900, TEXTE)}</c:chartSpace>`
}
