import { type Ordre, tailleCommune, type Totaux } from './ordre.ts'

/** The band of each demande: 0 is the first band (the highest priority). At most 256 bands. */
export type Bandes = Uint8Array

/** A square table of counts: row = band in A, column = band in B. */
export type TableMouvements = number[][]

/** What a table of moves comes to. */
export interface BilanMouvements {
  readonly restent: number
  /** Now in a band nearer to the first. */
  readonly montent: number
  readonly descendent: number
}

/** Decile of a place: 1 for the first tenth, ceil(10 × ordre / n). @example decile(3, 25) //=> 2 */
export function decile(ordre: number, n: number): number {
  return Math.ceil((10 * ordre) / n)
}

function bandesDe(valeurs: ArrayLike<number>, bandeDe: (valeur: number) => number): Bandes {
  const bandes = new Uint8Array(valeurs.length)
  for (let i = 0; i < bandes.length; i++) bandes[i] = bandeDe(valeurs[i] as number)
  return bandes
}

/**
 * Bands cut by place: band k ends at `fins[k]`, included; one more band holds the rest.
 *
 * @param fins increasing places
 * @example bandesParOrdre([1, 2, 3], [1]) //=> [0, 1, 1]
 */
export function bandesParOrdre(ordre: Ordre, fins: readonly number[]): Bandes {
  return bandesDe(ordre, (place) => {
    const bande = fins.findIndex((fin) => place <= fin)
    return bande === -1 ? fins.length : bande
  })
}

/**
 * Bands cut by points: band k starts at `seuils[k]`, included; one more band holds the rest.
 *
 * @param seuils decreasing points
 * @example bandesParPoints([80, 50, 20], [80, 40]) //=> [0, 1, 2]
 */
export function bandesParPoints(totaux: Totaux, seuils: readonly number[]): Bandes {
  return bandesDe(totaux, (points) => {
    const bande = seuils.findIndex((seuil) => points >= seuil)
    return bande === -1 ? seuils.length : bande
  })
}

/**
 * How many demandes go from each band to each band.
 *
 * @example mouvements(Uint8Array.of(0, 0, 1), Uint8Array.of(0, 1, 1), 2) //=> [[1, 1], [0, 1]]
 */
export function mouvements(a: Bandes, b: Bandes, nombre: number): TableMouvements {
  const n = tailleCommune(a, b)
  const comptes = new Uint32Array(nombre * nombre)
  for (let i = 0; i < n; i++) {
    const cellule = (a[i] as number) * nombre + (b[i] as number)
    comptes[cellule] = (comptes[cellule] as number) + 1
  }
  return Array.from({ length: nombre }, (_, ligne) =>
    Array.from(comptes.subarray(ligne * nombre, (ligne + 1) * nombre)),
  )
}

/**
 * The 10 × 10 table of moves between deciles: row = decile in A, column = decile in B (first tenth first).
 *
 * @example transitions([1, 2], [2, 1])[4]?.[9] //=> 1
 */
export function transitions(a: Ordre, b: Ordre): TableMouvements {
  const n = tailleCommune(a, b)
  const bande = (place: number) => decile(place, n) - 1
  return mouvements(bandesDe(a, bande), bandesDe(b, bande), 10)
}

/**
 * How many demandes stay in their band, go nearer to the first one, or away from it.
 *
 * @param table square: bands of the first ranking in rows, of the second in columns
 * @example bilanMouvements([[1, 1], [0, 1]]) //=> { restent: 2, montent: 0, descendent: 1 }
 */
export function bilanMouvements(table: TableMouvements): BilanMouvements {
  const somme = (garder: (ligne: number, colonne: number) => boolean) =>
    table.reduce((total, ligne, i) => ligne.reduce((t, compte, j) => (garder(i, j) ? t + compte : t), total), 0)
  return {
    restent: somme((i, j) => i === j),
    montent: somme((i, j) => j < i),
    descendent: somme((i, j) => j > i),
  }
}
