import type { ValeurListe } from '../../listes/valeur-liste.ts'
import { cleTexte } from '../../socle/texte.ts'

/**
 * Finds the index of a value of a closed list by its code, its label or a synonym, in this order; a code that lost its
 * leading zero is found too.
 *
 * @example chercheur(LISTES.motif)('1') //=> 0
 */
export function chercheur(valeurs: readonly ValeurListe[]): (texte: string) => number | undefined {
  const index = new Map<string, number>()
  const ajouter = (texte: string, i: number): void => {
    const cle = cleTexte(texte)
    if (cle !== '' && !index.has(cle)) index.set(cle, i)
  }
  valeurs.forEach(({ code }, i) => {
    ajouter(code, i)
  })
  valeurs.forEach(({ code }, i) => {
    if (/^0\d+$/.test(code)) ajouter(code.replace(/^0+/, ''), i)
  })
  valeurs.forEach(({ libelle }, i) => {
    ajouter(libelle, i)
  })
  valeurs.forEach(({ synonymes }, i) => {
    synonymes.forEach((synonyme) => {
      ajouter(synonyme, i)
    })
  })
  return (texte) => index.get(cleTexte(texte))
}

/** « A (Chambre), T1 (T1)… »: what a list allows, cut after a few. */
export function enumerer(valeurs: readonly ValeurListe[]): string {
  const exemples = valeurs.slice(0, 6).map(({ code, libelle }) => (code === libelle ? code : `${code} (${libelle})`))
  return `${exemples.join(', ')}${valeurs.length > exemples.length ? `… (${String(valeurs.length)} valeurs)` : ''}`
}
