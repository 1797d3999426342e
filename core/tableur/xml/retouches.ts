import type { ElementXml } from './arbre.ts'

/** Replaces the text from `debut` to `fin` (equal: inserts). */
export interface Retouche {
  readonly debut: number
  readonly fin: number
  readonly par: string
}

/** The text with its edits, which must not overlap; edits at one place keep their order. */
export function retoucher(texte: string, retouches: readonly Retouche[]): string {
  let sortie = ''
  let position = 0
  for (const { debut, fin, par } of retouches.toSorted((a, b) => a.debut - b.debut)) {
    if (debut < position) throw new Error(`overlapping edits at ${String(debut)}`)
    sortie += texte.slice(position, debut) + par
    position = fin
  }
  return sortie + texte.slice(position)
}

/** Adds children at the end of an element, opening it when it was written empty. */
export function ajouterEnfants(texte: string, element: ElementXml, enfants: string): Retouche {
  if (element.fin > element.finOuverture)
    return { debut: element.debutFermeture, fin: element.debutFermeture, par: enfants }
  const barre = texte.lastIndexOf('/', element.fin)
  return { debut: barre, fin: element.fin, par: `>${enfants}</${element.prefixe}${element.nom}>` }
}
