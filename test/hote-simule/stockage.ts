/** An error value such as `#N/A`. */
export interface ErreurCellule {
  readonly erreur: string
}

/** What a cell of the fake holds once typed in; an empty cell is null. */
export type Stockee = string | number | boolean | ErreurCellule | null

const BITS = 10
const TAILLE = 1 << BITS

/** Values of a column that are computed when asked, so that 150,000 × 60 cells need no memory. */
export interface SourceVirtuelle<T> {
  /** First row past the end. */
  readonly fin: number
  valeur(ligne: number): T
}

/** One column, kept in blocks of 1,024 rows; blocks never written stay virtual or empty. */
export class Colonne<T> {
  private blocs: (T[] | undefined)[] = []
  private source: SourceVirtuelle<T> | undefined
  private readonly vide: T

  constructor(vide: T) {
    this.vide = vide
  }

  engendrer(source: SourceVirtuelle<T>): void {
    this.blocs = []
    this.source = source
  }

  private virtuelle(ligne: number): T {
    return this.source !== undefined && ligne < this.source.fin ? this.source.valeur(ligne) : this.vide
  }

  lire(ligne: number): T {
    const bloc = this.blocs[ligne >> BITS]
    return bloc === undefined ? this.virtuelle(ligne) : (bloc[ligne & (TAILLE - 1)] ?? this.vide)
  }

  ecrire(ligne: number, valeur: T): void {
    const indice = ligne >> BITS
    let bloc = this.blocs[indice]
    if (bloc === undefined) {
      bloc = Array.from({ length: TAILLE }, (_, i) => this.virtuelle(indice * TAILLE + i))
      this.blocs[indice] = bloc
    }
    bloc[ligne & (TAILLE - 1)] = valeur
  }

  /** First row past the last one that may hold something. */
  private get fin(): number {
    return Math.max(this.blocs.length * TAILLE, this.source?.fin ?? 0)
  }

  derniere(): number {
    let ligne = this.fin - 1
    while (ligne >= 0 && this.lire(ligne) === this.vide) ligne--
    return ligne
  }

  premiere(): number {
    const fin = this.fin
    let ligne = 0
    while (ligne < fin && this.lire(ligne) === this.vide) ligne++
    return ligne
  }

  /** Shifts every row from `ligne` on: down (`de` > 0, new rows empty) or up (`de` < 0, rows lost). */
  decaler(ligne: number, de: number): void {
    const valeurs = Array.from({ length: this.fin }, (_, i) => this.lire(i))
    if (de > 0) valeurs.splice(ligne, 0, ...Array.from({ length: de }, () => this.vide))
    else valeurs.splice(ligne, -de)
    this.engendrer({ fin: 0, valeur: () => this.vide })
    valeurs.forEach((valeur, i) => {
      if (valeur !== this.vide) this.ecrire(i, valeur)
    })
  }
}

/** The columns of a sheet. */
export class Grille<T> {
  private readonly colonnes = new Map<number, Colonne<T>>()
  private readonly vide: T

  constructor(vide: T) {
    this.vide = vide
  }

  colonne(indice: number): Colonne<T> {
    let colonne = this.colonnes.get(indice)
    if (colonne === undefined) {
      colonne = new Colonne(this.vide)
      this.colonnes.set(indice, colonne)
    }
    return colonne
  }

  lire(ligne: number, colonne: number): T {
    return this.colonnes.get(colonne)?.lire(ligne) ?? this.vide
  }

  ecrire(ligne: number, colonne: number, valeur: T): void {
    this.colonne(colonne).ecrire(ligne, valeur)
  }

  decalerLignes(ligne: number, de: number): void {
    for (const colonne of this.colonnes.values()) colonne.decaler(ligne, de)
  }

  /** Moves whole columns; only those that exist cost anything. */
  decalerColonnes(colonne: number, de: number): void {
    const deplacees = [...this.colonnes].filter(([indice]) => indice >= colonne)
    for (const [indice] of deplacees) this.colonnes.delete(indice)
    for (const [indice, contenu] of deplacees) {
      if (de > 0 || indice >= colonne - de) this.colonnes.set(indice + de, contenu)
    }
  }

  /** The smallest block that holds everything: [first row, last row, first column, last column], or null. */
  etendue(): readonly [number, number, number, number] | null {
    const pleines = [...this.colonnes]
      .map(([indice, c]) => [indice, c.premiere(), c.derniere()] as const)
      .filter(([, , derniere]) => derniere >= 0)
    if (pleines.length === 0) return null
    return [
      Math.min(...pleines.map(([, premiere]) => premiere)),
      Math.max(...pleines.map(([, , derniere]) => derniere)),
      Math.min(...pleines.map(([indice]) => indice)),
      Math.max(...pleines.map(([indice]) => indice)),
    ]
  }
}
