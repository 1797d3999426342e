import { comparer, decimal, entier } from './exact.ts'
import type { Rapport } from './exact.ts'
import type { Valeur } from './cellules.ts'
import type { ConditionJson, TestJson, ValeurJson } from './grille.ts'
import { jourIso } from './jours.ts'
import { estRapport } from './lire.ts'

/** Reads a field, base or derived; undefined when unknown. */
export type LireChamp = (champ: string) => Valeur | undefined

/** True, false, or undefined when it cannot be said. */
export type Verite = boolean | undefined

function egal(valeur: Valeur, attendu: ValeurJson): boolean {
  if (Array.isArray(valeur)) return valeur.includes(attendu)
  if (estRapport(valeur)) return typeof attendu === 'number' && comparer(valeur, decimal(attendu)) === 0
  if (typeof valeur === 'number') return typeof attendu === 'string' && valeur === jourIso(attendu)
  return valeur === attendu
}

const BORNES = new Map<number | string, Rapport>()

/** A bound of the grid as an exact number; a day is its number of days. */
function borne(texte: number | string): Rapport {
  const connue = BORNES.get(texte)
  if (connue) return connue
  const nouvelle = typeof texte === 'number' ? decimal(texte) : entier(jourIso(texte))
  BORNES.set(texte, nouvelle)
  return nouvelle
}

function dansLesBornes(valeur: Valeur, { min, max, plus_de, moins_de }: TestJson): boolean {
  const exact = typeof valeur === 'number' ? entier(valeur) : valeur
  if (!estRapport(exact)) throw new Error('an ordered test needs a number or a day')
  return (
    (min === undefined || comparer(exact, borne(min)) >= 0) &&
    (max === undefined || comparer(exact, borne(max)) <= 0) &&
    (plus_de === undefined || comparer(exact, borne(plus_de)) > 0) &&
    (moins_de === undefined || comparer(exact, borne(moins_de)) < 0)
  )
}

function tester(test: TestJson, lire: LireChamp): Verite {
  const valeur = lire(test.champ)
  if (valeur === undefined) return undefined
  if (test.est !== undefined) return egal(valeur, test.est)
  if (test.parmi !== undefined) return test.parmi.some((attendu) => egal(valeur, attendu))
  return dansLesBornes(valeur, test)
}

function tous(verites: readonly Verite[]): Verite {
  if (verites.includes(false)) return false
  return verites.includes(undefined) ? undefined : true
}

function unDe(verites: readonly Verite[]): Verite {
  if (verites.includes(true)) return true
  return verites.includes(undefined) ? undefined : false
}

/** The truth of a condition in Kleene's logic. */
export function evaluer(condition: ConditionJson, lire: LireChamp): Verite {
  if ('tous' in condition) return tous(condition.tous.map((c) => evaluer(c, lire)))
  if ('un_de' in condition) return unDe(condition.un_de.map((c) => evaluer(c, lire)))
  if ('connu' in condition) return lire(condition.connu) !== undefined
  if ('non' in condition) {
    const verite = evaluer(condition.non, lire)
    return verite === undefined ? undefined : !verite
  }
  return tester(condition, lire)
}

/** Every field that a condition names. */
export function champsDe(condition: ConditionJson): readonly string[] {
  if ('tous' in condition) return condition.tous.flatMap(champsDe)
  if ('un_de' in condition) return condition.un_de.flatMap(champsDe)
  if ('non' in condition) return champsDe(condition.non)
  return 'connu' in condition ? [condition.connu] : [condition.champ]
}
