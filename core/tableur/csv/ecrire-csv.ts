import { strToU8 } from 'fflate'
import { isoJour } from '../../socle/jour.ts'
import type { FeuilleEcrite, ValeurEcrite } from '../../socle/table.ts'
import { assembler } from '../commun/octets.ts'
import { titresUniques } from '../commun/titres-uniques.ts'

/** What makes spreadsheets take a text for a formula, also after spaces or line breaks. */
const COMME_UNE_FORMULE = /^[\s\p{Cc}\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20]/u
const NEGATIF = /^-\d+(?:[.,]\d+)?$/

/**
 * A text that no spreadsheet computes: one that begins as a formula gets an apostrophe before it.
 * A negative number stays as it is.
 *
 * @example neutraliser('=1+1') //=> "'=1+1"
 * @example neutraliser('-12,5') //=> '-12,5'
 */
export function neutraliser(texte: string): string {
  const debute = COMME_UNE_FORMULE.test(texte) || /^[\t\r]/.test(texte)
  return debute && !NEGATIF.test(texte) ? `'${texte}` : texte
}

function champ(texte: string): string {
  const sur = neutraliser(texte)
  return /[";\r\n]|^\s|\s$/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur
}

/** Digits and a comma, never in scientific notation, which French readers mistake. */
function nombre(valeur: number): string {
  if (!Number.isFinite(valeur)) throw new Error(`not a number: ${String(valeur)}`)
  const courte = String(valeur)
  if (!courte.includes('e')) return courte.replace('.', ',')
  if (Number.isInteger(valeur)) return BigInt(valeur).toString()
  return valeur
    .toFixed(20)
    .replace(/\.?0+$/, '')
    .replace('.', ',')
}

function cellule(valeur: ValeurEcrite): string {
  if (valeur === null) return ''
  if (typeof valeur === 'string') return champ(valeur)
  if (typeof valeur === 'number') return nombre(valeur)
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return isoJour(valeur.jour)
}

/** How many characters are gathered before they become bytes. */
const PALIER = 256 * 1024

/**
 * A sheet as a text file that French Excel opens with a double click: UTF-8 with its mark, `;`, lines ended by CR LF,
 * decimal comma, ISO days, oui/non. Headers first: the provenance would break the programs that read the file.
 *
 * @throws Error for a number that is not finite
 * @example
 * const notes = feuilleDe('Notes', '', [], [colonneDe('Total', 'points', 9, (total: number) => total)], [12.5])
 * new TextDecoder('utf-8', { ignoreBOM: true }).decode(ecrireCsv(notes)) //=> '\ufeffTotal\r\n12,5\r\n'
 */
export function ecrireCsv(feuille: FeuilleEcrite): Uint8Array {
  const morceaux: Uint8Array[] = []
  let attente = `\ufeff${titresUniques(feuille.colonnes.map(({ titre }) => titre))
    .map(champ)
    .join(';')}\r\n`
  for (let i = 0; i < feuille.nombreLignes; i++) {
    const valeurs = feuille.ligne(i)
    attente += `${feuille.colonnes.map((_, c) => cellule(valeurs[c] ?? null)).join(';')}\r\n`
    if (attente.length < PALIER) continue
    morceaux.push(strToU8(attente))
    attente = ''
  }
  return assembler([...morceaux, strToU8(attente)])
}
