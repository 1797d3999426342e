import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manqueConstate, manqueEnAjoutant, mesurer } from '../../core/objectifs/mesure.ts'
import { wilson } from '../../core/objectifs/wilson.ts'
import { fractionDecimale } from '../../core/socle/fraction.ts'

const effectifs = fc
  .tuple(fc.nat(2000), fc.nat(2000))
  .map(([a, b]) => ({ numerateur: Math.min(a, b), denominateur: Math.max(a, b) }))
const cible = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.constant(100))
  .map(([n, d]) => ({ numerateur: n, denominateur: d }))

describe('what is missing', () => {
  it('both formulas reach the target exactly, and one less does not', () => {
    fc.assert(
      fc.property(effectifs, cible, ({ numerateur: n, denominateur: d }, c) => {
        const atteint = (num: number, den: number): boolean => num * c.denominateur >= c.numerateur * den
        const manque = manqueConstate(n, d, c)
        expect(atteint(n + manque, d)).toBe(true)
        if (manque > 0) expect(atteint(n + manque - 1, d)).toBe(false)
        const ajoute = manqueEnAjoutant(n, d, c) ?? NaN
        expect(atteint(n + ajoute, d + ajoute)).toBe(true)
        if (ajoute > 0) expect(atteint(n + ajoute - 1, d + ajoute - 1)).toBe(false)
      }),
    )
  })

  it('the gap has the sign of what is missing', () => {
    fc.assert(
      fc.property(effectifs, cible, (e, c) => {
        const { ecart, manque } = mesurer({ ...e, inconnus_numerateur: 0, inconnus_denominateur: 0 }, c)
        if (e.denominateur === 0) expect(ecart).toBeNull()
        else expect((ecart ?? 0) < 0).toBe((manque ?? 0) > 0)
      }),
    )
  })

  it('is null without target', () => {
    const mesure = mesurer(
      { numerateur: 1, denominateur: 2, inconnus_numerateur: 1, inconnus_denominateur: 3 },
      undefined,
    )
    expect(mesure).toMatchObject({ sens: null, cible: null, ecart: null, manque: null, manque_ajoute: null })
    expect(mesure).toMatchObject({ inconnus: 4, taux: 0.5, taux_min: 0.5, taux_max: 1 })
  })
})

describe('exact fractions', () => {
  it.each([
    [0.425, 425, 1000],
    ['0,425', 425, 1000],
    ['42,5 %', 425, 1000],
    ['25%', 25, 100],
    [0.1 + 0.2, undefined, undefined],
    [1e-7, 1, 10_000_000],
    [1, 1, 1],
    ['-1', undefined, undefined],
    ['un quart', undefined, undefined],
  ])('%s', (ecrit, numerateur, denominateur) => {
    expect(fractionDecimale(ecrit)).toEqual(numerateur === undefined ? undefined : { numerateur, denominateur })
  })
})

describe("Wilson's interval", () => {
  // 10/60 and 5/10 computed by hand from the formula with z = 1.96 rounded to six figures.
  it.each([
    [10, 60, 0.0931, 0.2803],
    [5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])('%i of %i', (n, d, bas, haut) => {
    const intervalle = wilson(n, d)
    expect(intervalle?.bas).toBeCloseTo(bas, 4)
    expect(intervalle?.haut).toBeCloseTo(haut, 4)
  })

  it('solves the equation that defines it, and holds the rate', () => {
    fc.assert(
      fc.property(effectifs, ({ numerateur: n, denominateur: d }) => {
        const intervalle = wilson(n, d)
        if (d === 0) {
          expect(intervalle).toBeNull()
          return
        }
        const p = n / d
        expect(intervalle?.bas).toBeLessThanOrEqual(p)
        expect(intervalle?.haut).toBeGreaterThanOrEqual(p)
        for (const borne of [intervalle?.bas ?? 0, intervalle?.haut ?? 0]) {
          if (borne === 0 || borne === 1) continue
          expect(((p - borne) * (p - borne) * d) / (borne * (1 - borne))).toBeCloseTo(1.959963984540054 ** 2, 6)
        }
      }),
    )
  })
})
