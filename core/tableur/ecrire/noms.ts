const LONGUEUR_FEUILLE = 31
/** Excel keeps this name, in English and in French, for its list of changes. */
const RESERVES: ReadonlySet<string> = new Set(['history', 'historique'])

/**
 * A name that Excel accepts for a sheet: at most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at an end.
 *
 * @example nomFeuilleValide("Cotation [mars/avril]") //=> 'Cotation mars avril'
 */
export function nomFeuilleValide(nom: string): string {
  const propre = nom
    .replace(/[:\\/?*[\]\p{Cc}]/gu, ' ')
    .replace(/ +/g, ' ')
    .slice(0, LONGUEUR_FEUILLE)
    .replace(/^['\s]+|['\s]+$/g, '')
  if (propre === '') return 'Feuille'
  return RESERVES.has(propre.toLowerCase()) ? `${propre} 1` : propre
}

/**
 * The n-th name tried for a sheet: the name itself, then with (2), (3)… within the length that Excel allows.
 *
 * @example variante('Cotation', 2) //=> 'Cotation (2)'
 */
export function variante(nom: string, n: number): string {
  if (n === 1) return nom
  const suffixe = ` (${String(n)})`
  return nom.slice(0, LONGUEUR_FEUILLE - suffixe.length).trimEnd() + suffixe
}

/** The name of a sheet inside a reference. @example nomCite("Cotation d'été") //=> "'Cotation d''été'" */
export function nomCite(nom: string): string {
  return `'${nom.replaceAll("'", "''")}'`
}

/** A name that reads as a cell in A1, R1C1 or its French form L1C1 is refused by Excel. */
const COMME_UNE_CELLULE = /^(?:[a-z]{1,3}\d+|[rlc]\d*|[rl]\d*c\d*)$/i

/**
 * A name that Excel accepts for a table and that none of `pris` (lower case) uses: letters, digits, `_` and `.` only.
 *
 * @example nomTableau('Écarts (2)', new Set(['écarts_2'])) //=> 'Écarts_2_2'
 */
export function nomTableau(nom: string, pris: ReadonlySet<string>): string {
  const propre = nom
    .replace(/[^\p{L}\p{N}_.]+/gu, '_')
    .replace(/_+$/, '')
    .slice(0, 200)
  const base = /^[\p{L}_]/u.test(propre) && !COMME_UNE_CELLULE.test(propre) ? propre : `T_${propre}`
  let candidat = base
  for (let n = 2; pris.has(candidat.toLowerCase()); n++) candidat = `${base}_${String(n)}`
  return candidat
}

export { lettresColonne as lettres } from '../../socle/lettres-colonne.ts'
