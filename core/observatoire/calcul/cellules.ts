import type { Cellule, Relation } from '../protection/modele.ts'
import type { IndicateurCatalogue } from '../indicateurs/modele.ts'
import type { Mesure, Ventilation } from './ventilation.ts'

/** An indicator once computed. */
export interface Resultat {
  readonly indicateur: IndicateurCatalogue
  readonly ventilation: Ventilation
}

/** The number of demandes of the territory: the denominator of all that is known of each of them. */
export const TOUTES = 'demandes'

/**
 * The cell of a denominator: when the answer is known of every demande it is the number of demandes itself, one count that
 * several figures show.
 */
export function celluleDenominateur({ indicateur, ventilation }: Resultat): string {
  return ventilation.inconnus === 0 ? TOUTES : `${indicateur.id}:d`
}

/** The cell of a numerator. */
export function celluleNumerateur(
  { indicateur, ventilation }: Resultat,
  { modalite }: Pick<Mesure, 'modalite'>,
): string {
  if (ventilation.nature === 'compte') return TOUTES
  return modalite === null ? `${indicateur.id}:n` : `${indicateur.id}:n:${modalite}`
}

/** The counts that figures let one know, and how they hold together. */
export interface Systeme {
  readonly cellules: readonly Cellule[]
  readonly relations: readonly Relation[]
}

function cellulesDe(resultat: Resultat): Cellule[] {
  const { mesures, connus } = resultat.ventilation
  const denominateur = celluleDenominateur(resultat)
  const propres = denominateur === TOUTES ? [] : [{ id: denominateur, valeur: connus }]
  return [
    ...propres,
    ...mesures.map((mesure) => ({ id: celluleNumerateur(resultat, mesure), valeur: mesure.numerateur ?? 0 })),
  ]
}

function relationsDe(resultat: Resultat): Relation[] {
  const { nature, mesures } = resultat.ventilation
  const total = celluleDenominateur(resultat)
  const parties = mesures.map((mesure) => celluleNumerateur(resultat, mesure))
  // Those of whom the answer is not known are the rest of this rate: 1 to 10 of them would be found by subtraction.
  const connus: Relation[] = total === TOUTES ? [] : [{ total: TOUTES, parties: [total], nature: 'taux' }]
  return [...connus, { total, parties, nature: nature === 'part' ? 'taux' : 'modalites' }]
}

/** Numerators that lie within another one: a demande reconnue DALO is always of a priority public. */
const INCLUSIONS: readonly (readonly [partie: string, tout: string])[] = [['part_dalo', 'part_prioritaires']]

function inclusions(resultats: readonly Resultat[]): Relation[] {
  const presents = new Set(resultats.map(({ indicateur }) => indicateur.id))
  return INCLUSIONS.filter((paire) => paire.every((id) => presents.has(id))).map(([partie, tout]) => ({
    total: `${tout}:n`,
    parties: [`${partie}:n`],
    nature: 'taux',
  }))
}

/**
 * The counts behind the figures of a territory. Medians have none: they stand or fall with their own rule.
 *
 * @param nombre demandes counted
 */
export function systemeDe(resultats: readonly Resultat[], nombre: number): Systeme {
  const ventiles = resultats.filter(({ ventilation: { nature } }) => nature === 'part' || nature === 'repartition')
  return {
    cellules: [{ id: TOUTES, valeur: nombre }, ...ventiles.flatMap(cellulesDe)],
    relations: [...ventiles.flatMap(relationsDe), ...inclusions(ventiles)],
  }
}
