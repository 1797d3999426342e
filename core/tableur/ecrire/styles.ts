import type { FormatColonne } from '../../socle/table.ts'
import { ENTETE_XML } from '../ooxml/norme.ts'
import { enfant, enfantsDe, type ElementXml, lireXml } from '../xml/arbre.ts'
import { ajouterEnfants, type Retouche, retoucher } from '../xml/retouches.ts'
import { texteXml } from '../xml/texte-xml.ts'

/** How a cell of ours looks: the formats of columns, and the parts of the heading. */
export type Role =
  FormatColonne | 'general' | 'texteLong' | 'titre' | 'etiquette' | 'valeur' | 'entete' | 'enteteNombre'

/** For each role, its place in the list of formats of the workbook (attribute `s` of a cell). */
export type Styles = Readonly<Record<Role, number>>

interface Apparence {
  /** Number of a built-in format, or a format code. */
  readonly nombre: number | string
  readonly police?: string
  readonly fond?: string
  readonly alignement: string
}

const HAUT = 'vertical="top"'
const HAUT_REPLIE = 'vertical="top" wrapText="1"'
/** Text stands off the number that ends the cell before it. */
const RETRAIT = 'horizontal="left" indent="1"'
const ENTETE = {
  police: '<b/><sz val="10"/><color rgb="FFFFFFFF"/>',
  fond: '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/><bgColor indexed="64"/></patternFill></fill>',
}

/**
 * `points` and `general` are Excel's General (0): « 0.## » shows a whole number with a lonely decimal mark (« 12, »).
 * 49 is text, 3 and 4 numbers with thousands. A thin no-break space stands before € and %.
 */
const APPARENCES: Readonly<Record<Role, Apparence>> = {
  texte: { nombre: 49, alignement: `${RETRAIT} ${HAUT}` },
  texteLong: { nombre: 49, alignement: `${RETRAIT} ${HAUT_REPLIE}` },
  general: { nombre: 0, alignement: HAUT },
  entier: { nombre: 3, alignement: HAUT },
  nombre: { nombre: 4, alignement: HAUT },
  points: { nombre: 0, alignement: HAUT },
  euros: { nombre: '#,##0.00"\u202f€"', alignement: HAUT },
  taux: { nombre: '0.0"\u202f"%', alignement: HAUT },
  date: { nombre: 'dd/mm/yyyy', alignement: HAUT },
  titre: { nombre: 49, police: '<b/><sz val="14"/>', alignement: 'vertical="center"' },
  etiquette: { nombre: 49, police: '<b/><sz val="9"/><color rgb="FF404040"/>', alignement: HAUT },
  valeur: { nombre: 49, police: '<sz val="9"/>', alignement: `horizontal="left" ${HAUT_REPLIE}` },
  entete: { nombre: 49, ...ENTETE, alignement: `${RETRAIT} vertical="center" wrapText="1"` },
  enteteNombre: { nombre: 49, ...ENTETE, alignement: 'horizontal="center" vertical="center" wrapText="1"' },
}

