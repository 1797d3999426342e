/** The columns of figures. NaN stands for null. */
export interface Colonnes {
  readonly lieu: Uint32Array
  readonly numerateur: Float64Array
  readonly denominateur: Float64Array
  readonly valeur: Float64Array
  /** Number in `SECRETS`. */
  readonly secret: Uint8Array
  readonly source: Uint32Array
  readonly provenance: Uint16Array
}

type Colonne = Colonnes[keyof Colonnes]

export function colonnesVides(n: number): Colonnes {
  return {
    lieu: new Uint32Array(n),
    numerateur: new Float64Array(n),
    denominateur: new Float64Array(n),
    valeur: new Float64Array(n),
    secret: new Uint8Array(n),
    source: new Uint32Array(n),
    provenance: new Uint16Array(n),
  }
}

function paires(de: Colonnes, vers: Colonnes): readonly (readonly [Colonne, Colonne])[] {
  return (Object.keys(vers) as (keyof Colonnes)[]).map((nom) => [de[nom], vers[nom]])
}

/** Writes the rows `rangs` of some columns into others, from the row `debut` on. */
export function recopier(de: Colonnes, rangs: Uint32Array, vers: Colonnes, debut: number): void {
  for (const [lue, ecrite] of paires(de, vers)) {
    for (let i = 0; i < rangs.length; i++) ecrite[debut + i] = lue[rangs[i] ?? 0] ?? 0
  }
}

/** What the numbers of some columns are in others: by place, the number there. */
export type Numeros = Readonly<Record<'lieu' | 'source' | 'provenance', readonly number[]>>

/** Writes the rows `debut` to `fin − 1` of some columns into others, from the row `ici` on. @returns how many */
export function poser(de: Colonnes, debut: number, fin: number, vers: Colonnes, ici: number, numeros: Numeros): number {
  for (const [lue, ecrite] of paires(de, vers)) ecrite.set(lue.subarray(debut, fin), ici)
  for (const nom of ['lieu', 'source', 'provenance'] as const) {
    const colonne = vers[nom]
    const nouveaux = numeros[nom]
    for (let i = ici; i < ici + fin - debut; i++) colonne[i] = nouveaux[colonne[i] ?? 0] ?? 0
  }
  return fin - debut
}

/** The same columns with room for `n` rows; they share nothing with the former. */
export function agrandir(colonnes: Colonnes, n: number): Colonnes {
  const grandes = colonnesVides(n)
  for (const [lue, ecrite] of paires(colonnes, grandes)) ecrite.set(lue)
  return grandes
}
