import type { Cellule, FeuilleBrute, LigneBrute } from '../../socle/table.ts'
import { celluleTexte } from '../commun/cellule-texte.ts'
import { detacher } from '../commun/detacher.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import papa from './analyseur-csv.js'
import type { EtapeCsv } from './analyseur-csv.js'
import { decoderTexte, encodageDe } from './decoder-texte.ts'
import type { Encodage } from './decoder-texte.ts'

export type Separateur = ';' | ',' | '\t'

/** By preference when they are as frequent. */
const SEPARATEURS: readonly Separateur[] = [';', '\t', ',']

export interface ContenuCsv extends FeuilleBrute {
  readonly encodage: Encodage
  readonly separateur: Separateur
}

/**
 * A text file as one sheet. A record is one row, whatever the line breaks inside its quotes; records are numbered from 1,
 * blank ones included. A `sep=` line is an instruction to Excel, which does not show it: it has no number. Rows that
 * hold nothing are left out, as are empty cells at the end of a row. Cells are texts, null when only white space is written,
 * or the errors that Excel writes as texts (`#N/A`).
 *
 * The iteration throws `RefusFichier` on a quote that is never closed.
 *
 * @param nom name given to the sheet
 * @example [...lireCsv(new TextEncoder().encode('NUD;EPCI\n1;2'), 'a').lignes][1] //=> { numero: 2, cellules: ['1', '2'] }
 */
export function lireCsv(octets: Uint8Array, nom: string): ContenuCsv {
  const lu = encodageDe(octets)
  const textes = (): Iterable<string> => sautsDeLigne(decoderTexte(octets, lu))
  const { separateur, consigne } = separateurDe(textes())
  return {
    nom,
    encodage: lu.encodage,
    separateur,
    lignes: { [Symbol.iterator]: () => lignesDe(textes(), separateur, consigne) },
  }
}

/** All line breaks written `\n`, so that files which mix them are read as their editor shows them. */
function* sautsDeLigne(textes: Iterable<string>): Generator<string> {
  let retenu = ''
  for (const morceau of textes) {
    const texte = retenu + morceau
    retenu = texte.endsWith('\r') ? '\r' : ''
    yield texte.slice(0, texte.length - retenu.length).replace(/\r\n?/gu, '\n')
  }
  if (retenu !== '') yield '\n'
}

interface SeparateurLu {
  readonly separateur: Separateur
  /** Length of the `sep=` line, its line break included; 0 without one. */
  readonly consigne: number
}

function separateurDe(textes: Iterable<string>): SeparateurLu {
  const compte = new Map<string, number>()
  let entreGuillemets = false
  let premier = true
  for (const texte of textes) {
    const consigne = premier ? /^"?sep=([;,\t])"?[^\S\n]*(?:\n|$)/iu.exec(texte) : null
    if (consigne !== null) return { separateur: consigne[1] as Separateur, consigne: consigne[0].length }
    premier = false
    for (const caractere of texte) {
      if (caractere === '"') entreGuillemets = !entreGuillemets
      else if (!entreGuillemets && caractere === '\n' && compte.size > 0)
        return { separateur: frequent(compte), consigne: 0 }
      else if (!entreGuillemets && estSeparateur(caractere)) compte.set(caractere, (compte.get(caractere) ?? 0) + 1)
    }
  }
  return { separateur: frequent(compte), consigne: 0 }
}

function estSeparateur(caractere: string): boolean {
  return caractere === ';' || caractere === ',' || caractere === '\t'
}

function frequent(compte: ReadonlyMap<string, number>): Separateur {
  return SEPARATEURS.reduce((a, b) => ((compte.get(b) ?? 0) > (compte.get(a) ?? 0) ? b : a))
}

function* lignesDe(textes: Iterable<string>, separateur: Separateur, consigne: number): Generator<LigneBrute> {
  let numero = 0
  for (const enregistrement of enregistrements(textes, separateur, consigne)) {
    numero++
    refuserIllisible(enregistrement, numero)
    const cellules = cellulesDe(enregistrement.data)
    if (cellules.length > 0) yield { numero, cellules }
  }
}

function refuserIllisible({ data, errors }: EtapeCsv, numero: number): void {
  const ouvert = errors.some(({ code }) => code === 'MissingQuotes')
  // A stray quote inside a quoted cell is read as itself, unless the cell then swallowed the rows that follow.
  const deborde = errors.length > 0 && data.some((cellule) => cellule.includes('\n'))
  if (ouvert || deborde) throw new RefusFichier('guillemet', String(numero))
  if (data.length > PLAFONDS.colonnes) throw new RefusFichier('ligne-csv-trop-longue', String(numero))
}

/** How Excel writes its errors in a text file, in English and in French: nobody types these as a value. */
const ERREURS = new Set(
  '#N/A #REF! #DIV/0! #VALUE! #VALEUR! #NAME? #NOM? #NUM! #NOMBRE! #NULL! #NUL! #SPILL! #CALC!'.split(' '),
)

function celluleDe(texte: string): Cellule {
  if (texte.startsWith('#') && ERREURS.has(texte.trim())) return { erreur: texte.trim() }
  return celluleTexte(detacher(texte))
}

function cellulesDe(donnees: readonly string[]): Cellule[] {
  const cellules = donnees.map(celluleDe)
  while (cellules.length > 0 && cellules.at(-1) === null) cellules.pop()
  return cellules
}

/** The records of a text that comes in pieces; the last one read in a piece is kept for the next, since it may go on. */
function* enregistrements(textes: Iterable<string>, separateur: string, consigne: number): Generator<EtapeCsv> {
  let reste = ''
  let attendu = 0
  let saut = consigne
  let rendus = 0
  for (const texte of textes) {
    reste += texte.slice(saut)
    saut = 0
    // A record longer than the pieces would be read again with each: wait until the text has doubled.
    if (reste.length < attendu) continue
    const { complets, fin } = analyser(reste, separateur, false)
    yield* complets
    rendus += complets.length
    reste = reste.slice(fin)
    attendu = complets.length === 0 ? reste.length * 2 : 0
    if (reste.length > PLAFONDS.caracteres) throw tropLong(reste, separateur, rendus + 1)
  }
  yield* analyser(reste, separateur, true).complets
}

function tropLong(reste: string, separateur: string, numero: number): RefusFichier {
  const ouvert = analyser(reste, separateur, true).complets[0]?.errors.some(({ code }) => code === 'MissingQuotes')
  return new RefusFichier(ouvert === true ? 'guillemet' : 'ligne-csv-trop-longue', String(numero))
}

interface Analyse {
  readonly complets: EtapeCsv[]
  /** Where the record kept for later begins. */
  readonly fin: number
}

function analyser(texte: string, separateur: string, dernier: boolean): Analyse {
  const complets: EtapeCsv[] = []
  papa.parse(texte, {
    delimiter: separateur,
    newline: '\n',
    step: ({ data, errors, meta }) => complets.push({ data, errors, meta }),
  })
  if (dernier) return { complets, fin: texte.length }
  complets.pop()
  return { complets, fin: complets.at(-1)?.meta.cursor ?? 0 }
}
