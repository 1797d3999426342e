import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArbreCumuls } from '../../../core/scenarios/mesures/arbre-cumuls.ts'
import { pairesTriees } from '../../../core/scenarios/mesures/paires-triees.ts'
import { rangsDenses } from '../../../core/scenarios/mesures/rangs-denses.ts'
import { Somme } from '../../../core/scenarios/mesures/somme.ts'

function total(termes: readonly number[]): number {
  const somme = new Somme()
  for (const terme of termes) somme.ajouter(terme)
  return somme.valeur
}

describe('Somme', () => {
  it('keeps what plain additions lose, whichever term is the larger', () => {
    expect(total([1, 1e100, 1, -1e100])).toBe(2)
    expect(total(Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(total([])).toBe(0)
  })
})

describe('rangsDenses', () => {
  it('numbers the distinct values from the least', () => {
    const { rangs, effectifs } = rangsDenses([30, -0.5, 30, 0, -0])
    expect([...rangs]).toEqual([2, 0, 2, 1, 1])
    expect([...effectifs]).toEqual([1, 2, 2])
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
        const attendu = ajouts.filter(([r]) => r <= rang).reduce((somme, [, q]) => somme + q, 0)
        expect(arbre.cumul(rang)).toBe(attendu)
      }),
    )
  })
})
