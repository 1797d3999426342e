import type { ColonneEcrite, FeuilleEcrite, FormatColonne, ValeurEcrite } from './table.ts'
import { francais } from './typographie.ts'

/** What the caller knows of a run (files, day, engine version…), written above the table. */
export type Provenance = FeuilleEcrite['provenance']

/** One column of a sheet of results, and where its cells come from. */
export interface ColonneDe<T> extends ColonneEcrite {
  readonly valeur: (element: T) => ValeurEcrite
}

/**
 * One column of a sheet of results; `largeur` is in characters.
 *
 * @example colonneDe('Total', 'points', 9, (total: number) => total).valeur(12) //=> 12
 */
export function colonneDe<T>(
  titre: string,
  format: FormatColonne,
  largeur: number,
  valeur: (element: T) => ValeurEcrite,
): ColonneDe<T> {
  return { titre, format, largeur, valeur }
}

/** A sheet of one row an element; its block of provenance gets its no-break spaces. */
export function feuilleDe<T>(
  nom: string,
  titre: string,
  provenance: Provenance,
  colonnes: readonly ColonneDe<T>[],
  elements: readonly T[],
): FeuilleEcrite {
  return {
    nom,
    titre: francais(titre),
    provenance: provenance.map(([etiquette, valeur]) => [etiquette, francais(valeur)] as const),
    colonnes: colonnes.map(({ titre: t, format, largeur }) => ({ titre: t, format, largeur })),
    nombreLignes: elements.length,
    ligne: (i) => {
      const element = elements[i]
      return element === undefined ? [] : colonnes.map(({ valeur }) => valeur(element))
    },
  }
}
