import { enPoints } from '../../cotation/centiemes.ts'
import { creerEvaluateur } from '../../cotation/condition.ts'
import { centiemesDe } from '../../cotation/constater.ts'
import type { Cotation, Cotations } from '../../cotation/coter.ts'
import type { Critere } from '../../cotation/grille/grille.ts'
import type { GrilleLue } from '../../cotation/grille/lire-grille.ts'
import type { Etapes } from '../../socle/etapes.ts'
import { menerEtapes } from '../../socle/etapes.ts'
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
  const apportes = new Float64Array(population.length)
  if (constat === undefined) return apportes
  for (let p = 0; p < apportes.length; p++) {
    const i = population[p] ?? 0
    const centiemes = centiemesDe(constat, i)
    const absorbe = centiemes > 0 && meilleurs !== undefined && meilleurs[i] !== rang
    if (!absorbe) apportes[p] = centiemes
  }
  return apportes
}

function moyenne(valeurs: Float64Array, { appartenance, n }: Pick<Groupe, 'appartenance' | 'n'>): number | null {
  let somme = 0
  for (let p = 0; p < valeurs.length; p++) if (appartenance[p] === DANS) somme += valeurs[p] ?? 0
  return n === 0 ? null : somme / n
}

function moyenneDeTous(valeurs: Float64Array): number | null {
  return valeurs.length === 0 ? null : valeurs.reduce((somme, valeur) => somme + valeur, 0) / valeurs.length
}

/** Places lost from one order to another. */
function pertesDe(avant: Uint32Array, apres: Uint32Array): Float64Array {
  const pertes = new Float64Array(avant.length)
  for (let p = 0; p < pertes.length; p++) pertes[p] = (apres[p] ?? 0) - (avant[p] ?? 0)
  return pertes
}

/** No household has fewer than one person. */
const JAMAIS = { champ: 'nb_personnes', moins_de: 0 }

function neutre({ code, nom, famille }: Critere): Critere {
  return { code, nom, ...(famille === undefined ? {} : { famille }), points: 1, si: JAMAIS }
}

/** The grid with a criterion that nobody meets in its place: the ranks of the others, hence what is kept of them, stand. */
function sansCritere(grilleLue: GrilleLue, rang: number): GrilleLue {
  const criteres = grilleLue.grille.criteres.map((critere, k) => (k === rang ? neutre(critere) : critere))
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
 * @example effetsDesCriteres(cotations)[0]?.pointsMoyens //=> 1.722…
 */
export function effetsDesCriteres(
  cotations: Cotations,
  rang = 0,
  progresser: (part: number) => void = () => undefined,
): readonly EffetCritere[] {
  return menerEtapes(effetsParEtapes(cotations, rang), progresser)
}

/**
 * `effetsDesCriteres`, one criterion a step: it gives the share done before each.
 *
 * @example menerEtapes(effetsParEtapes(cotations)).length //=> 17
 */
export function* effetsParEtapes(cotations: Cotations, rang = 0): Etapes<readonly EffetCritere[]> {
  const essai = creerEssai(cotations, rang)
  const { cotation } = essai
  const { grilleLue, classement } = cotation
  const population = populationDe(classement)
  const ordre = ordreParmi(classement, population)
  const dimensions = groupesParDimension(creerEvaluateur(cotation.donnees), population)
  const { criteres } = grilleLue.grille
  const effets: EffetCritere[] = []
  for (const [k, { code, nom }] of criteres.entries()) {
    yield k / criteres.length
    const apportes = apports(cotation, k, population)
    const sans = ordreParmi(essai.essayer(sansCritere(grilleLue, k)).classement, population)
    const pertes = pertesDe(ordre, sans)
    const effet = (dimension: string, groupe: Groupe): EffetSurGroupe => ({
      dimension,
      code: groupe.code,
      nom: groupe.nom,
      n: groupe.tu ? null : groupe.n,
      pointsMoyens: groupe.tu ? null : points(moyenne(apportes, groupe)),
      placesMoyennes: groupe.tu ? null : moyenne(pertes, groupe),
    })
    effets.push({
      critere: code,
      nom,
      pointsMoyens: points(moyenneDeTous(apportes)),
      groupes: dimensions.flatMap(({ dimension, groupes }) => groupes.map((groupe) => effet(dimension, groupe))),
    })
  }
  return effets
}
