import type { Cellule } from '../../socle/table.ts'
import type { Rejet } from './lecteur.ts'
import { texteCellule } from './lecteur.ts'

const NOTATION_SCIENTIFIQUE = /^\d+(?:[.,]\d+)?\s?E\s?\+?\d+$/i
/** Excel keeps fifteen digits of a number: beyond, the last ones are zeros that nobody wrote. */
const PREMIER_NOMBRE_ABIME = 1e15

const ABIME: Rejet = {
  code: 'numero-abime',
  attendu:
    'le numéro complet, en texte. Réimportez la colonne : Données > À partir d’un fichier texte/CSV, type « Texte » pour cette colonne',
}

/** The unique number as text, or the fault when Excel has destroyed it by taking it for a number. */
export function lireNumeroUnique(cellule: Cellule): string | Rejet {
  if (typeof cellule === 'number' && Math.abs(cellule) >= PREMIER_NOMBRE_ABIME) return ABIME
  const texte = texteCellule(cellule)
  return NOTATION_SCIENTIFIQUE.test(texte) ? ABIME : texte
}
