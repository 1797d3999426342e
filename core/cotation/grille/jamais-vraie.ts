import type { ChampNommable } from './champs-nommables.ts'
import { champNommable } from './champs-nommables.ts'
import type { Condition, ConditionBornes, ValeurGrille } from './grille.ts'

/** One test on one field, or its contrary. */
type Test =
  | {
      readonly genre: 'valeurs'
      readonly champ: string
      readonly valeurs: readonly ValeurGrille[]
      readonly nie: boolean
    }
  | { readonly genre: 'bornes'; readonly champ: string; readonly bornes: ConditionBornes }
  | { readonly genre: 'connu'; readonly champ: string; readonly nie: boolean }

/** A condition without `non`: contraries are at the leaves. */
type Forme = Test | Groupe

interface Groupe {
  readonly genre: 'tous' | 'un_de'
  readonly formes: readonly Forme[]
}

function estGroupe(forme: Forme): forme is Groupe {
  return 'formes' in forme
}

/** The contrary of an interval: below it or above it. */
function horsBornes({ champ, min, max, plus_de, moins_de }: ConditionBornes): Forme {
  const contraires: ConditionBornes[] = [
    ...(min === undefined ? [] : [{ champ, moins_de: min }]),
    ...(max === undefined ? [] : [{ champ, plus_de: max }]),
    ...(plus_de === undefined ? [] : [{ champ, max: plus_de }]),
    ...(moins_de === undefined ? [] : [{ champ, min: moins_de }]),
  ]
  return { genre: 'un_de', formes: contraires.map((bornes) => ({ genre: 'bornes', champ, bornes })) }
}

function formeDe(condition: Condition, nie: boolean): Forme {
  if ('non' in condition) return formeDe(condition.non, !nie)
  if ('tous' in condition || 'un_de' in condition) {
    const conditions = 'tous' in condition ? condition.tous : condition.un_de
    return { genre: 'tous' in condition !== nie ? 'tous' : 'un_de', formes: conditions.map((c) => formeDe(c, nie)) }
  }
  if ('connu' in condition) return { genre: 'connu', champ: condition.connu, nie }
  if ('est' in condition) return { genre: 'valeurs', champ: condition.champ, valeurs: [condition.est], nie }
  if ('parmi' in condition) return { genre: 'valeurs', champ: condition.champ, valeurs: condition.parmi, nie }
  return nie ? horsBornes(condition) : { genre: 'bornes', champ: condition.champ, bornes: condition }
}

interface Intervalle {
  readonly bas: number | string
  readonly basExclu: boolean
  readonly haut: number | string
  readonly hautExclu: boolean
}

/** After every ISO day, as the empty text is before them. */
const APRES_TOUT = '\uffff'

function etendueDe({ type, minimum, maximum }: ChampNommable): Intervalle {
  const [bas, haut] = type === 'date' ? ['', APRES_TOUT] : [minimum, maximum]
  return { bas, basExclu: false, haut, hautExclu: false }
}

function resserrer(i: Intervalle, { min, max, plus_de, moins_de }: ConditionBornes): Intervalle {
  let { bas, basExclu, haut, hautExclu } = i
  if (min !== undefined && min > bas) [bas, basExclu] = [min, false]
  if (plus_de !== undefined && plus_de >= bas) [bas, basExclu] = [plus_de, true]
  if (max !== undefined && max < haut) [haut, hautExclu] = [max, false]
  if (moins_de !== undefined && moins_de <= haut) [haut, hautExclu] = [moins_de, true]
  return { bas, basExclu, haut, hautExclu }
}

function contient({ bas, basExclu, haut, hautExclu }: Intervalle, valeur: ValeurGrille): boolean {
  return (basExclu ? valeur > bas : valeur >= bas) && (hautExclu ? valeur < haut : valeur <= haut)
}

/** Whole numbers of an interval are looked through one by one up to here: closed lists of numbers are short. */
const ENTIERS_ESSAYES = 100

/** The values that a field of a closed range can take, when there are few; undefined when there are many. */
function valeursPossibles({ type, valeurs }: ChampNommable, i: Intervalle): readonly ValeurGrille[] | undefined {
  if (type === 'booleen') return [true, false]
  if (type === 'liste') return valeurs?.map(({ code }) => code)
  if (type !== 'entier' || typeof i.bas !== 'number' || typeof i.haut !== 'number') return undefined
  const [premier, dernier] = [Math.ceil(i.bas), Math.floor(i.haut)]
  if (dernier - premier >= ENTIERS_ESSAYES) return undefined
  return Array.from({ length: Math.max(0, dernier - premier + 1) }, (_, rang) => premier + rang)
}

