import { detacher } from '../commun/detacher.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { texteDeXml } from './texte-xml.ts'

const INFERIEUR = 60
const SUPERIEUR = 62
const BARRE = 47
const DEUX_POINTS = 58
const EGAL = 61
const GUILLEMET = 34
const APOSTROPHE = 39

function estBlanc(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

/**
 * Reads an XML part tag after tag, from a text that comes in pieces. Names are given without their namespace prefix.
 * Declarations (`<!DOCTYPE`, and so entities) are refused; comments and processing instructions are skipped.
 *
 * @example
 * const balises = new Balises(['<a x="1">bon', 'jour</a>'])
 * balises.avancer()
 * balises.attribut('x') //=> '1'
 * balises.avancer()
 * balises.texte() //=> 'bonjour'
 */
export class Balises {
  /** Name of the current tag. */
  nom = ''
  /** Whether it closes an element (`</c>`). */
  fermante = false
  /** Whether it is an element of its own (`<c/>`). */
  vide = false
  /** Name of the attribute on which `attributSuivant` stopped. */
  nomAttribut = ''

  private readonly suite: Iterator<string>
  private tampon = ''
  /** How much of the part was dropped before what `tampon` holds. */
  private oublies = 0
  private position = 0
  private finTexte = 0
  private debutTexte = 0
  private texteCumule = ''
  private debutBalise = 0
  private debutNom = 0
  private curseurAttribut = 0
  private finBalise = 0
  private debutAttribut = 0
  private debutValeur = 0
  private finValeur = 0

  constructor(textes: Iterable<string>) {
    this.suite = textes[Symbol.iterator]()
  }

  /** Goes to the next tag; false at the end of the part. */
  avancer(): boolean {
    this.texteCumule = ''
    this.debutTexte = this.position
    for (;;) {
      const debut = this.chercher('<', this.position)
      if (debut < 0) return false
      this.finTexte = debut
      const suivant = this.codeEn(1)
      if (suivant !== 33 && suivant !== 63) {
        this.lireBalise()
        return true
      }
      this.sauterHorsElement(suivant)
    }
  }

  /** Where the current tag begins in the part, in characters. */
  get debut(): number {
    return this.oublies + this.finTexte
  }

  /** Where the current tag ends in the part, in characters. */
  get fin(): number {
    return this.oublies + this.position
  }

  /** Namespace prefix of the current tag with its colon, or the empty string. */
  get prefixe(): string {
    return this.tampon.slice(this.debutBalise, this.debutNom)
  }

  /** The text between the previous tag and this one, entities decoded. */
  texte(): string {
    const brut = this.tampon.slice(this.debutTexte, this.finTexte)
    return this.texteCumule + texteDeXml(detacher(brut))
  }

  /** The same text as a whole number without sign, or −1 when it is not one: spares a string for each cell. */
  entierTexte(): number {
    return this.texteCumule === '' ? entierEntre(this.tampon, this.debutTexte, this.finTexte) : -1
  }

  /** Name, with its prefix, of the attribute on which `attributSuivant` stopped. */
  get nomQualifie(): string {
    const fin = this.tampon.indexOf('=', this.debutAttribut)
    return this.tampon.slice(this.debutAttribut, fin).trimEnd()
  }

  /** Goes to the next attribute of the current tag; false after the last. */
  attributSuivant(): boolean {
    const { tampon, finBalise } = this
    let i = this.curseurAttribut
    while (i < finBalise && estBlanc(tampon.charCodeAt(i))) i++
    if (i >= finBalise) return false
    this.debutAttribut = i
    let debutNom = i
    for (; i < finBalise && tampon.charCodeAt(i) !== EGAL; i++) {
      if (tampon.charCodeAt(i) === DEUX_POINTS) debutNom = i + 1
    }
    this.nomAttribut = debutNom + 1 === i ? (tampon[debutNom] ?? '') : tampon.slice(debutNom, i).trimEnd()
    i++
    while (i < finBalise && estBlanc(tampon.charCodeAt(i))) i++
    const guillemet = tampon.charCodeAt(i)
    const fin = guillemet === GUILLEMET ? tampon.indexOf('"', i + 1) : tampon.indexOf("'", i + 1)
    if (i >= finBalise || (guillemet !== GUILLEMET && guillemet !== APOSTROPHE) || fin < 0 || fin > finBalise)
      throw new RefusFichier('abime', 'balise mal formée')
    this.debutValeur = i + 1
    this.finValeur = fin
    this.curseurAttribut = fin + 1
    return true
  }

  /** Value of the attribute on which `attributSuivant` stopped. */
  valeurAttribut(): string {
    return texteDeXml(detacher(this.tampon.slice(this.debutValeur, this.finValeur)))
  }

  /** The same value as a whole number without sign, or −1. */
  entierAttribut(): number {
    return entierEntre(this.tampon, this.debutValeur, this.finValeur)
  }

  /** Column index (0 for A) of a cell reference such as `AB12`, or −1. */
  colonneAttribut(): number {
    let colonne = 0
    for (let i = this.debutValeur; i < this.finValeur; i++) {
      const lettre = this.tampon.charCodeAt(i) & ~32
      if (lettre < 65 || lettre > 90) break
      colonne = colonne * 26 + lettre - 64
    }
    return colonne - 1
  }

  /** Value of an attribute of the current tag, by its name without prefix. To be asked before `attributSuivant`. */
  attribut(nom: string): string | undefined {
    const depart = this.curseurAttribut
    let valeur: string | undefined
    while (valeur === undefined && this.attributSuivant()) {
      if (this.nomAttribut === nom) valeur = this.valeurAttribut()
    }
    this.curseurAttribut = depart
    return valeur
  }

  private codeEn(decalage: number): number {
    while (this.finTexte + decalage >= this.tampon.length && this.completer()) continue
    return this.tampon.charCodeAt(this.finTexte + decalage)
  }

  private lireBalise(): void {
    const fin = this.finDeBalise()
    const { tampon } = this
    this.fermante = tampon.charCodeAt(this.finTexte + 1) === BARRE
    this.vide = tampon.charCodeAt(fin - 1) === BARRE && !this.fermante
    this.finBalise = this.vide ? fin - 1 : fin
    this.debutBalise = this.finTexte + (this.fermante ? 2 : 1)
    let debutNom = this.debutBalise
    let i = debutNom
    for (; i < this.finBalise && !estBlanc(tampon.charCodeAt(i)); i++) {
      if (tampon.charCodeAt(i) === DEUX_POINTS) debutNom = i + 1
    }
    this.debutNom = debutNom
    this.nom = debutNom + 1 === i ? (tampon[debutNom] ?? '') : tampon.slice(debutNom, i)
    this.curseurAttribut = i
    this.position = fin + 1
  }

  /** Position of the `>` that ends the tag begun at `finTexte`: one inside an attribute's value does not count. */
  private finDeBalise(): number {
    let guillemet = 0
    for (let decalage = 1; ; decalage++) {
      const code =
        this.finTexte + decalage < this.tampon.length
          ? this.tampon.charCodeAt(this.finTexte + decalage)
          : this.codeEn(decalage)
      if (Number.isNaN(code)) throw new RefusFichier('abime', 'balise interrompue')
      if (guillemet !== 0) guillemet = code === guillemet ? 0 : guillemet
      else if (code === GUILLEMET || code === APOSTROPHE) guillemet = code
      else if (code === SUPERIEUR) return this.finTexte + decalage
      else if (code === INFERIEUR) throw new RefusFichier('abime', 'balise mal formée')
    }
  }

  private sauterHorsElement(suivant: number): void {
    this.texteCumule += texteDeXml(detacher(this.tampon.slice(this.debutTexte, this.finTexte)))
    this.position = this.debutTexte = this.finTexte
    this.codeEn(8)
    if (suivant === 63) this.sauterJusqua('?>')
    else if (this.tampon.startsWith('<!--', this.position)) this.sauterJusqua('-->')
    else if (this.tampon.startsWith('<![CDATA[', this.position)) this.lireCdata()
    else throw new RefusFichier('declaration-xml')
  }

  private lireCdata(): void {
    const fin = this.chercher(']]>', this.position + 9)
    if (fin < 0) throw new RefusFichier('abime', 'section interrompue')
    this.texteCumule += detacher(this.tampon.slice(this.position + 9, fin))
    this.position = this.debutTexte = fin + 3
  }

  private sauterJusqua(marque: string): void {
    const fin = this.chercher(marque, this.position + 2)
    if (fin < 0) throw new RefusFichier('abime', 'commentaire interrompu')
    this.position = this.debutTexte = fin + marque.length
  }

  /** Position of a mark from a position on, after fetching what is needed; −1 when there is none. */
  private chercher(marque: string, depuis: number): number {
    let decalage = depuis - this.debutTexte
    for (;;) {
      const trouve = this.tampon.indexOf(marque, this.debutTexte + decalage)
      if (trouve >= 0) return trouve
      decalage = Math.max(decalage, this.tampon.length - this.debutTexte - marque.length + 1)
      if (!this.completer()) return -1
    }
  }

  /** Fetches one more piece and drops what was read before the current text. */
  private completer(): boolean {
    const { done, value } = this.suite.next()
    if (done === true) return false
    const lu = this.debutTexte
    if (this.tampon.length - lu > PLAFONDS.caracteres)
      throw new RefusFichier('trop-gros', 'texte démesuré dans une cellule')
    this.tampon = this.tampon.slice(lu) + value
    this.oublies += lu
    this.position -= lu
    this.finTexte -= lu
    this.debutTexte = 0
    return true
  }
}

function entierEntre(texte: string, debut: number, fin: number): number {
  if (debut >= fin || fin - debut > 15) return -1
  let entier = 0
  for (let i = debut; i < fin; i++) {
    const chiffre = texte.charCodeAt(i) - 48
    if (chiffre < 0 || chiffre > 9) return -1
    entier = entier * 10 + chiffre
  }
  return entier
}
