const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** No control character has a meaning in a picture. */
const ILLISIBLE = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

export function echapper(texte: string): string {
  return texte.replace(/[&<>"]/g, (c) => ENTITES[c] ?? c).replace(ILLISIBLE, ' ')
}

/** Width of a letter, on average, as a part of its size; French texts in a plain face. */
const CHASSE = 0.52

/**
 * A text cut in lines that hold in a width. A picture knows no font: letters are counted.
 *
 * @example couper('un deux trois', 10, 40) //=> ['un deux', 'trois']
 */
export function couper(texte: string, corps: number, largeur: number): readonly string[] {
  const place = Math.max(8, Math.floor(largeur / (corps * CHASSE)))
  const lignes: string[] = []
  let ligne = ''
  // A no-break space holds its words together.
  for (const mot of texte.split(/[ \t\n]+/).filter((m) => m !== '')) {
    const allongee = ligne === '' ? mot : `${ligne} ${mot}`
    if (ligne !== '' && allongee.length > place) {
      lignes.push(ligne)
      ligne = mot
    } else ligne = allongee
  }
  return ligne === '' ? lignes : [...lignes, ligne]
}

export interface Paragraphe {
  readonly texte: string
  readonly corps: number
  readonly couleur: string
  readonly gras?: boolean
}

/** Paragraphs one under another from `y` on, and where they end. */
export function paragraphes(
  textes: readonly Paragraphe[],
  { x, y, largeur }: { readonly x: number; readonly y: number; readonly largeur: number },
): { readonly svg: string; readonly bas: number } {
  let bas = y
  const svg = textes.map(({ texte, corps, couleur, gras = false }) => {
    const lignes = couper(texte, corps, largeur).map((ligne) => {
      bas += corps * 1.3
      return `<tspan x="${String(x)}" y="${bas.toFixed(1)}">${echapper(ligne)}</tspan>`
    })
    bas += corps * 0.35
    return `<text font-size="${String(corps)}" fill="#${couleur}"${gras ? ' font-weight="600"' : ''}>${lignes.join('')}</text>`
  })
  return { svg: svg.join('\n'), bas }
}
