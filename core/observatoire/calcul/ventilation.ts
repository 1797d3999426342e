/** One figure to publish, before anyone knows whether it may be. */
export interface Mesure {
  readonly dimension: string | null
  readonly modalite: string | null
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
}

/** What one indicator gives: figures that stand or are withheld together, and the counts that they let one know. */
export interface Ventilation {
  readonly mesures: readonly Mesure[]
  /** Counts of households that are read in the figures, or found by subtraction: parts and their complements. */
  readonly effectifs: readonly number[]
  /** Households of the territory that the indicator cannot place: found by subtraction from the number of demandes. */
  readonly inconnus: number
}

function seule(numerateur: number | null, denominateur: number | null, valeur: number | null): Mesure {
  return { dimension: null, modalite: null, numerateur, denominateur, valeur }
}

/** A count. */
export function ventilerCompte(nombre: number): Ventilation {
  return { mesures: [seule(nombre, null, nombre)], effectifs: [nombre], inconnus: 0 }
}

/** A share, and the rest. */
export function ventilerPart(numerateur: number, denominateur: number, inconnus: number): Ventilation {
  const valeur = denominateur === 0 ? null : numerateur / denominateur
  return {
    mesures: [seule(numerateur, denominateur, valeur)],
    effectifs: [numerateur, denominateur - numerateur],
    inconnus,
  }
}

/** The share of each answer among all. */
export function ventilerRepartition(
  dimension: string,
  parModalite: ReadonlyMap<string, number>,
  inconnus: number,
): Ventilation {
  const denominateur = [...parModalite.values()].reduce((somme, n) => somme + n, 0)
  return {
    mesures: [...parModalite].map(([modalite, numerateur]) => ({
      dimension,
      modalite,
      numerateur,
      denominateur,
      valeur: denominateur === 0 ? null : numerateur / denominateur,
    })),
    effectifs: [...parModalite.values()].flatMap((n) => [n, denominateur - n]),
    inconnus,
  }
}

/** A median: alone, without the number of households behind it, it is never added up again and nothing is subtracted. */
export function ventilerMediane(valeur: number | undefined, nombre: number): Ventilation {
  return { mesures: [seule(null, null, valeur ?? null)], effectifs: [nombre], inconnus: 0 }
}
