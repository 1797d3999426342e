import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArbreCumuls } from '../../../core/scenarios/mesures/arbre-cumuls.ts'
import { pairesTriees } from '../../../core/scenarios/mesures/paires-triees.ts'
import { rangsDenses } from '../../../core/scenarios/mesures/rangs-denses.ts'
import { somme } from '../../../core/scenarios/mesures/somme.ts'

describe('somme', () => {
  it('keeps what plain additions lose, whichever term is the larger', () => {
    expect(somme([1, 1e100, 1, -1e100])).toBe(2)
    expect(somme(Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(somme([])).toBe(0)
  })
})

describe('rangsDenses', () => {
  it('numbers the distinct values from the least', () => {
    const { rangs, effectifs } = rangsDenses([30, -0.5, 30, 0, -0])
    expect([...rangs]).toEqual([2, 0, 2, 1, 1])
    expect([...effectifs]).toEqual([1, 2, 2])
  })

  it('gives the same ranks to whole numbers in a narrow range, far apart, or not whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (valeurs) => {
        const reference = rangsDenses(valeurs)
        expect(rangsDenses(valeurs.map((valeur) => valeur * 1e6))).toEqual(reference)
        expect(rangsDenses(valeurs.map((valeur) => valeur / 4))).toEqual(reference)
      }),
    )
  })
})

describe('pairesTriees', () => {
  it('sorts by the first rank, then by the second', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9))), (couples) => {
        const [a, b] = [rangsDenses(couples.map(([x]) => x)), rangsDenses(couples.map(([, y]) => y))]
        const { x, y } = pairesTriees(a, b)
        const attendu = couples.map((_, i) => [a.rangs[i] ?? 0, b.rangs[i] ?? 0] as const)
        attendu.sort(([xa, ya], [xb, yb]) => xa - xb || ya - yb)
        expect(Array.from(x, (rang, i) => [rang, y[i]])).toEqual(attendu)
      }),
    )
  })
})

describe('ArbreCumuls', () => {
  it('gives the sum of what was added up to a rank', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.integer({ min: -9, max: 9 }))), fc.nat(19), (ajouts, rang) => {
        const arbre = new ArbreCumuls(20)
        for (const [r, q] of ajouts) arbre.ajouter(r, q)
        const attendu = ajouts.filter(([r]) => r <= rang).reduce((total, [, q]) => total + q, 0)
        expect(arbre.cumul(rang)).toBe(attendu)
      }),
    )
  })
})
