/** What a text cell holds: nothing when only white space is written. */
export function celluleTexte(texte: string): string | null {
  return /\S/u.test(texte) ? texte : null
}
