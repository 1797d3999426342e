import { cleTexte } from '../socle/texte.ts'

/** The key under which names of landlords and holders are the same; a name without letter nor digit is its own key. */
export function cleNom(nom: string): string {
  const cle = cleTexte(nom)
  return cle === '' ? nom : cle
}
