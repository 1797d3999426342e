import { champNommable } from '../grille/champs-nommables.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import type { Condition, ConditionBornes, ValeurGrille } from '../grille/grille.ts'
import { ecrireValeur } from './valeurs.ts'

const SIGNES = [
  ['min', '≥'],
  ['plus_de', '>'],
  ['max', '≤'],
  ['moins_de', '<'],
] as const

function champDe(code: string): ChampNommable {
  const champ = champNommable(code)
  if (champ === undefined) throw new Error(`unknown field in a checked condition: got ${code}`)
  return champ
}

/** @example ecrireListe(champNommable('motifs')!, ['05', '06']) //=> '05 ; 06' */
export function ecrireListe(champ: ChampNommable, valeurs: readonly ValeurGrille[]): string {
  return valeurs.map((valeur) => ecrireValeur(champ, valeur)).join(' ; ')
}

function ecrireParmi(code: string, valeurs: readonly ValeurGrille[]): string {
  const champ = champDe(code)
  return champ.type === 'liste multiple' && valeurs.length === 1
    ? `${code} contient ${ecrireListe(champ, valeurs)}`
    : `${code} parmi (${ecrireListe(champ, valeurs)})`
}

function ecrireBornes(bornes: ConditionBornes): string {
  const champ = champDe(bornes.champ)
  const { min, max, plus_de, moins_de } = bornes
  if (min !== undefined && max !== undefined && plus_de === undefined && moins_de === undefined) {
    return `${champ.code} entre ${ecrireValeur(champ, min)} et ${ecrireValeur(champ, max)}`
  }
  const comparaisons = SIGNES.flatMap(([nom, signe]) => {
    const borne = bornes[nom]
    return borne === undefined ? [] : [`${signe} ${ecrireValeur(champ, borne)}`]
  })
  return `${champ.code} ${comparaisons.join(' et ')}`
}

/** A group of several conditions inside a group keeps its brackets: nothing rests on precedence when it is read. */
function ecrireGroupe(conditions: readonly Condition[], lien: 'et' | 'ou'): string {
  const parties = conditions.map((condition) => {
    const enfants = 'tous' in condition ? condition.tous : 'un_de' in condition ? condition.un_de : []
    return enfants.length > 1 ? `(${ecrireFormule(condition)})` : ecrireFormule(condition)
  })
  if (parties.length === 1) return `${lien === 'et' ? 'tous' : 'un_de'} (${parties[0] ?? ''})`
  return parties.join(` ${lien} `)
}

/**
 * A checked condition as one French expression; `lireFormule` gives exactly the same condition back.
 *
 * @example ecrireFormule({ un_de: [{ champ: 'dalo', est: true }, { champ: 'motifs', parmi: ['05'] }] })
 *   //=> 'dalo = oui ou motifs contient 05'
 */
export function ecrireFormule(condition: Condition): string {
  if ('tous' in condition) return ecrireGroupe(condition.tous, 'et')
  if ('un_de' in condition) return ecrireGroupe(condition.un_de, 'ou')
  if ('non' in condition) return `non (${ecrireFormule(condition.non)})`
  if ('connu' in condition) return `${condition.connu} renseigné`
  if ('est' in condition) return `${condition.champ} = ${ecrireValeur(champDe(condition.champ), condition.est)}`
  if ('parmi' in condition) return ecrireParmi(condition.champ, condition.parmi)
  return ecrireBornes(condition)
}
