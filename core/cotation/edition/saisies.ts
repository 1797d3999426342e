import { Refus } from '../../socle/refus.ts'
import type { Condition } from '../grille/grille.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { estNumerique } from '../grille/champs-nommables.ts'
import type { Signaler } from '../grille/verifier-condition.ts'
import { verifierChamp } from '../grille/verifier-condition.ts'
import { lireCondition } from '../table/criteres-lus.ts'
import type { FauteTable } from '../table/faute-table.ts'
import { ligneTable } from '../table/ligne-table.ts'
import { lireFormule } from '../table/lire-formule.ts'
import { lireNombre } from '../table/nombres.ts'
import { champDit } from '../table/valeurs.ts'
import type { FeuilleSaisie } from './operation.ts'

/** Calls a reader that reports faults. @throws Refus with those that it reported */
export function exigerSansFaute<T>(lire: (signaler: Signaler) => T | undefined): T {
  const fautes: string[] = []
  const lu = lire((faute) => fautes.push(`${faute.charAt(0).toUpperCase()}${faute.slice(1)}.`))
  if (lu === undefined || fautes.length > 0) throw new Refus(fautes.length > 0 ? fautes : 'La saisie ne se lit pas.')
  return lu
}

/** @throws Refus when the text is not a number */
export function nombreSaisi(texte: string, nom: string, unite = 'points'): number {
  const nombre = lireNombre(texte, unite)
  if (nombre === undefined) throw new Refus(`« ${texte} » n’est pas un nombre (${nom}) ; attendu : par exemple 12,5.`)
  return nombre
}

/** @returns undefined for an empty text @throws Refus when the text is not a number */
export function nombreFacultatif(texte: string, nom: string, unite = 'points'): number | undefined {
  return texte.trim() === '' ? undefined : nombreSaisi(texte, nom, unite)
}

/** @throws Refus when the text is empty */
export function texteSaisi(texte: string, nom: string): string {
  const net = texte.trim()
  if (net === '') throw new Refus(`${nom} ne peut pas être vide.`)
  return net
}

/** @throws Refus when no field has this name, or the law forbids it */
export function champSaisi(texte: string): ChampNommable {
  return exigerSansFaute((signaler) => champDit(texte) ?? verifierChamp(texte.trim(), signaler))
}

/** @throws Refus when the field does not hold numbers */
export function champMesure(texte: string): ChampNommable {
  const champ = champSaisi(texte)
  if (!estNumerique(champ)) {
    throw new Refus(`« ${champ.libelle} » ne se compte pas : choisissez un champ qui contient un nombre.`)
  }
  return champ
}

/** @throws Refus when the formula is not one */
export function formuleSaisie(texte: string): Condition {
  return exigerSansFaute((signaler) => lireFormule(texte, signaler))
}

/** @throws Refus naming what does not fit: field, test or value */
export function feuilleSaisie({ champ, test, valeur }: FeuilleSaisie): Condition {
  const fautes: FauteTable[] = []
  const cellules = new Map([
    ['champ', champ],
    ['test', test],
    ['valeur', valeur],
  ])
  const condition = lireCondition(ligneTable('Grille', 0, cellules, fautes))
  if (fautes.length > 0) throw new Refus(fautes.map(({ message }) => message))
  if (condition === undefined) throw new Refus('La condition manque : choisissez un champ, un test et une valeur.')
  return condition
}
