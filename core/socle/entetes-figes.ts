import type { FeuilleEcrite } from './table.ts'

/** Rows of title and provenance above the headers, at most, for these to be frozen: beyond, they would fill a small screen. */
const LIGNES_AU_DESSUS = 12

/**
 * Whether the headers of a result sheet stay in view when scrolling down, whoever writes it.
 *
 * @example entetesFiges({ titre: 'Cotation', provenance: [['Grille', 'grille-exemple']] }) //=> true
 */
export function entetesFiges({ titre, provenance }: Pick<FeuilleEcrite, 'titre' | 'provenance'>): boolean {
  return provenance.length + (titre === '' ? 0 : 1) <= LIGNES_AU_DESSUS
}
