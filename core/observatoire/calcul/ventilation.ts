/** One figure to publish, before anyone knows whether it may be. */
export interface Mesure {
  readonly dimension: string | null
  readonly modalite: string | null
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
}

/** What one indicator gives. */
export interface Ventilation {
  /**
   * - `compte`: all the demandes;
   * - `part`: one numerator under those for which the answer is known;
   * - `repartition`: all the answers of those for which it is known;
   * - `mediane`: a number alone, which is never added up.
   */
  readonly nature: 'compte' | 'part' | 'repartition' | 'mediane'
  readonly mesures: readonly Mesure[]
  /** Households for which the answer is known: the denominator. */
  readonly connus: number
  /** Households of the territory that the indicator cannot place: found by subtraction from the number of demandes. */
  readonly inconnus: number
}

function seule(numerateur: number | null, denominateur: number | null, valeur: number | null): Mesure {
  return { dimension: null, modalite: null, numerateur, denominateur, valeur }
}

function ratio(numerateur: number, denominateur: number): number | null {
  return denominateur === 0 ? null : numerateur / denominateur
}

/** A count. */
export function ventilerCompte(nombre: number): Ventilation {
  return { nature: 'compte', mesures: [seule(nombre, null, nombre)], connus: nombre, inconnus: 0 }
}

/** A share, and the rest. */
export function ventilerPart(numerateur: number, denominateur: number, inconnus: number): Ventilation {
  const mesures = [seule(numerateur, denominateur, ratio(numerateur, denominateur))]
  return { nature: 'part', mesures, connus: denominateur, inconnus }
}

/** The share of each answer among all. */
export function ventilerRepartition(
  dimension: string,
  parModalite: ReadonlyMap<string, number>,
  inconnus: number,
): Ventilation {
  const connus = [...parModalite.values()].reduce((somme, n) => somme + n, 0)
  const mesures = [...parModalite].map(([modalite, numerateur]) => ({
    dimension,
    modalite,
    numerateur,
    denominateur: connus,
    valeur: ratio(numerateur, connus),
  }))
  return { nature: 'repartition', mesures, connus, inconnus }
}

/** A median: alone, without the number of households behind it, it is never added up again and nothing is subtracted. */
export function ventilerMediane(valeur: number | undefined, nombre: number): Ventilation {
  return { nature: 'mediane', mesures: [seule(null, null, valeur ?? null)], connus: nombre, inconnus: 0 }
}
