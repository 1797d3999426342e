import { aleatoire } from '../../socle/aleatoire.ts'
import type { MesureQuartier, ModeleVigilance, Quartier } from './modele.ts'
import { type Bornes, normaliser } from './normaliser.ts'

type Hasard = () => number

/** A standard normal draw (Box-Muller). */
function normale(tirer: Hasard): number {
  return Math.sqrt(-2 * Math.log(1 - tirer())) * Math.cos(2 * Math.PI * tirer())
}

/** A gamma draw of shape 0.5 or more (Marsaglia and Tsang, 2000). */
function gamma(forme: number, tirer: Hasard): number {
  if (forme < 1) return gamma(forme + 1, tirer) * (1 - tirer()) ** (1 / forme)
  const d = forme - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normale(tirer)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - tirer()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A rate as likely as the one counted: from the beta law of its counts (Jeffreys); as it is without counts. */
export function tirerValeur({ valeur, numerateur, denominateur }: MesureQuartier, tirer: Hasard): number {
  if (numerateur === null || denominateur === null || denominateur <= 0 || numerateur > denominateur) return valeur
  const a = gamma(numerateur + 0.5, tirer)
  const b = gamma(denominateur - numerateur + 0.5, tirer)
  return a / (a + b)
}

/** First and last rank of an interval. */
export interface IntervalleRang {
  readonly min: number
  readonly max: number
}

function tirerIndices(
  quartiers: readonly Quartier[],
  { composantes, variationPoids }: ModeleVigilance,
  bornes: Bornes,
  poids: readonly number[],
  tirer: Hasard,
): readonly number[] {
  const tires = poids.map((p) => p * (1 + variationPoids * (2 * tirer() - 1)))
  return quartiers.map(({ mesures }) =>
    composantes.reduce((indice, composante, k) => {
      const mesure = mesures.get(composante.indicateur)
      // What is not known may be anything between the bounds.
      const score = mesure === undefined ? tirer() : (normaliser(tirerValeur(mesure, tirer), composante, bornes) ?? 0)
      return indice + (tires[k] ?? 0) * score
    }, 0),
  )
}

/** The rank under which, and above which, lies as small a share of the draws on each side. */
function intervalleDe(comptes: readonly number[], tirages: number, niveau: number): IntervalleRang {
  const marge = (tirages * (1 - niveau)) / 2
  let [min, max] = [0, comptes.length - 1]
  for (let cumul = comptes[min] ?? 0; cumul <= marge && min < comptes.length - 1; cumul += comptes[min] ?? 0) min++
  for (let cumul = comptes[max] ?? 0; cumul <= marge && max > 0; cumul += comptes[max] ?? 0) max--
  return { min: min + 1, max: max + 1 }
}

/**
 * The ranks that districts would have with other weights and with figures drawn from their counts: the same seed gives the
 * same intervals.
 *
 * @param poids weight of each component, in the order of the model
 */
export function tirerRangs(
  quartiers: readonly Quartier[],
  modele: ModeleVigilance,
  bornes: Bornes,
  poids: readonly number[],
): readonly IntervalleRang[] {
  const tirer = aleatoire(modele.graine)
  const comptes = quartiers.map(() => quartiers.map(() => 0))
  for (let t = 0; t < modele.tirages; t++) {
    const indices = tirerIndices(quartiers, modele, bornes, poids, tirer)
    indices.forEach((indice, q) => {
      const rang = indices.filter((autre) => autre > indice).length
      const siens = comptes[q]
      if (siens !== undefined) siens[rang] = (siens[rang] ?? 0) + 1
    })
  }
  return comptes.map((siens) => intervalleDe(siens, modele.tirages, modele.niveau))
}
