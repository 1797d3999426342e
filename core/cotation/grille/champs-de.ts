import type { Condition, Critere, Grille } from './grille.ts'

/** The fields that a condition names, each once, in the order of reading. */
export function champsDeCondition(condition: Condition): readonly string[] {
  if ('tous' in condition) return uniques(condition.tous.flatMap(champsDeCondition))
  if ('un_de' in condition) return uniques(condition.un_de.flatMap(champsDeCondition))
  if ('non' in condition) return champsDeCondition(condition.non)
  return ['connu' in condition ? condition.connu : condition.champ]
}

/** The fields that a criterion names: condition, then units or brackets. */
export function champsDeCritere({ si, par, tranches }: Critere): readonly string[] {
  const source = par ?? tranches
  return uniques([...(si === undefined ? [] : champsDeCondition(si)), ...(source === undefined ? [] : [source.champ])])
}

/** Whether a grid names a field, in a criterion, its scope or a tie-break. */
export function utilise({ criteres, portee, departage = [] }: Grille, champ: string): boolean {
  return (
    criteres.some((critere) => champsDeCritere(critere).includes(champ)) ||
    (portee !== undefined && champsDeCondition(portee).includes(champ)) ||
    departage.some((entree) => entree.champ === champ)
  )
}

function uniques(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)]
}
