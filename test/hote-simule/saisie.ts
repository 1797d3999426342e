import type { Stockee } from './stockage.ts'

/** What a cell becomes when something is written in it: a value, or a formula. */
export type Saisie = { readonly valeur: Stockee } | { readonly formule: string }

const ERREURS = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'])

function texteSaisi(texte: string): Saisie {
  if (texte === '') return { valeur: null }
  if (texte.startsWith("'")) return { valeur: texte.slice(1) }
  if (/^[=+-]/.test(texte) && !/^[+-]?\d+([.]\d+)?$/.test(texte)) return { formule: texte }
  if (ERREURS.has(texte)) return { valeur: { erreur: texte } }
  if (/^[+-]?\d+([.]\d+)?([eE][+-]?\d+)?$/.test(texte)) return { valeur: Number(texte) }
  if (/^(true|false)$/i.test(texte)) return { valeur: /^true$/i.test(texte) }
  return { valeur: texte }
}

/**
 * Excel reads what is written as if it were typed: `=`, `+`, `-` make a formula, digits a number (leading zeros are
 * lost), an apostrophe makes a text; a cell formatted as text (`@`) keeps digits and signs as they are.
 */
export function saisir(valeur: unknown, format: string): Saisie {
  if (typeof valeur === 'number' || typeof valeur === 'boolean') return { valeur }
  if (typeof valeur !== 'string') throw new TypeError(`a cell cannot hold ${typeof valeur}`)
  if (format !== '@') return texteSaisi(valeur)
  return { valeur: valeur === '' ? null : valeur.startsWith("'") ? valeur.slice(1) : valeur }
}
