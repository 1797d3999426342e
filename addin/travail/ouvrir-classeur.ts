import type { FeuilleBrute, LigneBrute } from '../../core/index.ts'

/** Tables within reach of the worker, whether they came as the bytes of a file or as rows of a live workbook. */
export interface ClasseurLu {
  readonly nom: string
  readonly format: 'xlsx' | 'csv' | 'tables'
  /** The file as it was given; undefined for a live workbook. */
  readonly octets: Uint8Array | undefined
  readonly feuilles: readonly FeuilleBrute[]
  /** By name of table: column of the sheet (0 is A) where it begins; left out, A. */
  readonly colonnes?: Readonly<Record<string, number>>
}

/** @throws Refus when the bytes are not a workbook nor a text table */
export async function ouvrirOctets(octets: Uint8Array, nom: string): Promise<ClasseurLu> {
  const { feuillesDeResultat, ouvrirClasseur } = await import('../../core/tableur/index.ts')
  const { format, feuilles } = ouvrirClasseur(octets, nom)
  const resultats = format === 'xlsx' ? feuillesDeResultat(octets) : []
  const sources = feuilles.filter((feuille) => !resultats.includes(feuille.nom))
  return { nom, format, octets, feuilles: sources.length === 0 ? feuilles : sources }
}

/** Rows that a live workbook gave, block after block. */
export class FeuilleRecue implements FeuilleBrute {
  readonly nom: string
  #lignes: LigneBrute[] = []

  constructor(nom: string) {
    this.nom = nom
  }

  get lignes(): Iterable<LigneBrute> {
    return this.#lignes
  }

  /** Begins again: the rows are about to come in full. */
  vider(): void {
    this.#lignes = []
  }

  ajouter(lignes: Iterable<LigneBrute>): void {
    for (const ligne of lignes) this.#lignes.push(ligne)
  }
}
