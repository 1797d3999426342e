import { cleTexte } from '../../socle/texte.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import type { Condition, ValeurGrille } from '../grille/grille.ts'
import type { Signaler } from '../grille/verifier-condition.ts'
import { verifierChamp, verifierCondition } from '../grille/verifier-condition.ts'
import type { Jeton } from './jetons.ts'
import { jetons } from './jetons.ts'
import { champDit, lireCite, lireValeur, lireValeurs, sansGuillemets } from './valeurs.ts'

/** A sentence's end that says what is wrong; never leaves this file. */
class FauteFormule extends Error {}

const PROFONDEUR_MAXIMALE = 60

const BORNES: Readonly<Record<string, 'min' | 'max' | 'plus_de' | 'moins_de'>> = {
  '≥': 'min',
  '>=': 'min',
  '≤': 'max',
  '<=': 'max',
  '>': 'plus_de',
  '<': 'moins_de',
}

/** Words that end a value which is not between quotes. */
const LIENS = new Set(['et', 'ou'])

class Lecteur {
  readonly #texte: string
  readonly #jetons: readonly Jeton[]
  #place = 0
  #profondeur = 0

  constructor(texte: string, lus: readonly Jeton[]) {
    this.#texte = texte
    this.#jetons = lus
  }

  lire(): Condition {
    const condition = this.#ou()
    if (this.#place < this.#jetons.length) throw this.#faute('« et », « ou » ou la fin de la formule')
    return condition
  }

  #ou(): Condition {
    if (++this.#profondeur > PROFONDEUR_MAXIMALE) {
      throw new FauteFormule('la formule a trop de parenthèses imbriquées ; simplifiez-la')
    }
    const conditions = [this.#et()]
    while (this.#avalerMot('ou')) conditions.push(this.#et())
    this.#profondeur--
    return seuleOu(conditions, (un_de) => ({ un_de }))
  }

  #et(): Condition {
    const conditions = [this.#unaire()]
    while (this.#avalerMot('et')) conditions.push(this.#unaire())
    return seuleOu(conditions, (tous) => ({ tous }))
  }

  #unaire(): Condition {
    let negations = 0
    while (this.#avalerMot('non')) {
      if (++negations > PROFONDEUR_MAXIMALE) throw new FauteFormule('la formule a trop de « non » ; simplifiez-la')
    }
    let condition = this.#simple()
    for (; negations > 0; negations--) condition = { non: condition }
    return condition
  }

  #simple(): Condition {
    if (this.#avaler('(')) return this.#entreParentheses()
    if (this.#estMot('tous') && this.#suivant('(')) return { tous: this.#groupe() }
    if (this.#estMot('unde') && this.#suivant('(')) return { un_de: this.#groupe() }
    return this.#feuille()
  }

  #entreParentheses(): Condition {
    const condition = this.#ou()
    if (!this.#avaler(')')) throw this.#faute('une parenthèse fermante')
    return condition
  }

  #groupe(): readonly Condition[] {
    this.#place += 2
    const conditions = [this.#ou()]
    while (this.#avaler(';')) conditions.push(this.#ou())
    if (!this.#avaler(')')) throw this.#faute('« ; » ou une parenthèse fermante')
    return conditions
  }

  #feuille(): Condition {
    const champ = this.#champ()
    if (this.#avalerMot('renseigne') || this.#avalerMot('connu')) return { connu: champ.code }
    if (this.#estMot('est') && this.#suivantParmi(['renseigne', 'connu'])) {
      this.#place += 2
      return { connu: champ.code }
    }
    if (this.#avalerMot('entre')) return this.#entre(champ)
    if (this.#avalerMot('parmi')) return { champ: champ.code, parmi: this.#liste(champ) }
    if (this.#avalerMot('contient')) {
      return { champ: champ.code, parmi: this.#estSigne('(') ? this.#liste(champ) : [this.#valeur(champ)] }
    }
    if (this.#avalerComparateur(['≠', '<>', '!='])) return { non: { champ: champ.code, est: this.#valeur(champ) } }
    if (this.#avalerMot('est') || this.#avalerComparateur(['='])) return { champ: champ.code, est: this.#valeur(champ) }
    if (this.#borne() !== undefined) return this.#bornes(champ)
    throw this.#faute(`un test après « ${champ.code} » (=, ≠, ≥, ≤, >, <, parmi, contient, entre, renseigné)`)
  }

  /** A field is one word, its code, or its label between quotes. */
  #champ(): ChampNommable {
    const jeton = this.#jetons[this.#place]
    if (jeton === undefined || (jeton.genre !== 'mot' && jeton.genre !== 'cite')) throw this.#faute('un nom de champ')
    this.#place++
    const nom = sansGuillemets(jeton.texte) ?? jeton.texte
    const champ = champDit(nom)
    if (champ !== undefined) return champ
    let raison = ''
    verifierChamp(nom, (faute) => {
      raison = faute
    })
    throw new FauteFormule(raison)
  }

  #entre(champ: ChampNommable): Condition {
    const min = this.#valeur(champ)
    if (!this.#avalerMot('et')) throw this.#faute('« et », puis la seconde borne')
    return { champ: champ.code, min, max: this.#valeur(champ) } as Condition
  }

  /** « ≥ 12 et < 48 »: what follows « et » is another bound of the same field when it begins with a sign. */
  #bornes(champ: ChampNommable): Condition {
    const bornes: Record<string, ValeurGrille> = {}
    do {
      const nom = this.#borne() ?? ''
      this.#place++
      if (nom in bornes) throw new FauteFormule(`« ${champ.code} » a deux fois la même borne`)
      bornes[nom] = this.#valeur(champ)
    } while (this.#suiteDeBornes())
    return { champ: champ.code, ...bornes } as unknown as Condition
  }

  #suiteDeBornes(): boolean {
    const signe = this.#jetons[this.#place + 1]
    if (!this.#estMot('et') || signe?.genre !== 'comparateur' || BORNES[signe.texte] === undefined) return false
    this.#place++
    return true
  }

  #borne(): 'min' | 'max' | 'plus_de' | 'moins_de' | undefined {
    const jeton = this.#jetons[this.#place]
    return jeton?.genre === 'comparateur' ? BORNES[jeton.texte] : undefined
  }

  #valeur(champ: ChampNommable): ValeurGrille {
    const premier = this.#jetons[this.#place]
    if (premier?.genre === 'cite') {
      this.#place++
      return lireCite(champ, sansGuillemets(premier.texte) ?? '')
    }
    let dernier: Jeton | undefined
    for (let jeton = premier; jeton?.genre === 'mot' && !LIENS.has(cleTexte(jeton.texte));) {
      dernier = jeton
      jeton = this.#jetons[++this.#place]
    }
    if (premier === undefined || dernier === undefined) throw this.#faute(`une valeur pour « ${champ.code} »`)
    return lireValeur(champ, this.#texte.slice(premier.debut, dernier.fin))
  }

  /** « (05 ; 06) »: read as the cell of a list would be. */
  #liste(champ: ChampNommable): readonly ValeurGrille[] {
    const debut = this.#jetons[this.#place]
    if (!this.#avaler('(')) throw this.#faute('une liste de valeurs entre parenthèses')
    while (this.#place < this.#jetons.length && !this.#estSigne(')')) this.#place++
    const fin = this.#jetons[this.#place]
    if (!this.#avaler(')')) throw this.#faute('une parenthèse fermante')
    const valeurs = lireValeurs(champ, this.#texte.slice(debut?.fin ?? 0, fin?.debut))
    if (valeurs.length === 0) throw new FauteFormule(`la liste de « ${champ.code} » est vide`)
    return valeurs
  }

  #estMot(cle: string, place = this.#place): boolean {
    const jeton = this.#jetons[place]
    return jeton?.genre === 'mot' && cleTexte(jeton.texte) === cle
  }

  #estSigne(genre: '(' | ')' | ';'): boolean {
    return this.#jetons[this.#place]?.genre === genre
  }

  #suivant(genre: '('): boolean {
    return this.#jetons[this.#place + 1]?.genre === genre
  }

  #suivantParmi(cles: readonly string[]): boolean {
    return cles.some((cle) => this.#estMot(cle, this.#place + 1))
  }

  #avalerMot(cle: string): boolean {
    if (!this.#estMot(cle)) return false
    this.#place++
    return true
  }

  #avaler(genre: '(' | ')' | ';'): boolean {
    if (!this.#estSigne(genre)) return false
    this.#place++
    return true
  }

  #avalerComparateur(signes: readonly string[]): boolean {
    const jeton = this.#jetons[this.#place]
    if (jeton?.genre !== 'comparateur' || !signes.includes(jeton.texte)) return false
    this.#place++
    return true
  }

  #faute(attendu: string): FauteFormule {
    const jeton = this.#jetons[this.#place]
    const lu = jeton === undefined ? 'la formule s’arrête trop tôt' : `« ${jeton.texte} » n’est pas à sa place`
    return new FauteFormule(`${lu} ; attendu : ${attendu}`)
  }
}

function seuleOu(
  conditions: readonly Condition[],
  grouper: (conditions: readonly Condition[]) => Condition,
): Condition {
  const [seule, ...autres] = conditions
  return seule !== undefined && autres.length === 0 ? seule : grouper(conditions)
}

/**
 * Reads a condition typed as one French expression: `non` binds more than `et`, `et` more than `ou`, brackets decide.
 * Values are typed as in a cell: codes or labels, between quotes when they hold « et », « ou », a sign or a bracket.
 *
 * @returns the condition as a grid holds it, or undefined once its fault is reported
 * @example lireFormule('taux_effort > 33 % et non dalo = oui', () => undefined)
 *   //=> { tous: [{ champ: 'taux_effort', plus_de: 0.33 }, { non: { champ: 'dalo', est: true } }] }
 */
export function lireFormule(texte: string, signaler: Signaler): Condition | undefined {
  const lus = jetons(texte)
  if (typeof lus === 'number') {
    signaler(`à partir de « ${texte.slice(lus, lus + 20)} », la formule ne se lit pas : des guillemets restent ouverts`)
    return undefined
  }
  try {
    const condition = new Lecteur(texte, lus).lire()
    return verifierCondition(condition, signaler) === undefined ? undefined : condition
  } catch (erreur) {
    if (!(erreur instanceof FauteFormule)) throw erreur
    signaler(erreur.message)
    return undefined
  }
}
