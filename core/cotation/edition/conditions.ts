import { Refus } from '../../socle/refus.ts'
import type { Condition } from '../grille/grille.ts'
import type { Chemin } from './operation.ts'

/** The conditions that a group holds; none for a leaf. */
export function enfantsDe(condition: Condition): readonly Condition[] {
  if ('tous' in condition) return condition.tous
  if ('un_de' in condition) return condition.un_de
  return 'non' in condition ? [condition.non] : []
}

function avecEnfants(condition: Condition, enfants: readonly Condition[]): Condition {
  if ('tous' in condition) return { tous: enfants }
  if ('un_de' in condition) return { un_de: enfants }
  const [enfant] = enfants
  if (enfant === undefined) throw new Error('a negation without condition')
  return { non: enfant }
}

function absente(): never {
  throw new Refus('Cette condition n’existe plus : rouvrez le critère.')
}

/** The condition with one of its parts changed. @throws Refus when nothing stands there */
export function remplacer(
  condition: Condition,
  [rang, ...suite]: Chemin,
  changer: (partie: Condition) => Condition,
): Condition {
  if (rang === undefined) return changer(condition)
  const enfants = enfantsDe(condition)
  const enfant = enfants[rang] ?? absente()
  return avecEnfants(condition, enfants.with(rang, remplacer(enfant, suite, changer)))
}

/** Adds a condition beside another: in its group when it is already of that kind, else in a new one. */
export function joindre(condition: Condition, lien: 'et' | 'ou', ajoutee: Condition): Condition {
  if (lien === 'et') return { tous: 'tous' in condition ? [...condition.tous, ajoutee] : [condition, ajoutee] }
  return { un_de: 'un_de' in condition ? [...condition.un_de, ajoutee] : [condition, ajoutee] }
}

/** A group of which one condition is left is that condition. */
function reduire(condition: Condition, enfants: readonly Condition[]): Condition | undefined {
  const [seul, ...autres] = enfants
  if (seul === undefined || 'non' in condition) return seul === undefined ? undefined : avecEnfants(condition, enfants)
  return autres.length === 0 ? seul : avecEnfants(condition, enfants)
}

/** The condition without one of its parts; undefined when nothing is left. @throws Refus when nothing stands there */
export function retirer(condition: Condition, [rang, ...suite]: Chemin): Condition | undefined {
  if (rang === undefined) return undefined
  const enfants = enfantsDe(condition)
  const reste = retirer(enfants[rang] ?? absente(), suite)
  return reduire(condition, reste === undefined ? enfants.toSpliced(rang, 1) : enfants.with(rang, reste))
}
