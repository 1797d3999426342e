import type { ValeurListe } from '../../listes/valeur-liste.ts'
import { cleTexte } from '../../socle/texte.ts'

/** How a text is looked for: as a code too, or among labels and synonyms only. */
export type PorteeRecherche = 'codes-et-libelles' | 'libelles'

/** « 1,2 » and « 1-2 » must never become the code 12: the digits of a code stand together. */
const CHIFFRES_SEPARES = /\d[^\p{L}\d]+\d/u

/**
 * Finds the index of a value of a closed list by its code, its label or a synonym, in this order; a code that lost its
 * leading zero is found too.
 *
 * @example chercheur(LISTES.motif)('1') //=> 0
 */
export function chercheur(
  valeurs: readonly ValeurListe[],
): (texte: string, portee?: PorteeRecherche) => number | undefined {
  const codes = new Map<string, number>()
  const libelles = new Map<string, number>()
  const ajouter = (index: Map<string, number>, texte: string, i: number): void => {
    const cle = cleTexte(texte)
    if (cle !== '' && !index.has(cle)) index.set(cle, i)
  }
  valeurs.forEach(({ code, libelle, synonymes }, i) => {
    ajouter(codes, code, i)
    if (/^0\d+$/.test(code)) ajouter(codes, code.replace(/^0+/, ''), i)
    ajouter(libelles, libelle, i)
    for (const synonyme of synonymes) ajouter(libelles, synonyme, i)
  })
  return (texte, portee = 'codes-et-libelles') => {
    const cle = cleTexte(texte)
    const code = portee === 'libelles' || CHIFFRES_SEPARES.test(texte) ? undefined : codes.get(cle)
    return code ?? libelles.get(cle)
  }
}

/** « A (Chambre), T1 (T1)… »: what a list allows, cut after a few. */
export function enumerer(valeurs: readonly ValeurListe[]): string {
  const exemples = valeurs.slice(0, 6).map(({ code, libelle }) => (code === libelle ? code : `${code} (${libelle})`))
  return `${exemples.join(', ')}${valeurs.length > exemples.length ? `… (${String(valeurs.length)} valeurs)` : ''}`
}
