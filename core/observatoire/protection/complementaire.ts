import { deProcheEnProche } from './de-proche-en-proche.ts'
import { copier, type Etat, SAVOIRS } from './etat.ts'
import { auMoindreCout } from './moindre-cout.ts'
import { nettoyer } from './nettoyer.ts'

function combien(etat: Etat): number {
  return etat.raisons.filter((raison) => raison !== null).length
}

/** Whether a denominator is withheld that was not: all that is shown over it would go with it, zeros too. */
function perdDenominateur(simple: Etat, cherche: Etat): boolean {
  const perdu = (c: number): boolean => simple.masque[c] === 1 && cherche.masque[c] === 0
  return simple.systeme.relations.some(({ nature, total }) => nature === 'taux' && perdu(total))
}

/** The work as it was before any cell was withheld for another, asked for the widths that `protege` could have. */
function recommencer(depart: Etat, protege: Etat): Etat {
  const etat = copier(depart)
  for (const savoir of SAVOIRS)
    depart.masque.forEach((masque, i) => {
      if (masque === 1) etat.vues[savoir].exige[i] = protege.vues[savoir].exige[i] ?? 0
    })
  return etat
}

/**
 * Withholds further cells, as few as it can, until every hidden cell can take values at least as far apart as the profile
 * asks, in tables that fit all that the attacker knows; then publishes again those that turned out to be of no use.
 *
 * Two methods are tried, and the one that publishes more is kept: the search of the least cost and, as long as it withholds
 * fewer cells and no further denominator, the plain one. The state given is left as it was.
 */
export function cacherSecondaires(depart: Etat): Etat {
  const cherche = copier(depart)
  auMoindreCout(cherche)
  nettoyer(cherche)
  const simple = recommencer(depart, cherche)
  if (!deProcheEnProche(simple, combien(cherche) - combien(depart))) return cherche
  nettoyer(simple)
  return perdDenominateur(simple, cherche) ? cherche : simple
}
