import fc from 'fast-check'

function places(cles: readonly number[]): number[] {
  const ordre = Array.from(cles, () => 0)
  cles
    .map((cle, i) => ({ cle, i }))
    .sort((x, y) => x.cle - y.cle || x.i - y.i)
    .forEach(({ i }, rang) => (ordre[i] = rang + 1))
  return ordre
}

const cle = fc.integer({ min: 0, max: 1_000_000 })

/** Two rankings of the same 1 to `max` demandes, places 1 to n. */
export function deuxOrdres(max = 60): fc.Arbitrary<{ a: number[]; b: number[] }> {
  return fc
    .array(fc.tuple(cle, cle), { minLength: 1, maxLength: max })
    .map((cles) => ({ a: places(cles.map(([x]) => x)), b: places(cles.map(([, y]) => y)) }))
}
