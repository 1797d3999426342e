import { formatNombre } from '../../../core/index.ts'

/** A number as it is typed; empty when there is none. @example ecrireSaisi(-12.5) //=> '-12,5' */
export function ecrireSaisi(nombre: number | undefined): string {
  return nombre === undefined ? '' : formatNombre(nombre).replaceAll('\u2212', '-').replaceAll('\u202f', '')
}

/** @returns undefined when the text is empty or not a number. @example lireSaisi('12,5') //=> 12.5 */
export function lireSaisi(texte: string): number | undefined {
  const net = texte
    .replace(/[\s\u202f]/gu, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  if (net === '') return undefined
  const nombre = Number(net)
  return Number.isFinite(nombre) ? nombre : undefined
}
