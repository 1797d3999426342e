import type { Donnees } from '../demande/derives/derive.ts'
import type { Colonne, ColonneMultiple, ColonneSimple } from '../lecture/colonne.ts'
import { CONNU } from '../lecture/colonne.ts'
import type { TypeChamp } from '../lecture/modele.ts'
import { jsonCanonique } from '../socle/empreinte.ts'
import { jourIso } from '../socle/jour.ts'
import { cleTexte } from '../socle/texte.ts'
import type { Registre } from './grille/champs-nommables.ts'
import { REGISTRE_DEMANDE } from './grille/champs-nommables.ts'
import type { Condition, ConditionBornes, ValeurGrille } from './grille/grille.ts'

/** Kleene's three values, one a row. */
export const FAUX = 0
export const VRAI = 1
export const INCONNU = 2

/** Answers conditions on a whole table, each distinct one once. */
export interface Evaluateur {
  evaluer(condition: Condition): Uint8Array
}

function nombreDe(valeur: ValeurGrille): number {
  if (typeof valeur === 'boolean') return Number(valeur)
  return typeof valeur === 'number' ? valeur : (jourIso(valeur) ?? NaN)
}

/** Which entries of a dictionary are among these values; texts that are not codes are compared as a person would. */
function entreesParmi(dictionnaire: readonly string[], valeurs: readonly ValeurGrille[]): Uint8Array {
  const cles = new Set(valeurs.map((valeur) => cleTexte(String(valeur))))
  return Uint8Array.from(dictionnaire, (entree) => Number(cles.has(cleTexte(entree))))
}

/** Lists of up to this many values are compared as bits of one number, whose last bit says that nothing is known. */
const VALEURS_EN_BITS = 31
const BIT_INCONNU = 1 << VALEURS_EN_BITS

/** The values of each row as bits, made once a column: registers ask many conditions of the same lists. */
function bitsDe(colonne: Colonne): Int32Array | undefined {
  if (colonne.dictionnaire.length > VALEURS_EN_BITS) return undefined
  return colonne.genre === 'simple' ? bitsSimples(colonne) : bitsMultiples(colonne)
}

function bitsSimples({ etats, valeurs }: ColonneSimple): Int32Array {
  const bits = new Int32Array(etats.length)
  for (let i = 0; i < bits.length; i++) bits[i] = etats[i] === CONNU ? 1 << (valeurs[i] ?? 0) : BIT_INCONNU
  return bits
}

function bitsMultiples({ etats, debuts, elements }: ColonneMultiple): Int32Array {
  const bits = new Int32Array(etats.length)
  for (let i = 0; i < bits.length; i++) {
    let ligne = etats[i] === CONNU ? 0 : BIT_INCONNU
    for (let k = debuts[i] ?? 0; k < (debuts[i + 1] ?? 0); k++) ligne |= 1 << (elements[k] ?? 0)
    bits[i] = ligne
  }
  return bits
}

function parmiBits(bits: Int32Array, voulues: Uint8Array): Uint8Array {
  const masque = voulues.reduce((somme, voulue, rang) => (voulue === 1 ? somme | (1 << rang) : somme), 0)
  const reponses = new Uint8Array(bits.length)
  for (let i = 0; i < reponses.length; i++) {
    const ligne = bits[i] ?? BIT_INCONNU
    reponses[i] = ligne < 0 ? INCONNU : Number((ligne & masque) !== 0)
  }
  return reponses
}

function contient(elements: Uint16Array, debut: number, fin: number, voulues: Uint8Array): boolean {
  for (let k = debut; k < fin; k++) if (voulues[elements[k] ?? 0] === 1) return true
  return false
}

function parmiElements({ etats, debuts, elements }: ColonneMultiple, voulues: Uint8Array): Uint8Array {
  const reponses = new Uint8Array(etats.length)
  for (let i = 0; i < reponses.length; i++) {
    const trouve = contient(elements, debuts[i] ?? 0, debuts[i + 1] ?? 0, voulues)
    reponses[i] = etats[i] !== CONNU ? INCONNU : trouve ? VRAI : FAUX
  }
  return reponses
}

function parmiEntrees({ etats, valeurs }: ColonneSimple, voulues: Uint8Array): Uint8Array {
  const reponses = new Uint8Array(etats.length)
  for (let i = 0; i < reponses.length; i++)
    reponses[i] = etats[i] === CONNU ? (voulues[valeurs[i] ?? 0] ?? FAUX) : INCONNU
  return reponses
}

function parmiNombres({ etats, valeurs }: ColonneSimple, parmi: readonly ValeurGrille[]): Uint8Array {
  const voulus = new Set(parmi.map(nombreDe))
  const reponses = new Uint8Array(etats.length)
  for (let i = 0; i < reponses.length; i++)
    reponses[i] = etats[i] === CONNU ? Number(voulus.has(valeurs[i] ?? 0)) : INCONNU
  return reponses
}

