/** A block of a sheet, counted from 0. */
export interface Zone {
  readonly ligne: number
  readonly colonne: number
  readonly lignes: number
  readonly colonnes: number
}

function lettres(colonne: number): string {
  const reste = String.fromCharCode(65 + (colonne % 26))
  return colonne < 26 ? reste : lettres(Math.floor(colonne / 26) - 1) + reste
}

/** @example adresseZone({ ligne: 0, colonne: 0, lignes: 2, colonnes: 2 }) //=> 'A1:B2' */
export function adresseZone({ ligne, colonne, lignes, colonnes }: Zone): string {
  const debut = `${lettres(colonne)}${String(ligne + 1)}`
  const fin = `${lettres(colonne + colonnes - 1)}${String(ligne + lignes)}`
  return debut === fin ? debut : `${debut}:${fin}`
}

function indice(texte: string): number {
  return [...texte.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
}

/**
 * First and last column of an address without its sheet; undefined for whole rows or what is not an address.
 *
 * @example colonnesDe('C3:D9') //=> [2, 3]
 */
export function colonnesDe(adresse: string): readonly [premiere: number, derniere: number] | undefined {
  const lue = /^\$?([A-Z]{1,3})\$?\d*(?::\$?([A-Z]{1,3})\$?\d*)?$/i.exec(adresse)
  if (lue === null) return undefined
  const [, premiere = '', derniere = premiere] = lue
  return [indice(premiere), indice(derniere)]
}

/** Neighbouring numbers grouped. @example suites([2, 0, 1, 5]) //=> [[0, 3], [5, 1]] */
export function suites(indices: readonly number[]): (readonly [debut: number, combien: number])[] {
  const triees = [...new Set(indices)].sort((a, b) => a - b)
  const groupes: [number, number][] = []
  for (const i of triees) {
    const dernier = groupes.at(-1)
    if (dernier !== undefined && dernier[0] + dernier[1] === i) dernier[1]++
    else groupes.push([i, 1])
  }
  return groupes
}
