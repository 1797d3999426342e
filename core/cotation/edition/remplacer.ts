import type { ChargerSocle } from '../grille/heritage.ts'
import type { GrilleLue } from '../grille/lire-grille.ts'
import { estObjet, memeContenu } from '../table/objets.ts'
import type { Edition } from './edition.ts'
import { ETAPES_GARDEES, ouvrirEdition } from './edition.ts'
import type { GrilleEditee } from './gestes-grille.ts'
import { exigerSuperposable } from './superposer.ts'

/**
 * Checks that a whole grid may stand for the one being edited: over a core, locked criteria are as the core has them.
 *
 * @throws Refus saying what the core forbids
 * @example
 * const verrouillee = executer(edition, { geste: 'verrou', critere: 'DALO', verrouille: true }).edition.lue.ecrite
 * exigerRemplacable(ouvrirSurSocle(verrouillee, { id: 'locale', nom: 'Grille locale' }), autre)
 * //=> throws Refus: Le critère « DALO » est verrouillé par le socle…
 */
export function exigerRemplacable({ socle }: Edition, { ecrite }: GrilleLue): void {
  if (socle !== undefined) exigerSuperposable(ecrite as GrilleEditee, socle)
}

function nommeSonSocle(brute: unknown): boolean {
  return estObjet(brute) && brute.socle !== undefined
}

/**
 * The edition once its whole grid is replaced, by what was typed in tables for instance: one step, which can be undone.
 * A grid that says nothing of a core stands over that of the edition; the same grid changes nothing.
 *
 * @throws Refus when `lireGrille` or the core refuses it
 * @example remplacer(edition, autre.ecrite).lue.grille.nom //=> 'DALO à 40'
 */
export function remplacer(edition: Edition, brute: unknown, charger: ChargerSocle = () => undefined): Edition {
  const ouverte = ouvrirEdition(brute, charger)
  const { lue, socle, passe } = edition
  if (nommeSonSocle(brute) && ouverte.socle?.id !== socle?.id) return ouverte
  exigerRemplacable(edition, ouverte.lue)
  if (memeContenu(ouverte.lue.ecrite, lue.ecrite)) return edition
  return { lue: ouverte.lue, socle, passe: [...passe, lue].slice(-ETAPES_GARDEES), futur: [] }
}
