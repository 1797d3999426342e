import { cacherSecondaires } from './complementaire.ts'
import { type Etat, etatInitial, type Savoir } from './etat.ts'
import { messages } from './messages.ts'
import type { Cellule, Precedent, Protection, Rapport, Relation, Secret } from './modele.ts'
import { cacherPrimaires } from './primaire.ts'
import type { Profil } from './profils.ts'
import { compiler } from './systeme.ts'

function compte(raisons: readonly Secret[], raison: Secret): number {
  return raisons.filter((r) => r === raison).length
}

/** Cells whose interval stayed narrower than wanted under some knowledge. */
function etroites(etat: Etat, savoir: Savoir, minimum: (cellule: number) => number): string[] {
  const { plus, moins } = etat.vues[savoir]
  return etat.systeme.cellules.flatMap(({ id }, i) => {
    const largeur = (plus[i] ?? 0) + (moins[i] ?? 0)
    return etat.masque[i] === 1 && largeur < minimum(i) ? [id] : []
  })
}

function phrases(rapport: Omit<Rapport, 'phrases'>, profil: Profil): string[] {
  const sansDifferences = profil.difference > 0 ? messages.sansPrecedent : messages.sansRegleDifference(profil)
  return [
    messages.bilan(rapport.publiees, rapport.cellules - rapport.publiees),
    ...(rapport.differencesVerifiees ? [] : [sansDifferences]),
    ...(rapport.nonProtegees.length > 0 ? [messages.nonProtegees(rapport.nonProtegees.length)] : []),
    ...(rapport.fragiles.length > 0 ? [messages.fragiles(rapport.fragiles.length)] : []),
  ]
}

function resumer(etat: Etat, precedent: Precedent | undefined): Rapport {
  const { raisons, profil } = etat
  const { haut, bas } = etat.vues.regle
  const rapport = {
    profil: profil.id,
    cellules: raisons.length,
    publiees: compte(raisons, null),
    retenues: {
      primaire: compte(raisons, 'primaire'),
      secondaire: compte(raisons, 'secondaire'),
      dominance: compte(raisons, 'dominance'),
      difference: compte(raisons, 'difference'),
    },
    differencesVerifiees: precedent !== undefined && profil.difference > 0,
    nonProtegees: etroites(etat, 'regle', (i) => Math.min(profil.largeur - 1, (haut[i] ?? 0) - (bas[i] ?? 0))),
    fragiles: etroites(etat, 'zeros', () => 1),
  }
  return { ...rapport, phrases: phrases(rapport, profil) }
}

/**
 * Says which counts of linked tables may be published, so that none of the withheld ones can be found again from those
 * that are, nor put in an interval narrower than the profile asks.
 *
 * The same input always gives the same answer. A count that is published is published as it is: nothing is rounded.
 *
 * @param precedent what the previous file published; without it the changes since then are not checked, and the report
 *   says so
 * @throws Refus when parts do not add up to their total
 * @example
 * const cellules = [{ id: 'T', valeur: 60 }, { id: 'a', valeur: 4 }, { id: 'b', valeur: 20 }, { id: 'c', valeur: 36 }]
 * proteger(cellules, [{ total: 'T', parties: ['a', 'b', 'c'] }], MENAGES_11).secret
 * //=> [null, 'primaire', 'secondaire', null]
 */
export function proteger(
  cellules: readonly Cellule[],
  relations: readonly Relation[],
  profil: Profil,
  precedent?: Precedent,
): Protection {
  const etat = etatInitial(compiler(cellules, relations), profil)
  cacherPrimaires(etat, precedent)
  const protege = cacherSecondaires(etat)
  return { secret: protege.raisons, rapport: resumer(protege, precedent) }
}
