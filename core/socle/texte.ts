/**
 * The key under which headers, labels, codes and names are compared: accents removed, lower case, only letters and
 * digits kept.
 *
 * Joined letters count as two: Unicode does not part them, and most registers write them apart.
 *
 * @example cleTexte('N° unique') //=> 'nunique'
 * @example cleTexte('Marcq-en-Barœul') === cleTexte('MARCQ EN BAROEUL') //=> true
 * @example cleTexte('Numéro unique') === cleTexte('numero_unique') //=> true
 */
export function cleTexte(texte: string): string {
  return texte
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]/g, '')
}

/**
 * The text as a person reads it: every kind of white space folded into one space, ends trimmed.
 *
 * @example texteLisible('  CA du\u00a0Pays\nde Laon ') //=> 'CA du Pays de Laon'
 */
export function texteLisible(texte: string): string {
  return texte.replace(/\s+/gu, ' ').trim()
}

/**
 * Order of two strings by UTF-16 code units: the same on every machine, unlike `localeCompare`.
 *
 * @example ['b', 'é', 'a', 'Z'].sort(comparerCodes) //=> ['Z', 'a', 'b', 'é']
 */
export function comparerCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
