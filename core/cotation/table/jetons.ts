import { cleTexte } from '../../socle/texte.ts'
import { MOTS_RESERVES } from './valeurs.ts'

/** A piece of a formula and where it stands. */
export interface Jeton {
  readonly genre: 'mot' | 'cite' | 'comparateur' | '(' | ')' | ';'
  readonly texte: string
  readonly debut: number
  readonly fin: number
}

const MOTIF =
  /(?<blanc>\s+)|(?<cite>"(?:[^"]|"")*"|«[^»]*»|“[^”]*”)|(?<comparateur><=|>=|<>|!=|[<>=≤≥≠])|(?<signe>[();])|(?<mot>(?:(?!!=)[^\s()";«»“”<>=≤≥≠])+)/uy

/** A bracket that touches a word belongs to it, unless the word is one of the language: « Marié(e) », but « non(… ». */
const ACCOLEE = /\([^\s();]*\)(?:(?!!=)[^\s()";«»“”<>=≤≥≠])*/uy

function finDuMot(texte: string, mot: string, fin: number): number {
  if (MOTS_RESERVES.has(cleTexte(mot))) return fin
  let place = fin
  for (;;) {
    ACCOLEE.lastIndex = place
    const suite = ACCOLEE.exec(texte)
    if (suite === null) return place
    place += suite[0].length
  }
}

/**
 * Cuts a formula into words, quoted texts, comparators and signs.
 *
 * @returns the pieces, or the place of what cannot be read (a quote that is not closed)
 */
export function jetons(texte: string): readonly Jeton[] | number {
  const trouves: Jeton[] = []
  let debut = 0
  while (debut < texte.length) {
    MOTIF.lastIndex = debut
    const groupes = MOTIF.exec(texte)
    if (groupes === null) return debut
    const { blanc, cite, comparateur, signe, mot } = groupes.groups ?? {}
    const fin = mot === undefined ? debut + groupes[0].length : finDuMot(texte, mot, debut + mot.length)
    const contenu = texte.slice(debut, fin)
    if (cite !== undefined) trouves.push({ genre: 'cite', texte: contenu, debut, fin })
    else if (comparateur !== undefined) trouves.push({ genre: 'comparateur', texte: contenu, debut, fin })
    else if (signe !== undefined) trouves.push({ genre: signe as '(' | ')' | ';', texte: contenu, debut, fin })
    else if (blanc === undefined) trouves.push({ genre: 'mot', texte: contenu, debut, fin })
    debut = fin
  }
  return trouves
}
