import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { COULEURS } from '../../exports/couleurs.ts'
import { BORNES } from './traces.ts'

/** Day of the clock of zip archives, which cannot say that they have none. */
const SANS_HEURE = '1980-01-01T12:00:00'

/** Parts of the package that hold a day and an hour taken from the clock. */
const HORODATES = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g

const SERIE = /<c:ser>[\s\S]*?<\/c:ser>/g

function nomDe(serie: string): string {
  return /<c:tx>[\s\S]*?<c:v>([^<]*)<\/c:v>/.exec(serie)?.[1] ?? ''
}

function valeursDe(serie: string): ReadonlyMap<number, number> {
  const bloc = /<c:val>[\s\S]*<\/c:val>/.exec(serie)?.[0] ?? ''
  return new Map(
    [...bloc.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]+)<\/c:v>/g)].map(([, i, v]) => [Number(i), Number(v)] as const),
  )
}

/** One side of the whiskers: from each value to its bound. */
function cote(
  nom: 'plus' | 'minus',
  valeurs: ReadonlyMap<number, number>,
  bornes: ReadonlyMap<number, number>,
): string {
  const longueurs = [...valeurs].flatMap(([i, v]) => {
    const borne = bornes.get(i)
    return borne === undefined ? [] : [[i, Math.abs(borne - v)] as const]
  })
  const points = longueurs.map(([i, n]) => `<c:pt idx="${String(i)}"><c:v>${String(n)}</c:v></c:pt>`)
  const compte = Math.max(0, ...longueurs.map(([i]) => i + 1))
  return `<c:${nom}><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${String(compte)}"/>${points.join('')}</c:numLit></c:${nom}>`
}

function moustaches(valeurs: ReadonlyMap<number, number>, bas: string, haut: string): string {
  const cotes = cote('plus', valeurs, valeursDe(haut)) + cote('minus', valeurs, valeursDe(bas))
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>${cotes}<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="${COULEURS.encre}"/></a:solidFill></a:ln></c:spPr></c:errBars>`
}

/** Bounds of lying bars, which the library knows only as series: they stay in the sheet, and are drawn as whiskers. */
function poserMoustaches(barres: string): string {
  const series = barres.match(SERIE) ?? []
  const [bas, haut] = [BORNES.bas, BORNES.haut].map((nom) => series.find((serie) => nomDe(serie) === nom))
  if (bas === undefined || haut === undefined) return barres
  const connues = valeursDe(bas)
  // Whiskers start at the end of a bar: its figure stands at its foot, which the library does not know.
  return barres.replaceAll('<c:dLblPos val="inEnd"/>', '<c:dLblPos val="inBase"/>').replace(SERIE, (serie) => {
    if (Object.values(BORNES).some((nom) => nom === nomDe(serie))) return ''
    const valeurs = new Map([...valeursDe(serie)].filter(([i]) => connues.has(i)))
    if (valeurs.size === 0) return serie
    return serie.replace('<c:cat>', `${moustaches(valeurs, bas, haut)}<c:cat>`)
  })
}

/** Figures written at the foot of a bar are in paper on the dark ones. */
function ecrireEnClair(barres: string): string {
  if (!barres.includes('<c:dLblPos val="inBase"/>')) return barres
  const sombres = [COULEURS['donnee-1'], COULEURS.seuil, COULEURS['encre-2']]
  return barres.replace(SERIE, (serie) => {
    const teinte = /<c:spPr><a:solidFill><a:srgbClr val="(\w+)"/
      .exec(serie.replace(/\s+(?=<)/g, ''))?.[1]
      ?.toLowerCase()
    if (!sombres.some((sombre) => sombre === teinte)) return serie
    return serie.replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, (textes) =>
      textes.replace(/(<a:solidFill><a:srgbClr val=")\w+"/, `$1${COULEURS.surface}"`),
    )
  })
}

/** One entry of the key for both bounds, under the name that says what they are. */
function alleger(xml: string): string {
  const rang = (xml.match(SERIE) ?? []).findIndex((serie) => nomDe(serie) === BORNES.bas)
  const nomme = xml.replaceAll(BORNES.haut, BORNES.haut.replace(' (haut)', ''))
  if (rang < 0) return xml
  return nomme.replace(
    /(<c:legendPos [^>]*>)/,
    `$1<c:legendEntry><c:idx val="${String(rang)}"/><c:delete val="1"/></c:legendEntry>`,
  )
}

/**
 * A chart as the schema wants it: a value that is missing is not written, a line does not say what it does when
 * negative, says how its series stand, and names its marker before its labels.
 */
function assainirGraphique(xml: string): string {
  const plein = xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
  const barres = plein.replace(/<c:barChart>[\s\S]*?<\/c:barChart>/g, (b) => ecrireEnClair(poserMoustaches(b)))
  return alleger(barres).replace(/<c:lineChart>[\s\S]*?<\/c:lineChart>/g, (lignes) =>
    lignes
      .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
      .replace(/\s*<c:invertIfNegative val="0"\/>/g, '')
      .replace(/(<c:dLbls>(?:(?!<\/c:ser>)[\s\S])*?<\/c:dLbls>)(<c:marker>[\s\S]*?<\/c:marker>)/g, '$2$1'),
  )
}

/** The sheet behind a chart, without the empty values that are no numbers. */
function assainirClasseur(octets: Uint8Array): Uint8Array {
  const parties = unzipSync(octets)
  for (const [nom, contenu] of Object.entries(parties)) {
    if (nom.startsWith('xl/worksheets/')) {
      parties[nom] = strToU8(strFromU8(contenu).replace(/<c [^>]*><v><\/v><\/c>/g, ''))
    } else if (nom === 'docProps/core.xml') parties[nom] = strToU8(strFromU8(contenu).replace(HORODATES, ''))
  }
  return zipSync(parties, { mtime: SANS_HEURE })
}

function assainirPartie(nom: string, contenu: Uint8Array): Uint8Array {
  if (/^ppt\/charts\/chart\d+\.xml$/.test(nom)) return strToU8(assainirGraphique(strFromU8(contenu)))
  if (nom.startsWith('ppt/embeddings/') && nom.endsWith('.xlsx')) return assainirClasseur(contenu)
  return nom === 'docProps/core.xml' ? strToU8(strFromU8(contenu).replace(HORODATES, '')) : contenu
}

/** A presentation as the library writes it, put right where it strays from the format, and without clock. */
export function assainir(presentation: Uint8Array): Uint8Array {
  const parties = Object.entries(unzipSync(presentation)).map(([nom, contenu]) => [nom, assainirPartie(nom, contenu)])
  return zipSync(Object.fromEntries(parties) as Record<string, Uint8Array>, { mtime: SANS_HEURE, level: 6 })
}