function egaleNombre({ etats, valeurs }: ColonneSimple, voulu: number): Uint8Array {
  const reponses = new Uint8Array(etats.length)
  for (let i = 0; i < reponses.length; i++) reponses[i] = etats[i] === CONNU ? Number(valeurs[i] === voulu) : INCONNU
  return reponses
}

/** Booleans, numbers and dates hold their values; lists and texts hold entries of a dictionary. */
function sansDictionnaire(type: TypeChamp | undefined): boolean {
  return type !== 'liste' && type !== 'texte'
}

function entreBornes({ etats, valeurs }: ColonneSimple, { min, max, plus_de, moins_de }: ConditionBornes): Uint8Array {
  const bas = nombreDe(min ?? -Infinity)
  const haut = nombreDe(max ?? Infinity)
  const auDessus = nombreDe(plus_de ?? -Infinity)
  const auDessous = nombreDe(moins_de ?? Infinity)
  const reponses = new Uint8Array(etats.length)
  for (let i = 0; i < reponses.length; i++) {
    const v = valeurs[i] ?? 0
    reponses[i] = etats[i] === CONNU ? Number(v >= bas && v <= haut && v > auDessus && v < auDessous) : INCONNU
  }
  return reponses
}

/** False wins over unknown, unknown over true. */
function tous(reponses: readonly Uint8Array[]): Uint8Array {
  return combiner(reponses, FAUX)
}

/** True wins over unknown, unknown over false. */
function unDe(reponses: readonly Uint8Array[]): Uint8Array {
  return combiner(reponses, VRAI)
}

function combiner([premiere, ...autres]: readonly Uint8Array[], dominante: number): Uint8Array {
  const resultat = Uint8Array.from(premiere ?? [])
  for (const autre of autres) {
    for (let i = 0; i < resultat.length; i++) {
      const a = resultat[i]
      const b = autre[i] ?? INCONNU
      if (a === dominante || b === dominante) resultat[i] = dominante
      else if (b === INCONNU) resultat[i] = INCONNU
    }
  }
  return resultat
}

function non(reponses: Uint8Array): Uint8Array {
  return reponses.map((reponse) => (reponse === INCONNU ? INCONNU : 1 - reponse))
}

/**
 * Makes the evaluator of conditions over a table; it remembers each condition's answers.
 *
 * @param registre the fields that conditions may name: those of an application unless told
 * @example
 * creerEvaluateur(donnees).evaluer({ champ: 'dalo', est: true }).filter((reponse) => reponse === VRAI).length
 * //=> 67
 */
export function creerEvaluateur(donnees: Donnees, registre: Registre = REGISTRE_DEMANDE): Evaluateur {
  const connues = new Map<string, Uint8Array>()
  const bits = new Map<string, Int32Array | undefined>()
  const parmi = (champ: string, valeurs: readonly ValeurGrille[]): Uint8Array => {
    const colonne = donnees.colonne(champ)
    if (colonne.genre === 'simple' && sansDictionnaire(registre.champ(champ)?.type)) {
      return valeurs.length === 1 ? egaleNombre(colonne, nombreDe(valeurs[0] ?? NaN)) : parmiNombres(colonne, valeurs)
    }
    const voulues = entreesParmi(colonne.dictionnaire, valeurs)
    if (!bits.has(champ)) bits.set(champ, bitsDe(colonne))
    const bitsDuChamp = bits.get(champ)
    if (bitsDuChamp !== undefined) return parmiBits(bitsDuChamp, voulues)
    return colonne.genre === 'simple' ? parmiEntrees(colonne, voulues) : parmiElements(colonne, voulues)
  }
  const repondre = (condition: Condition): Uint8Array => {
    if ('tous' in condition) return tous(condition.tous.map(evaluer))
    if ('un_de' in condition) return unDe(condition.un_de.map(evaluer))
    if ('non' in condition) return non(evaluer(condition.non))
    if ('connu' in condition) return donnees.colonne(condition.connu).etats.map((etat) => Number(etat === CONNU))
    if ('est' in condition) return parmi(condition.champ, [condition.est])
    if ('parmi' in condition) return parmi(condition.champ, condition.parmi)
    return entreBornes(donnees.simple(condition.champ), condition)
  }
  const evaluer = (condition: Condition): Uint8Array => {
    const cle = jsonCanonique(condition)
    const deja = connues.get(cle)
    if (deja !== undefined) return deja
    const reponses = repondre(condition)
    connues.set(cle, reponses)
    return reponses
  }
  return { evaluer }
}
