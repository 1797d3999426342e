import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Day of the clock of zip archives, which cannot say that they have none. */
const SANS_HEURE = '1980-01-01T12:00:00'

/** Parts of the package that hold a day and an hour taken from the clock. */
const HORODATES = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g

/**
 * A chart as the schema wants it: a value that is missing is not written, a line does not say what it does when
 * negative, says how its series stand, and names its marker before its labels.
 */
function assainirGraphique(xml: string): string {
  return xml
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replace(/<c:lineChart>[\s\S]*?<\/c:lineChart>/g, (lignes) =>
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
