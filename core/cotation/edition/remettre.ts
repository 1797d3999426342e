import type { GrilleLue } from '../grille/lire-grille.ts'
import { lireGrille } from '../grille/lire-grille.ts'
import type { Edition } from './edition.ts'
import { substituer } from './edition.ts'
import type { GrilleEditee } from './gestes-grille.ts'

/** Where an entry of a list goes in another: after the last of those that come before it in its own list. */
function placeDe(codes: readonly unknown[], avant: readonly unknown[]): number {
  return 1 + codes.reduce((derniere: number, code, place) => (avant.includes(code) ? place : derniere), -1)
}

/**
 * Puts back a criterion that was removed, as it is in another grid and at the place that it has there; its family comes
 * back with it. The same edition when the criterion is there, or when the other grid does not have it.
 *
 * @throws Refus when the core forbids it
 * @example
 * const sans = executer(edition, { geste: 'retirer-critere', critere: 'DALO' }).edition
 * remettreCritere(sans, grille, 'DALO').lue.grille.criteres[0]?.code //=> 'DALO'
 */
export function remettreCritere(edition: Edition, modele: GrilleLue, code: string): Edition {
  const grille = edition.lue.ecrite as GrilleEditee
  const source = modele.ecrite as GrilleEditee
  const rang = source.criteres.findIndex((critere) => critere.code === code)
  const critere = source.criteres[rang]
  if (critere === undefined || grille.criteres.some((autre) => autre.code === code)) return edition
  const codes = (liste: GrilleEditee['criteres']): readonly unknown[] => liste.map((entree) => entree.code)
  const place = placeDe(codes(grille.criteres), codes(source.criteres.slice(0, rang)))
  const connue = (grille.familles ?? []).some((famille) => famille.code === critere.famille)
  const perdues = connue ? [] : (source.familles ?? []).filter((famille) => famille.code === critere.famille)
  const familles = [...(grille.familles ?? []), ...perdues]
  const remise = {
    ...grille,
    criteres: grille.criteres.toSpliced(place, 0, critere),
    ...(familles.length === 0 ? {} : { familles }),
  }
  return substituer(edition, lireGrille(remise))
}
