/** A block of cells; rows and columns are counted from 0. */
export interface Rectangle {
  readonly ligne: number
  readonly colonne: number
  readonly lignes: number
  readonly colonnes: number
}

export const LIGNES_MAX = 1_048_576
export const COLONNES_MAX = 16_384

/** @example lettres(27) //=> 'AB' */
export function lettres(colonne: number): string {
  const reste = String.fromCharCode(65 + (colonne % 26))
  return colonne < 26 ? reste : lettres(Math.floor(colonne / 26) - 1) + reste
}

function indiceColonne(texte: string): number {
  return [...texte.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
}

function nomEntoure(feuille: string): string {
  return /^[A-Za-zÀ-ÿ_][A-Za-zÀ-ÿ0-9_.]*$/.test(feuille) ? feuille : `'${feuille.replaceAll("'", "''")}'`
}

/** @example adresseDe({ ligne: 0, colonne: 0, lignes: 2, colonnes: 2 }, 'Ma feuille') //=> "'Ma feuille'!A1:B2" */
export function adresseDe(r: Rectangle, feuille?: string): string {
  const debut = `${lettres(r.colonne)}${String(r.ligne + 1)}`
  const fin = `${lettres(r.colonne + r.colonnes - 1)}${String(r.ligne + r.lignes)}`
  const local = debut === fin ? debut : `${debut}:${fin}`
  return feuille === undefined ? local : `${nomEntoure(feuille)}!${local}`
}

function separer(texte: string): { feuille?: string; local: string } {
  const point = texte.lastIndexOf('!')
  if (point < 0) return { local: texte }
  const brut = texte.slice(0, point)
  const feuille = brut.startsWith("'") ? brut.slice(1, -1).replaceAll("''", "'") : brut
  return { feuille, local: texte.slice(point + 1) }
}

function rectangle(local: string): Rectangle | undefined {
  const cellules = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(local.replaceAll('$', ''))
  if (cellules !== null) {
    const [, c1 = '', l1 = '', c2 = c1, l2 = l1] = cellules
    const [ligne, colonne] = [Number(l1) - 1, indiceColonne(c1)]
    return { ligne, colonne, lignes: Number(l2) - ligne, colonnes: indiceColonne(c2) - colonne + 1 }
  }
  const colonnes = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local.replaceAll('$', ''))
  if (colonnes === null) return undefined
  const colonne = indiceColonne(colonnes[1] ?? 'A')
  return { ligne: 0, colonne, lignes: LIGNES_MAX, colonnes: indiceColonne(colonnes[2] ?? 'A') - colonne + 1 }
}

/** Reads `A1`, `A1:B2`, `A:C`, with or without a sheet before `!`; undefined when it is not an address. */
export function lireAdresse(texte: string): { feuille?: string; rectangle: Rectangle } | undefined {
  const { feuille, local } = separer(texte)
  const r = rectangle(local)
  if (r === undefined) return undefined
  return feuille === undefined ? { rectangle: r } : { feuille, rectangle: r }
}

export function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const ligne = Math.max(a.ligne, b.ligne)
  const colonne = Math.max(a.colonne, b.colonne)
  const lignes = Math.min(a.ligne + a.lignes, b.ligne + b.lignes) - ligne
  const colonnes = Math.min(a.colonne + a.colonnes, b.colonne + b.colonnes) - colonne
  return lignes > 0 && colonnes > 0 ? { ligne, colonne, lignes, colonnes } : null
}
