import type { Edition } from '../../../core/index.ts'
import { aEnregistrer, executer, ouvrirEdition, Refus } from '../../../core/index.ts'
import type { ScenarioEcrit } from './contrat-essai.ts'

function idDe(brute: unknown): unknown {
  return typeof brute === 'object' && brute !== null && 'id' in brute ? brute.id : undefined
}

/**
 * Opens a grid as it is kept: its core first when it has one.
 *
 * @throws Refus when it is not a grid
 */
export function lireScenario(ecrites: readonly unknown[]): Edition {
  const derniere = ecrites.at(-1)
  return ouvrirEdition(derniere, (id) => ecrites.find((ecrite) => idDe(ecrite) === id && ecrite !== derniere))
}

/** @example idScenario('grille-exemple', 'DALO à 40') //=> 'grille-exemple-dalo-a-40' */
export function idScenario(force: string, nom: string): string {
  const suffixe = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
  return `${force}-${suffixe === '' ? 'essai' : suffixe}`
}

/**
 * Gives a name of its own to a grid tried, so that it is never taken for the one in force, and writes it.
 *
 * @throws Refus when the name is empty
 */
export function enScenario(
  edition: Edition,
  nom: string,
  force: string,
): { readonly edition: Edition; readonly scenario: ScenarioEcrit } {
  const net = nom.trim()
  if (net === '') throw new Refus('Donnez un nom au scénario : par exemple « DALO à 40 ».')
  const nommee = executer(edition, { geste: 'identite', membre: 'nom', valeur: net }).edition
  const identifiee = executer(nommee, { geste: 'identite', membre: 'id', valeur: idScenario(force, net) }).edition
  return { edition: identifiee, scenario: ecrireScenario(identifiee) }
}

export function ecrireScenario(edition: Edition): ScenarioEcrit {
  const { grille, empreinte } = edition.lue
  return {
    nom: grille.nom,
    id: grille.id,
    empreinte,
    ecrites: [...(edition.socle === undefined ? [] : [edition.socle.ecrite]), aEnregistrer(edition)],
  }
}
