/** A piece of a sentence that stands out. */
export interface Fragment {
  readonly texte: string
  readonly gras?: boolean
  readonly italique?: boolean
}

/** A sentence: plain, or in pieces some of which stand out. A line break in it is kept. */
export type Phrase = string | readonly (string | Fragment)[]

export interface ColonneDocument {
  readonly titre: string
  /** Share of the width of the page; shares are compared with each other. */
  readonly largeur: number
  /** Numbers stand on the right. */
  readonly aDroite?: boolean
}

export interface Intertitre {
  readonly genre: 'intertitre'
  /** 1: a part; 2: inside a part. Never 2 before a 1. */
  readonly niveau: 1 | 2
  readonly texte: string
}

export interface Paragraphe {
  readonly genre: 'paragraphe'
  readonly texte: Phrase
  /** `note`: smaller; `encadre`: in a frame, for what must not be missed. */
  readonly ton?: 'note' | 'encadre'
}

export interface Liste {
  readonly genre: 'liste'
  readonly elements: readonly Phrase[]
  readonly numerotee?: boolean
}

export interface TableauDocument {
  readonly genre: 'tableau'
  /** Says what the table holds; read aloud first. */
  readonly legende: string
  readonly colonnes: readonly ColonneDocument[]
  /** The first cell of a row names it. */
  readonly lignes: readonly (readonly Phrase[])[]
  /** A last row that stands out. */
  readonly total?: readonly Phrase[]
}

export interface SautDePage {
  readonly genre: 'saut-de-page'
}

/** A picture, as wide as the page unless it is narrower. */
export interface ImageDocument {
  readonly genre: 'image'
  /** Bytes of a PNG file. */
  readonly png: Uint8Array
  /** In points of the screen, 96 an inch; the file may hold more of them. */
  readonly largeur: number
  readonly hauteur: number
  /** Read in its place. */
  readonly description: string
}

export type Bloc = Intertitre | Paragraphe | Liste | TableauDocument | ImageDocument | SautDePage

/** One statement among others: it starts on a new page, which is page 1. */
export interface Partie {
  readonly titre: string
  readonly blocs: readonly Bloc[]
}

/**
 * A document to print, the same in Word and in a page. French typography is that of the texts: nothing is changed.
 */
export interface DocumentEcrit {
  /** Title of the file, and head of every page. */
  readonly titre: string
  /** Where the document comes from, at the foot of every page. */
  readonly provenance: readonly (readonly [etiquette: string, valeur: string])[]
  readonly parties: readonly Partie[]
  /** Smaller letters and spaces in a page (Word's are small already), for what must hold on one sheet of paper. */
  readonly serre?: boolean
  /** Pages are numbered through the whole document, not part by part. */
  readonly paginationContinue?: boolean
}

/** A sentence as pieces. @example fragments(['a', { texte: 'b', gras: true }])[0] //=> { texte: 'a' } */
export function fragments(phrase: Phrase): readonly Fragment[] {
  const pieces = typeof phrase === 'string' ? [phrase] : phrase
  return pieces.map((piece) => (typeof piece === 'string' ? { texte: piece } : piece))
}

/**
 * The provenance on one line.
 *
 * @example provenanceEnLigne([['Grille', 'exemple-2026'], ['Jour', '31/01/2026']]) //=> 'Grille : exemple-2026 — Jour : 31/01/2026'
 */
export function provenanceEnLigne(provenance: DocumentEcrit['provenance']): string {
  return provenance.map(([etiquette, valeur]) => `${etiquette}\u202f: ${valeur}`).join(' — ')
}
