const A_TRAITER = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u
const TRAITEMENT = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu
const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  _: '_x005F_',
  '\t': '\t',
  '\n': '\n',
}

const hexa = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`

function traiter(caractere: string): string {
  const entite = ENTITES[caractere]
  if (entite !== undefined) return entite
  const code = caractere.charCodeAt(0)
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return code < 0x20 || code > 0xff ? hexa(code) : caractere
}

/**
 * Text as spreadsheets store it (`ST_Xstring`), in an element or between double quotes: XML marks escaped, characters
 * that XML 1.0 refuses written `_xHHHH_`, and a text that already looks so protected.
 *
 * @example texteXml('a < b\u0001') //=> 'a &lt; b_x0001_'
 */
export function texteXml(texte: string): string {
  return A_TRAITER.test(texte) ? texte.replace(TRAITEMENT, traiter) : texte
}

const INTERDITS = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/**
 * Text outside the cells (titles of charts, descriptions), where `_xHHHH_` means nothing: what XML refuses is a space.
 *
 * @example texteSimpleXml('a < b\u0001') //=> 'a &lt; b '
 */
export function texteSimpleXml(texte: string): string {
  return texte.replace(INTERDITS, ' ').replace(/[&<>"]/g, (signe) => ENTITES[signe] ?? signe)
}

const NOMMEES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function resoudre(entite: string, nom: string): string {
  if (!nom.startsWith('#')) return NOMMEES.get(nom) ?? entite
  const code = /^#x/iu.test(nom) ? Number.parseInt(nom.slice(2), 16) : Number(nom.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : entite
}

/**
 * The text that XML entities stand for; one that stands for nothing is left.
 *
 * @example texteDeXml('R&amp;D &#233;t&#xe9;') //=> 'R&D été'
 */
export function texteDeXml(xml: string): string {
  return xml.includes('&') ? xml.replace(/&(#x[0-9a-f]+|#\d+|\w+);/giu, resoudre) : xml
}

/** Undoes `_xHHHH_`, as spreadsheets do in cells and names. @example sansEchappement('a_x0041_') //=> 'aA' */
export function sansEchappement(texte: string): string {
  return texte.includes('_x')
    ? texte.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : texte
}
