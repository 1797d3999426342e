import type { Cellule } from '../socle/table.ts'
import { estRejet, estVide } from './cellules/lecteur.ts'
import type { Lieux } from './cellules/lieu.ts'
import { lecteurChamp } from './lecteur-champ.ts'
import type { Champ } from './modele.ts'

/** One cell read as a field: its value (text, number, day), nothing when it is empty, or what was expected. */
export type ValeurLue =
  | { readonly etat: 'connue'; readonly valeur: string | number }
  | { readonly etat: 'vide' }
  | { readonly etat: 'illisible'; readonly attendu: string }

/**
 * Reads one cell as a field of a single value, by the rules of tables.
 *
 * @example
 * lireValeur(champ('annee', 'Année', 'entier', '', []), '2 026', territoires)
 * //=> { etat: 'connue', valeur: 2026 }
 */
export function lireValeur(champ: Champ, cellule: Cellule, lieux: Lieux): ValeurLue {
  if (estVide(cellule)) return { etat: 'vide' }
  const lecteur = lecteurChamp(champ, { lieux, champs: [] })
  const lu = lecteur.lire(cellule, undefined)
  if (estRejet(lu)) return { etat: 'illisible', attendu: lu.attendu }
  const [nombre = 0] = lu
  const texte = champ.type === 'texte' || champ.type === 'liste'
  return { etat: 'connue', valeur: texte ? (lecteur.dictionnaire[nombre] ?? '') : nombre }
}
