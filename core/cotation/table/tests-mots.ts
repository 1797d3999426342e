import { cleTexte } from '../../socle/texte.ts'

/** What a condition compares with: the codes of the column « test ». */
export type Test = 'est' | 'parmi' | 'min' | 'max' | 'plus_de' | 'moins_de' | 'entre' | 'connu' | 'tranches' | 'formule'

const MOTS: Readonly<Record<Test, readonly string[]>> = {
  est: ['est', 'égal', 'égale', 'égal à', 'vaut', '='],
  parmi: ['parmi', 'contient', 'comprend', 'comprend l’un de', 'contient l’un de', 'un de', 'dans'],
  min: ['min', 'minimum', 'au moins', 'supérieur ou égal', 'supérieur ou égal à', '>=', '≥'],
  max: ['max', 'maximum', 'au plus', 'inférieur ou égal', 'inférieur ou égal à', '<=', '≤'],
  plus_de: ['plus_de', 'supérieur', 'supérieur à', 'strictement supérieur à', '>'],
  moins_de: ['moins_de', 'inférieur', 'inférieur à', 'strictement inférieur à', '<'],
  entre: ['entre'],
  connu: ['connu', 'renseigné', 'est renseigné', 'est connu'],
  tranches: ['tranches', 'tranche', 'par tranches', 'selon'],
  formule: ['formule', 'expression', 'condition'],
}

export const TESTS = Object.keys(MOTS) as readonly Test[]

function cleTest(mot: string): string {
  return cleTexte(mot) === '' ? mot.trim() : cleTexte(mot)
}

const INDEX: ReadonlyMap<string, Test> = new Map(
  TESTS.flatMap((test) => MOTS[test].map((mot) => [cleTest(mot), test] as const)),
)

/** The test that a word or a sign of the column « test » means. @example testDit('au moins') //=> 'min' */
export function testDit(mot: string): Test | undefined {
  return INDEX.get(cleTest(mot))
}
