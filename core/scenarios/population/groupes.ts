import type { Evaluateur } from '../../cotation/condition.ts'
import { DANS, INCONNU } from '../mesures/part-top.ts'
import type { Dimension } from './dimensions.ts'
import { appartenanceDe, DIMENSIONS } from './dimensions.ts'
import type { Population } from './population.ts'
import { aTaire } from './secret.ts'

/** One group of a population, and whether its figures may be shown. */
export interface Groupe {
  readonly code: string
  readonly nom: string
  readonly appartenance: Uint8Array
  readonly n: number
  readonly inconnus: number
  readonly tu: boolean
}

export interface GroupesDimension {
  readonly dimension: string
  readonly nom: string
  readonly groupes: readonly Groupe[]
}

function compter(appartenance: Uint8Array, reponse: number): number {
  return appartenance.reduce((n, celle) => n + Number(celle === reponse), 0)
}

function groupesDe(dimension: Dimension, evaluateur: Evaluateur, population: Population): GroupesDimension {
  const groupes = dimension.modalites.map((modalite) => {
    const appartenance = appartenanceDe(modalite, evaluateur, population)
    const [n, inconnus] = [compter(appartenance, DANS), compter(appartenance, INCONNU)]
    return { code: modalite.code, nom: modalite.nom, appartenance, n, inconnus }
  })
  const tus = aTaire(
    groupes.map(({ n }) => n),
    dimension.exclusive,
  )
  return {
    dimension: dimension.code,
    nom: dimension.nom,
    groupes: groupes.map((groupe, g) => ({ ...groupe, tu: tus[g] === true })),
  }
}

/**
 * The groups of a population, dimension after dimension; those that must not be shown are marked.
 *
 * @example
 * groupesParDimension(creerEvaluateur(donnees), banc.demandes).map(({ nom }) => nom)
 * //=> ['Publics', 'Taille du ménage', 'Âge du titulaire', …]
 */
export function groupesParDimension(evaluateur: Evaluateur, population: Population): readonly GroupesDimension[] {
  return DIMENSIONS.map((dimension) => groupesDe(dimension, evaluateur, population))
}
