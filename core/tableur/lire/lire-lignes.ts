import { jourIso } from '../../socle/jour.ts'
import type { Cellule, LigneBrute } from '../../socle/table.ts'
import { celluleTexte } from '../commun/cellule-texte.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { celluleDate } from '../ooxml/dates-excel.ts'
import type { Balises } from '../xml/balises.ts'
import { sansEchappement } from '../xml/texte-xml.ts'
import { lireTexteRiche } from './textes-partages.ts'

/** What the cells of a sheet refer to. */
export interface ContexteCellules {
  readonly textes: readonly (string | null)[]
  /** For each cell style, whether it shows a number as a day. */
  readonly stylesDate: readonly boolean[]
  readonly depuis1904: boolean
}

/**
 * The rows of a worksheet that hold something, one at a time, in the order of the file, with their true number. Empty
 * cells at the end of a row are left out, whatever their format.
 *
 * @throws RefusFichier when the sheet is damaged, stops short or goes beyond Excel's own limits
 */
export function* lireLignes(balises: Balises, contexte: ContexteCellules): Generator<LigneBrute> {
  let numero = 0
  let cases = 0
  if (!allerAuxDonnees(balises)) return
  while (balises.avancer()) {
    if (balises.fermante && balises.nom === 'sheetData') return
    if (balises.fermante || balises.nom !== 'row') continue
    numero = numeroDeLigne(balises, numero + 1)
    const cellules = balises.vide ? [] : lireCellules(balises, contexte)
    cases += cellules.length
    if (cases > PLAFONDS.cellules) throw new RefusFichier('trop-gros', 'trop de cellules dans une feuille')
    if (cellules.length > 0) yield { numero, cellules }
  }
  throw new RefusFichier('abime', 'une feuille est interrompue')
}

function allerAuxDonnees(balises: Balises): boolean {
  while (balises.avancer()) {
    if (balises.nom === 'sheetData') return !balises.vide
  }
  throw new RefusFichier('abime', 'une feuille n’a pas de données')
}

function numeroDeLigne(balises: Balises, suivant: number): number {
  const lu = balises.attribut('r')
  const numero = lu === undefined ? suivant : Number(lu)
  if (Number.isInteger(numero) && numero >= 1 && numero <= PLAFONDS.lignes) return numero
  throw new RefusFichier('abime', `numéro de ligne impossible : ${lu ?? String(numero)}`)
}

function lireCellules(balises: Balises, contexte: ContexteCellules): Cellule[] {
  const cellules: Cellule[] = []
  const entete = { colonne: -1, style: 0, type: '' }
  while (balises.avancer()) {
    if (balises.fermante) {
      if (balises.nom === 'row') return cellules
      continue
    }
    if (balises.nom !== 'c') continue
    lireEntete(balises, entete)
    const valeur = balises.vide ? null : lireValeur(balises, entete.type, entete.style, contexte)
    if (valeur !== null) poser(cellules, entete.colonne, valeur)
  }
  throw new RefusFichier('abime', 'une feuille est interrompue')
}

interface EnteteCellule {
  colonne: number
  style: number
  type: string
}

/** Fills `entete` in place: one object for a whole row, since this runs once a cell. */
function lireEntete(balises: Balises, entete: EnteteCellule): void {
  let colonne = -1
  entete.style = 0
  entete.type = ''
  while (balises.attributSuivant()) {
    if (balises.nomAttribut === 'r') colonne = balises.colonneAttribut()
    else if (balises.nomAttribut === 's') entete.style = balises.entierAttribut()
    else if (balises.nomAttribut === 't') entete.type = balises.valeurAttribut()
  }
  entete.colonne = colonne < 0 ? entete.colonne + 1 : colonne
  if (entete.colonne >= PLAFONDS.colonnes) throw new RefusFichier('abime', 'colonne au-delà de XFD')
}

function poser(cellules: Cellule[], colonne: number, valeur: Cellule): void {
  while (cellules.length < colonne) cellules.push(null)
  cellules[colonne] = valeur
}

function lireValeur(balises: Balises, type: string, style: number, contexte: ContexteCellules): Cellule {
  let valeur: Cellule = null
  while (balises.avancer()) {
    if (balises.fermante) {
      if (balises.nom === 'v') valeur = interpreter(balises, type, style, contexte)
      else if (balises.nom === 'c') return valeur
    } else if (balises.nom === 'is') valeur = celluleTexte(lireTexteRiche(balises, 'is'))
  }
  throw new RefusFichier('abime', 'une feuille est interrompue')
}

function interpreter(balises: Balises, type: string, style: number, contexte: ContexteCellules): Cellule {
  switch (type) {
    case '':
    case 'n':
      return celluleNombre(balises, style, contexte)
    case 's':
      return texteNumero(balises.entierTexte(), contexte)
    case 'b':
      return /^\s*(1|true)\s*$/iu.test(balises.texte())
    case 'e':
      return { erreur: balises.texte().trim() }
    case 'd':
      return celluleIso(balises.texte())
    default:
      return celluleTexte(sansEchappement(balises.texte()))
  }
}

function celluleNombre(balises: Balises, style: number, contexte: ContexteCellules): Cellule {
  const entier = balises.entierTexte()
  if (entier >= 0) return nombreOuJour(entier, style, contexte)
  const texte = balises.texte()
  const nombre = texte.trim() === '' ? Number.NaN : Number(texte)
  return Number.isFinite(nombre) ? nombreOuJour(nombre, style, contexte) : celluleTexte(texte)
}

function nombreOuJour(nombre: number, style: number, contexte: ContexteCellules): Cellule {
  return contexte.stylesDate[style] === true ? celluleDate(nombre, contexte.depuis1904) : nombre
}

function texteNumero(numero: number, contexte: ContexteCellules): string | null {
  const texte = contexte.textes[numero]
  if (texte === undefined) throw new RefusFichier('abime', 'un texte partagé manque')
  return texte
}

/** A date written as ISO text (ISO 29500 strict workbooks). */
function celluleIso(texte: string): Cellule {
  const jour = jourIso(texte.trim().slice(0, 10))
  return jour === undefined ? celluleTexte(texte) : { jour }
}
