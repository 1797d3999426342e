import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERSISTANCE, rbo } from '../../../core/scenarios/mesures/rbo.ts'
import { rboGroupes } from '../../../core/scenarios/mesures/rbo-groupes.ts'
import { deuxOrdres } from './ordres.ts'

const persistance = fc.double({ min: 0.05, max: 0.99, noNaN: true })

/** Webber's equation 32 for two lists of the same n elements, written as in the paper. */
function parDefinition(a: readonly number[], b: readonly number[], p: number): number {
  const n = a.length
  const communs = (d: number) => a.filter((place, i) => place <= d && (b[i] ?? 0) <= d).length
  let somme = 0
  for (let d = 1; d <= n; d++) somme += (communs(d) / d) * p ** d
  return (communs(n) / n) * p ** n + ((1 - p) / p) * somme
}

function enGroupes(ordre: readonly number[]): number[][] {
  return [...ordre.keys()].sort((i, j) => (ordre[i] ?? 0) - (ordre[j] ?? 0)).map((i) => [i])
}

describe('rbo', () => {
  it('is equation 32 of Webber et al., and the general form agrees', () => {
    fc.assert(
      fc.property(deuxOrdres(), persistance, ({ a, b }, p) => {
        expect(rbo(a, b, p)).toBeCloseTo(parDefinition(a, b, p), 12)
        expect(rbo(a, b, p)).toBeCloseTo(rboGroupes(enGroupes(a), enGroupes(b), p, 'corrigee') ?? -1, 12)
      }),
    )
  })

  it('is exactly 1 for the same ranking, symmetric to the last bit, between 0 and 1', () => {
    fc.assert(
      fc.property(deuxOrdres(), persistance, ({ a, b }, p) => {
        const valeur = rbo(a, b, p) ?? -1
        expect(rbo(a, a, p)).toBe(1)
        expect(rbo(b, a, p)).toBe(valeur)
        expect(valeur).toBeGreaterThanOrEqual(0)
        expect(valeur).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('looks at the head of the list: p = 0.98 unless another is given', () => {
    const n = 1000
    const identite = Array.from({ length: n }, (_, i) => i + 1)
    const echange = (x: number, y: number) => identite.map((place) => (place === x ? y : place === y ? x : place))
    expect(rbo(identite, echange(1, 2))).toBe(rbo(identite, echange(1, 2), PERSISTANCE))
    expect(rbo(identite, echange(1, 2))).toBeCloseTo(0.98, 15)
    expect(rbo(identite, echange(999, 1000))).toBeCloseTo(1, 9)
  })

  it('holds for a list so long that the weight of its tail vanishes', () => {
    const n = 150_000
    const identite = Uint32Array.from({ length: n }, (_, i) => i + 1)
    const inverse = Uint32Array.from({ length: n }, (_, i) => n - i)
    expect(rbo(identite, identite)).toBe(1)
    expect(rbo(identite, inverse)).toBeCloseTo(0, 12)
  })

  it('is null without demandes', () => {
    expect(rbo([], [])).toBeNull()
    expect(rboGroupes([], [[1]], 0.9, 'egalite')).toBeNull()
  })
})

describe('rboGroupes', () => {
  const elements = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 12 })
  const coupes = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
  const classement = fc.tuple(elements, coupes).map(([liste, coupe]) =>
    liste.reduce<number[][]>((groupes, element, i) => {
      const dernier = groupes.at(-1)
      if (coupe[i] === true && dernier !== undefined) dernier.push(element)
      else groupes.push([element])
      return groupes
    }, []),
  )

  it('gives 1 to a ranking against itself, but for the mean over the unknown orders', () => {
    fc.assert(
      fc.property(classement, persistance, (x, p) => {
        expect(rboGroupes(x, x, p, 'egalite')).toBe(1)
        expect(rboGroupes(x, x, p, 'corrigee')).toBeCloseTo(1, 12)
        expect(rboGroupes(x, x, p, 'moyenne')).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('is symmetric, and corrected is never below the mean', () => {
    fc.assert(
      fc.property(classement, classement, persistance, (x, y, p) => {
        for (const variante of ['egalite', 'moyenne', 'corrigee'] as const) {
          expect(rboGroupes(x, y, p, variante)).toBeCloseTo(rboGroupes(y, x, p, variante) ?? -1, 12)
        }
        expect(rboGroupes(x, y, p, 'corrigee') ?? -1).toBeGreaterThanOrEqual(
          (rboGroupes(x, y, p, 'moyenne') ?? 2) - 1e-12,
        )
      }),
    )
  })

  it('is 0 without a common element', () => {
    expect(rboGroupes([[1, 2], [3]], [[4], [5, 6]], 0.9, 'moyenne')).toBe(0)
  })
})
