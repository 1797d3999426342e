/**
 * Where a JSON text goes wrong, in French; empty when the engine does not say.
 *
 * @param erreur what `JSON.parse` threw
 * @example fauteJson('{\n"a" 1}', new SyntaxError('… in JSON at position 6')) //=> ' (ligne 2, colonne 5)'
 */
export function fauteJson(texte: string, erreur: unknown): string {
  const position = erreur instanceof Error ? /at position (\d+)/.exec(erreur.message)?.[1] : undefined
  if (position === undefined) return ''
  const lignes = texte.slice(0, Number(position)).split('\n')
  return ` (ligne ${String(lignes.length)}, colonne ${String((lignes.at(-1) ?? '').length + 1)})`
}
