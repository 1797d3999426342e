/**
 * The headers of a table: one line each, none empty, all different whatever the case, at most 255 characters.
 *
 * @example titresUniques(['Rang', 'rang', '']) //=> ['Rang', 'rang (2)', 'Colonne 3']
 */
export function titresUniques(titres: readonly string[]): string[] {
  const pris = new Set<string>()
  return titres.map((titre, i) => {
    const propre =
      titre
        .replace(/[\p{Cc} ]+/gu, ' ')
        .trim()
        .slice(0, 245) || `Colonne ${String(i + 1)}`
    let candidat = propre
    for (let n = 2; pris.has(candidat.toLowerCase()); n++) candidat = `${propre} (${String(n)})`
    pris.add(candidat.toLowerCase())
    return candidat
  })
}
