/**
 * A wish of each demande (communes, or types of dwelling), as lists end to end: the values of demande i are
 * `valeurs[debuts[i]]` to `valeurs[debuts[i + 1] − 1]`, each the index of a value in a dictionary shared with the
 * dwellings.
 */
export interface Souhaits {
  /** One more than there are demandes; the first is 0. */
  readonly debuts: Uint32Array
  readonly valeurs: Uint16Array
  /** 1: the wish is empty, the demande seeks everything. 0: it seeks what is listed, and nothing when nothing is. */
  readonly vide: Uint8Array
}

/** What the demandes seek. */
export interface Recherches {
  readonly communes: Souhaits
  readonly types: Souhaits
}

/** Value of a dwelling that no demande names: only those that seek everything seek it. */
export const HORS_DICTIONNAIRE = 0xffff

/** The dwellings: indices in the dictionaries of `Recherches`, or `HORS_DICTIONNAIRE`. */
export interface Lots {
  readonly communes: Uint16Array
  readonly types: Uint16Array
}

/** Above every index that a wish or a dwelling may carry. */
const CODES = 0x10000

/** The dwellings grouped by what distinguishes their candidates: commune and type. Made once, it serves every ranking. */
export interface PairesLots {
  /** Number of distinct pairs of a commune and a type. */
  readonly nombre: number
  /** Per dwelling, its pair. */
  readonly paireDuLot: Uint32Array
  /** Per pair, the row of its commune and the column of its type in `paires`. */
  readonly lignes: Uint32Array
  readonly colonnes: Uint32Array
  /** Per code of commune, its row; −1 when no dwelling is there. */
  readonly ligneDeCommune: Int32Array
  /** Per code of type, its column; −1 when no dwelling is of it. */
  readonly colonneDeType: Int32Array
  readonly nombreColonnes: number
  /** Row after row, the pair; −1 when no dwelling is of both. */
  readonly paires: Int32Array
}

/** Numbers the codes from 0, in the order in which they come; −1 for the codes that do not. */
function numeroter(codes: Uint16Array): { numeros: Int32Array; nombre: number } {
  const numeros = new Int32Array(CODES).fill(-1)
  let nombre = 0
  for (const code of codes) if (numeros[code] === -1) numeros[code] = nombre++
  return { numeros, nombre }
}

/**
 * Groups the dwellings.
 *
 * @example pairesLots({ communes: Uint16Array.of(4, 4), types: Uint16Array.of(1, 1) }).nombre //=> 1
 */
export function pairesLots({ communes, types }: Lots): PairesLots {
  const { numeros: ligneDeCommune, nombre: nombreLignes } = numeroter(communes)
  const { numeros: colonneDeType, nombre: nombreColonnes } = numeroter(types)
  const paires = new Int32Array(nombreLignes * nombreColonnes).fill(-1)
  const paireDuLot = new Uint32Array(communes.length)
  const cellules: number[] = []
  communes.forEach((commune, lot) => {
    const cellule =
      (ligneDeCommune[commune] as number) * nombreColonnes + (colonneDeType[types[lot] as number] as number)
    if (paires[cellule] === -1) paires[cellule] = cellules.push(cellule) - 1
    paireDuLot[lot] = paires[cellule] as number
  })
  return {
    nombre: cellules.length,
    paireDuLot,
    lignes: Uint32Array.from(cellules, (cellule) => Math.floor(cellule / nombreColonnes)),
    colonnes: Uint32Array.from(cellules, (cellule) => cellule % nombreColonnes),
    ligneDeCommune,
    colonneDeType,
    nombreColonnes,
    paires,
  }
}
