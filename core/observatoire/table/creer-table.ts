import type { Jeu } from '../jeu/jeu.ts'
import { ConstructeurTable } from './constructeur.ts'
import type { Table } from './table.ts'

/**
 * Puts datasets together in columns ready to be asked. A figure that several give is kept from the one made last (the
 * last given, on the same day).
 *
 * @throws Refus when two datasets measure one indicator in two ways
 * @example creerTable([jeu]).nombre //=> 1140
 */
export function creerTable(jeux: readonly Jeu[]): Table {
  const constructeur = new ConstructeurTable()
  constructeur.ajouter(jeux)
  return constructeur.table()
}
