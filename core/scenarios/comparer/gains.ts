import type { Evaluateur } from '../../cotation/condition.ts'
import { DANS } from '../mesures/part-top.ts'
import type { PertesEtGains } from '../mesures/pertes-et-gains.ts'
import { pertesEtGains, SANS_GROUPE } from '../mesures/pertes-et-gains.ts'
import type { GroupesDimension } from '../population/groupes.ts'
import { groupesParDimension } from '../population/groupes.ts'
import type { Population } from '../population/population.ts'

/** Winners and losers of one group; null when the group is withheld. */
export interface GainsModalite {
  readonly code: string
  readonly nom: string
  readonly gains: PertesEtGains | null
}

export interface GainsDimension {
  readonly dimension: string
  readonly nom: string
  readonly modalites: readonly GainsModalite[]
}

/** From one place on; and from a hundredth of the list, at least ten places, what a household would notice. */
export function seuilsGains(nombre: number): readonly number[] {
  return [1, Math.max(10, Math.ceil(nombre / 100))]
}

/**
 * Places won and lost, group by group, from one ranking to the other. The groups are known already: they serve again as long
 * as the population is the same. A withheld group has no figure.
 *
 * @param ordreA place of each demande of the population, 1 for the first
 * @example
 * const { population, ordreA, ordreB } = comparaisons.paires[0]!
 * const groupes = groupesParDimension(creerEvaluateur(donnees), population)
 * gainsDesGroupes(ordreA, ordreB, groupes)[0]?.modalites[0]?.gains?.seuils[0] //=> { seuil: 1, gagnants: 0, perdants: 67 }
 */
export function gainsDesGroupes(
  ordreA: Uint32Array,
  ordreB: Uint32Array,
  dimensions: readonly GroupesDimension[],
): readonly GainsDimension[] {
  const seuils = seuilsGains(ordreA.length)
  const gainsDe = (appartenance: Uint8Array): PertesEtGains | null => {
    const groupes = Uint16Array.from(appartenance, (reponse) => (reponse === DANS ? 0 : SANS_GROUPE))
    return pertesEtGains(ordreA, ordreB, groupes, 1, seuils)[0] ?? null
  }
  return dimensions.map(({ dimension, nom, groupes }) => ({
    dimension,
    nom,
    modalites: groupes.map((groupe) => ({
      code: groupe.code,
      nom: groupe.nom,
      gains: groupe.tu ? null : gainsDe(groupe.appartenance),
    })),
  }))
}

/** Who gains and who loses places, group by group; groups under 11 households are withheld. */
export function gainsParDimension(
  ordreA: Uint32Array,
  ordreB: Uint32Array,
  evaluateur: Evaluateur,
  population: Population,
): readonly GainsDimension[] {
  return gainsDesGroupes(ordreA, ordreB, groupesParDimension(evaluateur, population))
}
