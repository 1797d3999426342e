import type { ValeurGrille } from '../grille/grille.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import type { Signaler } from '../grille/verifier-condition.ts'
import { verifierChamp } from '../grille/verifier-condition.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { Objet } from './objets.ts'
import { memeContenu } from './objets.ts'
import { champDit, ecrireValeur, lireCite, lireValeur, sansGuillemets } from './valeurs.ts'

const PREMIER = /^(.+?)\s*[:=]\s*(.+?)\s+d['’]\s?abord$/isu
const ORDRE = /^(.+?)(?:\s+(croissant|d[ée]croissant))?$/isu

/**
 * Reads a tie-break: « nature : mutation d’abord », « date_depot croissant ».
 *
 * @returns undefined once its fault is reported
 */
export function lireDepartage(texte: string, signaler: Signaler): Objet | undefined {
  const premier = PREMIER.exec(texte)
  const ordre = ORDRE.exec(texte)
  const nom = (premier ?? ordre)?.[1] ?? ''
  const champ = champDit(sansGuillemets(nom) ?? nom)
  if (champ === undefined) {
    verifierChamp(nom, signaler)
    return undefined
  }
  if (premier !== null) {
    const ecrit = premier[2] ?? ''
    const cite = sansGuillemets(ecrit)
    return { champ: champ.code, premier: cite === undefined ? lireValeur(champ, ecrit) : lireCite(champ, cite) }
  }
  const sens = ordre?.[2]
  return sens === undefined ? { champ: champ.code } : { champ: champ.code, ordre: cleTexte(sens) }
}

/**
 * A tie-break as an officer types it; undefined when the words cannot say all of it.
 *
 * @example ecrireDepartage({ champ: 'date_depot', ordre: 'croissant' }) //=> 'date_depot croissant'
 */
export function ecrireDepartage(departage: Objet): string | undefined {
  const champ = champNommable(String(departage.champ))
  if (champ === undefined) return undefined
  const { premier, ordre } = departage
  const ecrit =
    premier !== undefined
      ? `${champ.code} : ${ecrireValeur(champ, premier as ValeurGrille)} d’abord`
      : ordre === undefined
        ? champ.code
        : `${champ.code} ${ordre === 'decroissant' ? 'décroissant' : 'croissant'}`
  return memeContenu(
    lireDepartage(ecrit, () => undefined),
    departage,
  )
    ? ecrit
    : undefined
}
