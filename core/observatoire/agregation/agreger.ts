import type { Indicateur, Observation, Source } from '../jeu/jeu.ts'

/** A figure of a larger territory that cannot be made from its parts, and why. */
export interface NonAgrege {
  readonly indicateur: string
  readonly territoire: string
  readonly periode: string
  readonly dimension: string | null
  readonly modalite: string | null
  /** `retenu`: some of its parts are withheld, or rounded; `non-additif`: it does not add up (a median, a threshold). */
  readonly raison: 'retenu' | 'non-additif'
  /** Parts withheld or rounded, of how many. */
  readonly manquants: number
  readonly sur: number
}

export interface Agregation {
  readonly observations: readonly Observation[]
  readonly nonAgreges: readonly NonAgrege[]
}

interface Groupe {
  readonly premiere: Observation
  readonly territoire: string
  numerateur: number
  denominateur: number | null
  manquants: number
  sur: number
}

function cleDe({ indicateur, periode, dimension, modalite }: Observation, territoire: string): string {
  return JSON.stringify([indicateur, territoire, periode, dimension, modalite])
}

function grouper(
  observations: readonly Observation[],
  parentDe: (territoire: string) => string | undefined,
  arrondies: ReadonlySet<string>,
): readonly Groupe[] {
  const groupes = new Map<string, Groupe>()
  for (const observation of observations) {
    const territoire = observation.diffusion === null ? parentDe(observation.territoire) : undefined
    if (territoire === undefined) continue
    const cle = cleDe(observation, territoire)
    const neuf = { premiere: observation, territoire, numerateur: 0, denominateur: null, manquants: 0, sur: 0 }
    const groupe: Groupe = groupes.get(cle) ?? neuf
    groupes.set(cle, groupe)
    groupe.sur++
    if (observation.numerateur === null || arrondies.has(observation.source ?? '')) groupe.manquants++
    groupe.numerateur += observation.numerateur ?? 0
    if (observation.denominateur !== null) groupe.denominateur = (groupe.denominateur ?? 0) + observation.denominateur
  }
  return [...groupes.values()]
}

function valeurDe({ numerateur, denominateur }: Groupe): number | null {
  if (denominateur === null) return numerateur
  return denominateur === 0 ? null : numerateur / denominateur
}

/**
 * Makes the figures of larger territories from those of their parts: numerators and denominators are added up, never
 * averaged. A figure of which one part is withheld is not made, since the sum of the others would be another figure; nor one
 * that does not add up. Figures of official sources are left out.
 *
 * @param parentDe the larger territory of a part, one step up one hierarchy; undefined leaves the part out
 * @param sources those of the dataset: a sum of rounded figures is not made either
 * @example
 * const commun = { indicateur: groupe.indicateur, periode: '2025', dimension: null, modalite: null }
 * const chiffre = { numerateur: 12, denominateur: 60, valeur: 0.2, secret: null, diffusion: null, source: null }
 * const deux = ['59350', '59512'].map((territoire) => ({ ...commun, ...chiffre, territoire }))
 * agreger(deux, jeu.indicateurs, departementDe).observations[0]?.denominateur //=> 120
 */
export function agreger(
  observations: readonly Observation[],
  indicateurs: readonly Indicateur[],
  parentDe: (territoire: string) => string | undefined,
  sources: readonly Source[] = [],
): Agregation {
  const arrondies = new Set(sources.filter(({ arrondi }) => arrondi !== undefined).map(({ id }) => id))
  const additifs = new Set(indicateurs.filter(({ additif }) => additif).map(({ id }) => id))
  const faites: Observation[] = []
  const nonAgreges: NonAgrege[] = []
  for (const groupe of grouper(observations, parentDe, arrondies)) {
    const { premiere, territoire, numerateur, denominateur, manquants, sur } = groupe
    const { indicateur, periode, dimension, modalite, source } = premiere
    const cle = { indicateur, territoire, periode, dimension, modalite }
    if (!additifs.has(indicateur)) nonAgreges.push({ ...cle, raison: 'non-additif', manquants, sur })
    else if (manquants > 0) nonAgreges.push({ ...cle, raison: 'retenu', manquants, sur })
    else
      faites.push({ ...cle, numerateur, denominateur, valeur: valeurDe(groupe), secret: null, diffusion: null, source })
  }
  return { observations: faites, nonAgreges }
}
