import { FINE } from './format.ts'

/**
 * A French sentence with its no-break spaces: thin before ; : ! ? and within « ».
 *
 * @example francais('« Oui » : non') //=> '«\u202fOui\u202f»\u202f: non'
 */
export function francais(phrase: string): string {
  return phrase.replace(/ (?=[;:!?»])/g, FINE).replace(/« /g, `«${FINE}`)
}
