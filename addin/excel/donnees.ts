import type { Cellule, FeuilleBrute, LigneBrute } from '../../core/index.ts'

/** Some rows, column by column (columns counted from 0 in the source). */
export interface BlocLu {
  readonly lignes: number
  readonly colonnes: ReadonlyMap<number, readonly Cellule[]>
}

/** What was read, as plain data: blocks can be posted to a worker one by one, without freezing the pane. */
export interface DonneesLues {
  readonly nom: string
  /** Rows read in full at the top. */
  readonly entetes: readonly LigneBrute[]
  /** Number, as the user sees it, of the row that follows them. */
  readonly premiere: number
  readonly largeur: number
  readonly blocs: readonly BlocLu[]
}

/** The rows in order; columns that were not read are empty. Needs nothing of Excel: to be called in the worker. */
export function feuilleDe(donnees: DonneesLues): FeuilleBrute {
  return { nom: donnees.nom, lignes: { [Symbol.iterator]: () => lignesDe(donnees) } }
}

function* lignesDe({ entetes, premiere, largeur, blocs }: DonneesLues): Generator<LigneBrute> {
  yield* entetes
  let numero = premiere
  for (const bloc of blocs) {
    for (let i = 0; i < bloc.lignes; i++) {
      const cellules = Array.from<Cellule>({ length: largeur }).fill(null)
      for (const [colonne, valeurs] of bloc.colonnes) cellules[colonne] = valeurs[i] ?? null
      yield { numero: numero++, cellules }
    }
  }
}
