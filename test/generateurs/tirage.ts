/** Draws from a seeded source: the same seed gives the same draws. */
export interface Tirage {
  /** A whole number between both bounds, included. */
  readonly entier: (min: number, max: number) => number
  readonly chance: (part: number) => boolean
  readonly parmi: <T>(valeurs: readonly T[]) => T
  readonly melanger: <T>(valeurs: readonly T[]) => readonly T[]
}

/** xorshift32: short, and not the generator of the product. */
function source(graine: number): () => number {
  let etat = (graine ^ 0x9e3779b9) | 0 || 1
  return () => {
    etat ^= etat << 13
    etat ^= etat >>> 17
    etat ^= etat << 5
    return (etat >>> 0) / 4294967296
  }
}

export function tirage(graine: number): Tirage {
  const tirer = source(graine)
  const entier = (min: number, max: number) => min + Math.floor(tirer() * (max - min + 1))
  const parmi = <T>(valeurs: readonly T[]): T => {
    if (valeurs.length === 0) throw new Error('nothing to draw from')
    return valeurs[entier(0, valeurs.length - 1)] as T
  }
  const melanger = <T>(valeurs: readonly T[]): readonly T[] =>
    valeurs
      .map((valeur) => ({ valeur, place: tirer() }))
      .sort((a, b) => a.place - b.place)
      .map(({ valeur }) => valeur)
  return { entier, chance: (part) => tirer() < part, parmi, melanger }
}
