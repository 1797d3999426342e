import type { Rejet } from './lecteur.ts'
import type { PorteeRecherche } from './liste.ts'

/** Reads one value; several segments together can only be a label, since no code holds a separator. */
export type LireValeur = (texte: string, portee: PorteeRecherche) => number | Rejet

/** No label holds more commas than this: a bound on the work that a hostile cell can ask for. */
const SEGMENTS_PAR_VALEUR = 8
/** What a cell of Excel can hold. */
const CARACTERES_PAR_CELLULE = 32_767
const AUCUN = /^\s*aucun\s*$/i

/**
 * Reads several values in one cell, separated by `,`, `;` or a line break. Labels hold commas: the whole cell is tried
 * first, then from the left the longest run of segments that is a value. `aucun` is the known empty list. One bad value
 * makes the whole cell unreadable.
 */
export function lireListeMultiple(texte: string, lireValeur: LireValeur): readonly number[] | Rejet {
  if (AUCUN.test(texte)) return []
  if (texte.length > CARACTERES_PAR_CELLULE) {
    return {
      code: 'valeur-illisible',
      attendu: `au plus ${String(CARACTERES_PAR_CELLULE)} caractères, comme dans Excel`,
    }
  }
  const segments = texte.split(/[,;\r\n]+/).filter((segment) => segment.trim() !== '')
  const entier = lireValeur(texte, segments.length > 1 ? 'libelles' : 'codes-et-libelles')
  return typeof entier === 'number' ? [entier] : lireSegments(segments, lireValeur, entier)
}

function lireSegments(segments: readonly string[], lireValeur: LireValeur, rejet: Rejet): readonly number[] | Rejet {
  const valeurs: number[] = []
  let debut = 0
  while (debut < segments.length) {
    const trouve = plusLongueSuite(segments, debut, lireValeur)
    if (trouve === undefined) return rejet
    if (!valeurs.includes(trouve.valeur)) valeurs.push(trouve.valeur)
    debut = trouve.fin
  }
  return valeurs.length === 0 ? rejet : valeurs
}

function plusLongueSuite(
  segments: readonly string[],
  debut: number,
  lireValeur: LireValeur,
): { readonly valeur: number; readonly fin: number } | undefined {
  for (let fin = Math.min(segments.length, debut + SEGMENTS_PAR_VALEUR); fin > debut; fin--) {
    const valeur = lireValeur(
      segments.slice(debut, fin).join(',').trim(),
      fin - debut > 1 ? 'libelles' : 'codes-et-libelles',
    )
    if (typeof valeur === 'number') return { valeur, fin }
  }
  return undefined
}
