import { FINE } from '../../socle/format.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'

/** A number times a power of ten, on its decimal writing: 28.5 % is 0.285, which a binary product would miss. */
function decaler(ecrit: string, puissance: number): number {
  const [mantisse = '', exposant = '0'] = ecrit.toLowerCase().split('e')
  return Number(`${mantisse}e${String(Number(exposant) + puissance)}`)
}

/** A number times a hundred, digit for digit: nothing is rounded, so that reading back is exact. */
function centuple(ecrit: string): string {
  const [mantisse = '', exposant] = ecrit.split('e')
  if (exposant !== undefined) return `${mantisse}e${String(Number(exposant) + 2)}`
  const [entiers = '', decimales = ''] = mantisse.split('.')
  const chiffres = `${entiers}${decimales.slice(0, 2).padEnd(2, '0')}`.replace(/^(-?)0+(?=\d)/, '$1')
  return decimales.length > 2 ? `${chiffres}.${decimales.slice(2)}` : chiffres
}

function decimalFrancais(ecrit: string): string {
  return ecrit.replace('.', ',').replace(/^-/, '\u2212')
}

/**
 * A number of a grid as an officer types it; ratios are percentages. `lireNombre` gives exactly the same number back.
 *
 * @example ecrireNombre(0.285, 'ratio') //=> '28,5\u202f%'
 * @example ecrireNombre(-12.5, '') //=> '\u221212,5'
 */
export function ecrireNombre(valeur: number, unite = ''): string {
  return unite === 'ratio' ? `${decimalFrancais(centuple(String(valeur)))}${FINE}%` : decimalFrancais(String(valeur))
}

const NOMBRE = /^([-+\u2212]?)(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+|\d+)(?:[.,](\d+))?(?:e([-+]?\d{1,3}))?$/i
const UNITE = /^(.*?\d)\s*(%|€[\p{L}/]*|m[²2]|\p{L}[\p{L}\s/.]*)$/u

function convient(mot: string, unite: string): boolean {
  if (mot === '%') return true
  if (mot.startsWith('€')) return unite.startsWith('€')
  if (/^m[²2]$/.test(mot)) return unite === 'm²'
  return cleTexte(mot) !== '' && cleTexte(unite).startsWith(cleTexte(mot))
}

/**
 * Reads a number as an officer types it: spaces by threes, decimal comma or point, the unit of the field or `%` after.
 *
 * @returns undefined when the text is not a number
 * @example lireNombre('33 %', 'ratio') //=> 0.33
 * @example lireNombre('1 200 €', '€/mois') //=> 1200
 */
export function lireNombre(texte: string, unite = ''): number | undefined {
  const net = texte.trim()
  const avecUnite = NOMBRE.test(net) ? null : UNITE.exec(net)
  const mot = (avecUnite?.[2] ?? '').trim()
  if (avecUnite !== null && !convient(mot, unite)) return undefined
  const parties = NOMBRE.exec((avecUnite?.[1] ?? net).trim())
  if (parties === null) return undefined
  const [, signe = '', entiers = '', decimales = '', exposant = '0'] = parties
  const ecrit = `${signe === '' || signe === '+' ? '' : '-'}${entiers.replace(/\D/g, '')}.${decimales}0e${exposant}`
  const valeur = decaler(ecrit, mot === '%' ? -2 : 0)
  return Number.isFinite(valeur) ? valeur : undefined
}

/** The unit of a field, empty when there is no such field. */
export function uniteDe(champ: ChampNommable | undefined): string {
  return champ?.unite ?? ''
}
