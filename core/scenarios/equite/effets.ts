import { enPoints } from '../../cotation/centiemes.ts'
import { creerEvaluateur } from '../../cotation/condition.ts'
import { centiemesDe } from '../../cotation/constater.ts'
import type { Cotation, Cotations } from '../../cotation/coter.ts'
import type { GrilleLue } from '../../cotation/grille/lire-grille.ts'
import { creerEssai } from '../essai/essai.ts'
import { DANS } from '../mesures/part-top.ts'
import type { Population } from '../population/population.ts'
import { ordreParmi, populationDe } from '../population/population.ts'
import type { Groupe } from '../population/groupes.ts'
import { groupesParDimension } from '../population/groupes.ts'

/** What a criterion does to a group; figures are null when the group is withheld. */
export interface EffetSurGroupe {
  readonly dimension: string
  readonly code: string
  readonly nom: string
  readonly n: number | null
  /** Mean points that the criterion brings to the demandes of the group, absorbed ones counted 0, caps left aside. */
  readonly pointsMoyens: number | null
  /** Mean places that the group owes to the criterion: those that it would lose without it (negative: would gain). */
  readonly placesMoyennes: number | null
}

export interface EffetCritere {
  readonly critere: string
  readonly nom: string
  /** Over all the demandes. */
  readonly pointsMoyens: number | null
  readonly groupes: readonly EffetSurGroupe[]
}

/** What a criterion brings to each demande of a population, in hundredths. */
function apports({ constats, groupes, sousTotaux }: Cotation, rang: number, population: Population): Float64Array {
  const constat = constats[rang]
  const meilleurs = sousTotaux[groupes.findIndex(({ criteres }) => criteres.includes(rang))]?.meilleurs
  return Float64Array.from(population, (i) => {
    const centiemes = constat === undefined ? 0 : centiemesDe(constat, i)
    return centiemes > 0 && meilleurs !== undefined && meilleurs[i] !== rang ? 0 : centiemes
  })
}

function moyenne(valeurs: Float64Array, { appartenance, n }: Pick<Groupe, 'appartenance' | 'n'>): number | null {
  if (n === 0) return null
  return valeurs.reduce((somme, valeur, p) => (appartenance[p] === DANS ? somme + valeur : somme), 0) / n
}

function moyenneDeTous(valeurs: Float64Array): number | null {
  return valeurs.length === 0 ? null : valeurs.reduce((somme, valeur) => somme + valeur, 0) / valeurs.length
}

function sansCritere(grilleLue: GrilleLue, rang: number): GrilleLue {
  const criteres = grilleLue.grille.criteres.filter((_, k) => k !== rang)
  return { ...grilleLue, grille: { ...grilleLue.grille, criteres } }
}

function points(centiemes: number | null): number | null {
  return centiemes === null ? null : enPoints(centiemes)
}

/**
 * The effect of each criterion on each group: mean points, and the places that the group would lose on average if the
 * criterion were removed, all else equal. Groups under 11 households are withheld.
 *
 * @param rang rank of the grid among those that scored
 * @param progresser told after each criterion how much is done, from 0 to 1
 */
export function effetsDesCriteres(
  cotations: Cotations,
  rang = 0,
  progresser: (part: number) => void = () => undefined,
): readonly EffetCritere[] {
  const essai = creerEssai(cotations, rang)
  const { cotation } = essai
  const { grilleLue, classement } = cotation
  const population = populationDe(classement)
  const ordre = ordreParmi(classement, population)
  const dimensions = groupesParDimension(creerEvaluateur(cotation.donnees), population)
  return grilleLue.grille.criteres.map(({ code, nom }, k, criteres) => {
    progresser(k / criteres.length)
    const apportes = apports(cotation, k, population)
    const sans = ordreParmi(essai.essayer(sansCritere(grilleLue, k)).classement, population)
    const pertes = Float64Array.from(ordre, (place, p) => (sans[p] ?? 0) - place)
    const effet = (dimension: string, groupe: Groupe): EffetSurGroupe => ({
      dimension,
      code: groupe.code,
      nom: groupe.nom,
      n: groupe.tu ? null : groupe.n,
      pointsMoyens: groupe.tu ? null : points(moyenne(apportes, groupe)),
      placesMoyennes: groupe.tu ? null : moyenne(pertes, groupe),
    })
    return {
      critere: code,
      nom,
      pointsMoyens: points(moyenneDeTous(apportes)),
      groupes: dimensions.flatMap(({ dimension, groupes }) => groupes.map((groupe) => effet(dimension, groupe))),
    }
  })
}
