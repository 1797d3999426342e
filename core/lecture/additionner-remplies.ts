import type { CellulesRemplies } from './lire.ts'

/** Cells that were given a value, added up over tables read together. */
export function additionnerRemplies(tables: readonly (readonly CellulesRemplies[])[]): readonly CellulesRemplies[] {
  const totaux = new Map<string, CellulesRemplies>()
  for (const remplie of tables.flat()) {
    const deja = totaux.get(remplie.champ)
    totaux.set(remplie.champ, { ...remplie, cellules: remplie.cellules + (deja?.cellules ?? 0) })
  }
  return [...totaux.values()]
}
