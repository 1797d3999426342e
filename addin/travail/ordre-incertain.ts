import type { Cotation, Cotations, Grille } from '../../core/index.ts'
import { coter, lireGrille } from '../../core/index.ts'

/** One order a demande, all totals being equal: what the tie-breaks of the grid and the unique number say alone. */
export type OrdreDepartage = Uint32Array

/** The same demandes ranked by a grid that gives everybody the same note leaves the tie-breaks alone to speak. */
function grilleSansNote({ departage }: Grille): unknown {
  return {
    format: 'grille-cotation/1',
    id: 'departage',
    nom: 'Départage',
    criteres: [{ code: 'EGAL', nom: 'Égal', points: 1, si: { connu: 'numero_unique' } }],
    ...(departage === undefined ? {} : { departage }),
  }
}

export function ordreDepartage({ demandes, contexte }: Cotations, { grilleLue, donnees }: Cotation): OrdreDepartage {
  const grille = lireGrille({ ...(grilleSansNote(grilleLue.grille) as object), ...territoireDe(grilleLue.grille) })
  const seule = coter(demandes, [grille], { ...contexte, borne: donnees.contexte.borne })
  return seule.cotations[0]?.classement.ordre ?? new Uint32Array(demandes.nombre)
}

function territoireDe({ territoire }: Grille): { readonly territoire?: string } {
  return territoire === undefined ? {} : { territoire }
}

export interface Bornes {
  /** By demande, in hundredths; infinite when nothing limits it. */
  readonly minimums: Float64Array
  readonly maximums: Float64Array
  readonly departage: OrdreDepartage
}

/**
 * The demandes of a list whose score is not settled and whose place in it is not either.
 *
 * A demande is marked when its bounds differ and another one of the list could stand on the other side of it: with each
 * total anywhere between its bounds, both orders of the two are possible, tie-breaks included. The bounds being what the
 * unknown criteria could give, one that is not marked stays above and below the same demandes whatever the answers are.
 * An incomplete demande whose bounds are equal (a family already at its cap) is not marked: completing it changes nothing.
 *
 * Each demande is two numbers, worst and best, that no two demandes share: total × n − order of the tie-breaks. In a
 * list sorted by what is known, one of the demandes below can pass above when the best of them beats this one's worst,
 * one above can pass below when the worst of them is beaten by this one's best: one pass from each end.
 *
 * @param liste indexes of the demandes, best first
 * @returns by place in the list: 1 when marked
 */
export function placesIncertaines(liste: Uint32Array, bornes: Bornes): Uint8Array {
  const { minimums, maximums, departage } = bornes
  const mobile = (i: number): boolean => minimums[i] !== maximums[i]
  const n = departage.length + 1
  const pire = (i: number): number => (minimums[i] ?? 0) * n - (departage[i] ?? 0)
  const meilleur = (i: number): number => (maximums[i] ?? 0) * n - (departage[i] ?? 0)
  const marques = new Uint8Array(liste.length)
  let plancher = Infinity
  for (let place = 0; place < liste.length; place++) {
    const i = liste[place] ?? 0
    if (mobile(i) && plancher < meilleur(i)) marques[place] = 1
    plancher = Math.min(plancher, pire(i))
  }
  let sommet = -Infinity
  for (let place = liste.length - 1; place >= 0; place--) {
    const i = liste[place] ?? 0
    if (mobile(i) && sommet > pire(i)) marques[place] = 1
    sommet = Math.max(sommet, meilleur(i))
  }
  return marques
}
