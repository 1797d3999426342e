import { celluleTexte } from '../commun/cellule-texte.ts'
import type { Balises } from '../xml/balises.ts'
import { sansEchappement } from '../xml/texte-xml.ts'

/**
 * The text of a shared or inline string: plain, or runs of rich text put end to end; phonetic readings are left out.
 *
 * @param fin name of the element that holds it (`si` or `is`), on whose opening tag `balises` stands
 */
export function lireTexteRiche(balises: Balises, fin: 'si' | 'is'): string {
  let texte = ''
  let phonetique = false
  if (balises.vide) return texte
  while (balises.avancer() && !(balises.fermante && balises.nom === fin)) {
    if (balises.nom === 'rPh') phonetique = !balises.fermante
    else if (balises.nom === 't' && balises.fermante && !phonetique) texte += balises.texte()
  }
  return sansEchappement(texte)
}

/** The shared texts of a workbook, in the order of their numbers. */
export function lireTextesPartages(balises: Balises): (string | null)[] {
  const textes: (string | null)[] = []
  while (balises.avancer()) {
    if (balises.nom === 'si' && !balises.fermante) textes.push(celluleTexte(lireTexteRiche(balises, 'si')))
  }
  return textes
}
