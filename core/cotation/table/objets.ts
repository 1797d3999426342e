import { jsonCanonique } from '../../socle/empreinte.ts'

/** A JSON object of which nothing is known yet. */
export type Objet = Readonly<Record<string, unknown>>

export function estObjet(valeur: unknown): valeur is Objet {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
}

export function memeContenu(a: unknown, b: unknown): boolean {
  return (a === undefined) === (b === undefined) && jsonCanonique(a ?? null) === jsonCanonique(b ?? null)
}

/** Leaves out the members that have no value. */
export function sansVides(objet: Objet): Objet {
  return Object.fromEntries(Object.entries(objet).filter(([, valeur]) => valeur !== undefined))
}

/**
 * What the columns of a table cannot say of an object: its members that are not read back the same. They go, as JSON, to
 * a column of their own, so that nothing of a grid is ever lost.
 */
export function membresPerdus(voulu: Objet, relu: Objet): Objet {
  return Object.fromEntries(Object.entries(voulu).filter(([nom, valeur]) => !memeContenu(valeur, relu[nom])))
}

/** The text of a column of extra members; empty when there is none. */
export function ecrireAutres(membres: Objet): string | null {
  return Object.keys(membres).length === 0 ? null : JSON.stringify(membres)
}

/** @returns undefined when the text is not a JSON object */
export function lireAutres(texte: string): Objet | undefined {
  if (texte === '') return {}
  try {
    const lu: unknown = JSON.parse(texte)
    return estObjet(lu) ? lu : undefined
  } catch {
    return undefined
  }
}