function vide({ bas, basExclu, haut, hautExclu }: Intervalle): boolean {
  return bas > haut || (bas === haut && (basExclu || hautExclu))
}

/** Whether no value of a single-valued field passes all these tests. */
function sansValeur(champ: ChampNommable, tests: readonly Test[]): boolean {
  const bornes = tests.flatMap((test) => (test.genre === 'bornes' ? [test.bornes] : []))
  const intervalle = bornes.reduce(resserrer, etendueDe(champ))
  const ordonne = champ.type === 'entier' || champ.type === 'nombre' || champ.type === 'date'
  if (ordonne && vide(intervalle)) return true
  const egalites = tests.filter((test) => test.genre === 'valeurs')
  const candidates = egalites.find(({ nie }) => !nie)?.valeurs ?? valeursPossibles(champ, intervalle)
  return candidates?.every((valeur) => !admise(champ, valeur, ordonne ? intervalle : undefined, egalites)) ?? false
}

function admise(
  { type }: ChampNommable,
  valeur: ValeurGrille,
  intervalle: Intervalle | undefined,
  egalites: readonly Extract<Test, { genre: 'valeurs' }>[],
): boolean {
  if (type === 'entier' && !Number.isInteger(valeur)) return false
  if (intervalle !== undefined && !contient(intervalle, valeur)) return false
  return egalites.every(({ valeurs, nie }) => valeurs.includes(valeur) !== nie)
}

/** A list may hold several values: only a value asked for and forbidden at once contradicts itself. */
function listeSansValeur(tests: readonly Test[]): boolean {
  const egalites = tests.filter((test) => test.genre === 'valeurs')
  const interdites = new Set(egalites.filter(({ nie }) => nie).flatMap(({ valeurs }) => valeurs))
  return egalites.some(({ valeurs, nie }) => !nie && valeurs.every((valeur) => interdites.has(valeur)))
}

/** Tests on one field that nothing can pass together. A test on an unknown value is never true. */
function incompatibles(code: string, tests: readonly Test[]): boolean {
  const champ = champNommable(code)
  const inconnu = tests.some((test) => test.genre === 'connu' && test.nie)
  if (inconnu && tests.some((test) => test.genre !== 'connu' || !test.nie)) return true
  if (champ === undefined || !tests.some((test) => test.genre !== 'connu')) return false
  return champ.type === 'liste multiple' ? listeSansValeur(tests) : sansValeur(champ, tests)
}

/** The tests that must all hold, and the choices left to make. */
function exigences(forme: Forme): { readonly tests: readonly Test[]; readonly choix: readonly (readonly Forme[])[] } {
  if (!estGroupe(forme)) return { tests: [forme], choix: [] }
  if (forme.genre === 'un_de') return { tests: [], choix: [forme.formes] }
  const dedans = forme.formes.map(exigences)
  return { tests: dedans.flatMap(({ tests }) => tests), choix: dedans.flatMap(({ choix }) => choix) }
}

function sansIssue(forme: Forme, acquis: readonly Test[]): boolean {
  const { tests, choix } = exigences(forme)
  const tous = [...acquis, ...tests]
  const champs = new Set(tests.map(({ champ }) => champ))
  if (
    [...champs].some((code) =>
      incompatibles(
        code,
        tous.filter(({ champ }) => champ === code),
      ),
    )
  )
    return true
  return choix.some((formes) => formes.every((branche) => sansIssue(branche, tous)))
}

/**
 * Whether nothing that the fields can hold makes all these conditions true together: values outside the range of a field,
 * tests that contradict each other, fractions asked of a whole number. It may miss a contradiction between several choices;
 * it never sees one that is not there.
 *
 * @example jamaisVraie([{ champ: 'nb_personnes', min: 3 }, { non: { champ: 'nb_personnes', plus_de: 2 } }]) //=> true
 */
export function jamaisVraie(conditions: readonly Condition[]): boolean {
  return sansIssue(formeDe({ tous: conditions }, false), [])
}
