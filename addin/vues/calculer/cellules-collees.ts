/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between columns, a row a line, quotes around what holds one.
 *
 * @example cellulesCollees('a\tb\n1\t"x ""y"""') //=> [['a', 'b'], ['1', 'x "y"']]
 */
export function cellulesCollees(texte: string): readonly (readonly string[])[] {
  const lignes: string[][] = []
  let ligne: string[] = []
  const jeton = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|$)/g
  for (const [, cite, nu = '', fin] of texte.replace(/(?:\r?\n)+$/, '').matchAll(jeton)) {
    ligne.push(cite === undefined ? nu : cite.replaceAll('""', '"'))
    if (fin === '\t') continue
    lignes.push(ligne)
    ligne = []
    if (fin === '') break
  }
  const vide = lignes.length === 1 && lignes[0]?.length === 1 && lignes[0][0] === ''
  const largeur = Math.max(0, ...lignes.map((l) => l.length))
  return vide ? [] : lignes.map((l) => Array.from({ length: largeur }, (_, c) => l[c] ?? ''))
}