/** The lists of a style part, in the order that the norm wants, with what each must hold at least. */
const LISTES: readonly (readonly [nom: string, minimum: string])[] = [
  ['numFmts', ''],
  ['fonts', '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  ['fills', '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'],
  ['borders', '<border><left/><right/><top/><bottom/><diagonal/></border>'],
  ['cellStyleXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  ['cellXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
]
const SUITE = ['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']

const prefixer = (xml: string, prefixe: string): string => xml.replace(/<(\/?)/g, `<$1${prefixe}`)

/** The style part with each of its lists present. */
function completer(texte: string): string {
  const racine = lireXml(texte)
  const xml = ([nom, minimum]: readonly [string, string]): string =>
    prefixer(`<${nom}>${minimum}</${nom}>`, racine.prefixe)
  if (racine.enfants.length === 0) return retoucher(texte, [ajouterEnfants(texte, racine, LISTES.map(xml).join(''))])
  const ordre = [...LISTES.map(([nom]) => nom), ...SUITE]
  const retouches = LISTES.filter(([nom]) => enfant(racine, nom) === undefined).map((liste): Retouche => {
    const suivant = racine.enfants.find((e) => ordre.indexOf(e.nom) > ordre.indexOf(liste[0]))
    const place = suivant?.debut ?? racine.debutFermeture
    return { debut: place, fin: place, par: xml(liste) }
  })
  return retoucher(texte, retouches)
}

/** A list being added to: finds a fragment already there, else appends it. */
interface Liste {
  placer(fragment: string): number
  retouches(): Retouche[]
}

function listeDe(texte: string, racine: ElementXml, nom: string): Liste {
  const element = enfant(racine, nom)
  if (element === undefined) throw new Error(`style list missing: ${nom}`)
  const presents = element.enfants.map(({ debut, fin }) => texte.slice(debut, fin))
  const avant = presents.length
  return {
    placer(fragment) {
      const xml = prefixer(fragment, racine.prefixe)
      const place = presents.indexOf(xml)
      return place >= 0 ? place : presents.push(xml) - 1
    },
    retouches() {
      if (presents.length === avant) return []
      const balise = texte.slice(element.debut, element.finOuverture)
      const ouverte = balise
        .replace(/\s*\/>$/, '>')
        .replace(/\scount\s*=\s*(?:"\d*"|'\d*')/, '')
        .replace(/>$/, ` count="${String(presents.length)}">`)
      const ajout = presents.slice(avant).join('')
      const vide = element.fin === element.finOuverture
      const fermeture = vide ? `</${element.prefixe}${nom}>` : ''
      return [
        { debut: element.debut, fin: element.finOuverture, par: vide ? ouverte + ajout + fermeture : ouverte },
        ...(vide ? [] : [{ debut: element.debutFermeture, fin: element.debutFermeture, par: ajout }]),
      ]
    },
  }
}

/** Gives the number of a format code, adding it to the list when it is new (custom numbers start at 164). */
function numeroteur(racine: ElementXml, formats: Liste): (format: number | string) => number {
  const numeros = new Map<string, number>()
  for (const { attributs } of enfantsDe(enfant(racine, 'numFmts'), 'numFmt'))
    numeros.set(attributs.get('formatCode') ?? '', Number.parseInt(attributs.get('numFmtId') ?? '', 10) || 0)
  return (format) => {
    if (typeof format === 'number') return format
    const numero = numeros.get(format) ?? Math.max(163, ...numeros.values()) + 1
    if (!numeros.has(format)) formats.placer(`<numFmt numFmtId="${String(numero)}" formatCode="${texteXml(format)}"/>`)
    numeros.set(format, numero)
    return numero
  }
}

function nomPolice(racine: ElementXml): string {
  const premiere = enfant(racine, 'fonts')?.enfants[0]
  return enfant(premiere, 'name')?.attributs.get('val') ?? 'Calibri'
}

/**
 * Appends our formats to a style part. What is there keeps its place; a format that is already there is used again.
 */
export function ajouterStyles(origine: string): { texte: string; styles: Styles } {
  const texte = completer(origine)
  const racine = lireXml(texte)
  const [formats, polices, fonds, xfs] = ['numFmts', 'fonts', 'fills', 'cellXfs'].map((nom) =>
    listeDe(texte, racine, nom),
  ) as [Liste, Liste, Liste, Liste]
  const numero = numeroteur(racine, formats)
  const famille = `<name val="${texteXml(nomPolice(racine))}"/><family val="2"/>`
  const placer = ({ nombre, police, fond, alignement }: Apparence): number => {
    const fontId = police === undefined ? 0 : polices.placer(`<font>${police}${famille}</font>`)
    const fillId = fond === undefined ? 0 : fonds.placer(fond)
    const ids = `numFmtId="${String(numero(nombre))}" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="0" xfId="0"`
    const applique = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"'
    return xfs.placer(`<xf ${ids} ${applique}><alignment ${alignement}/></xf>`)
  }
  const styles = Object.fromEntries(Object.entries(APPARENCES).map(([role, a]) => [role, placer(a)])) as Record<
    Role,
    number
  >
  const retouches = [formats, polices, fonds, xfs].flatMap((liste) => liste.retouches())
  return { texte: retoucher(texte, retouches), styles }
}

/** A style part that holds nothing yet. */
export function stylesVides(espace: string): string {
  return `${ENTETE_XML}<styleSheet xmlns="${espace}"></styleSheet>`
}
