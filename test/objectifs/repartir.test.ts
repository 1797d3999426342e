import fc from 'fast-check'
import highs from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { partiesDe } from '../../core/objectifs/parties.ts'
import type { PartRepartie } from '../../core/objectifs/repartir.ts'
import { repartirEffort } from '../../core/objectifs/repartir.ts'
import { ventiler } from '../../core/objectifs/ventiler.ts'
import { Refus } from '../../core/socle/refus.ts'
import { compter, lignes, Q1 } from './lignes.ts'

const parties = fc.array(fc.record({ vacances: fc.nat(60), manque: fc.nat(20), capacite: fc.nat(30) }), {
  minLength: 1,
  maxLength: 8,
})
const nommer = <T extends object>(liste: readonly T[]): (T & { nom: string })[] =>
  liste.map((partie, i) => ({ ...partie, nom: `B${String(i)}` }))

let solveur: Awaited<ReturnType<typeof highs>>
beforeAll(async () => {
  solveur = await highs()
})

/** Least sum of absolute gaps to the ideal shares over whole numbers within the capacities, by another solver. */
function meilleurEcart(total: number, parts: readonly PartRepartie[]): number {
  const noms = parts.map((_, i) => String(i))
  const modele = [
    'Minimize',
    ` obj: ${noms.map((i) => `d${i}`).join(' + ')}`,
    'Subject To',
    ` somme: ${noms.map((i) => `x${i}`).join(' + ')} = ${String(total)}`,
    ...parts.flatMap(({ ideal }, i) => [
      ` haut${String(i)}: x${String(i)} - d${String(i)} <= ${ideal.toFixed(9)}`,
      ` bas${String(i)}: x${String(i)} + d${String(i)} >= ${ideal.toFixed(9)}`,
    ]),
    'Bounds',
    ...parts.map(({ capacite }, i) => ` 0 <= x${String(i)} <= ${String(capacite)}`),
    'General',
    ` ${noms.map((i) => `x${i}`).join(' ')}`,
    'End',
  ].join('\n')
  return solveur.solve(modele).ObjectiveValue
}

describe('sharing an effort', () => {
  it('follows the stated rule on a case worked by hand', () => {
    // Weights: A ½·60/100 + ½·10/14 = 0.657, B 0.343; of 14: 9.2 and 4.8.
    const { parties: p, reste } = repartirEffort(14, [
      { nom: 'A', vacances: 60, manque: 10 },
      { nom: 'B', vacances: 40, manque: 4 },
    ])
    expect(p.map(({ effort }) => effort)).toEqual([9, 5])
    expect(p[0]?.ideal).toBeCloseTo(9.2, 10)
    expect(reste).toBe(0)
  })

  it.each([
    [1, [30, 70]],
    [0, [70, 30]],
  ])('with the weight of vacancies at %d', (poidsVacances, attendus) => {
    const deux = [
      { nom: 'A', vacances: 30, manque: 7, capacite: 100 },
      { nom: 'B', vacances: 70, manque: 3, capacite: 100 },
    ]
    expect(repartirEffort(100, deux, { poidsVacances }).parties.map(({ effort }) => effort)).toEqual(attendus)
  })

  it('gives what one cannot take to the others, and says what nobody can', () => {
    const trois = [
      { nom: 'A', vacances: 80, manque: 0, capacite: 2 },
      { nom: 'B', vacances: 10, manque: 0 },
      { nom: 'C', vacances: 10, manque: 0 },
    ]
    expect(repartirEffort(10, trois).parties.map(({ effort }) => effort)).toEqual([2, 4, 4])
    expect(repartirEffort(30, trois)).toMatchObject({ reparti: 22, reste: 8 })
  })

  it('takes the present gaps from a breakdown, and those who have none too', () => {
    const compte = compter([
      lignes(2, { bailleur: 'Habitat A', quartile: '1' }),
      lignes(10, { bailleur: 'Habitat A', quartile: '3' }),
      lignes(4, { bailleur: 'Office B', quartile: '1' }),
      lignes(5, { bailleur: null, quartile: '3' }),
    ])
    const vacances = new Map([
      ['HABITAT A', 9],
      ['Coopérative C', 4],
    ])
    expect(partiesDe(ventiler(compte, Q1, ['bailleur']), vacances)).toEqual([
      { nom: 'Habitat A', manque: 1, vacances: 9 },
      { nom: 'Office B', manque: 0, vacances: 0 },
      { nom: 'Coopérative C', manque: 0, vacances: 4 },
    ])
  })

  it('gives the first of equals the odd one', () => {
    const egaux = ['A', 'B', 'C'].map((nom) => ({ nom, vacances: 10, manque: 1 }))
    expect(repartirEffort(4, egaux).parties.map(({ effort }) => effort)).toEqual([2, 1, 1])
  })

  it('is exact, whole, within capacities, and as close to the shares as another solver finds', () => {
    fc.assert(
      fc.property(parties, fc.nat(120), fc.constantFrom(0, 0.25, 0.5, 1), (liste, effort, poidsVacances) => {
        const { parties: p, reparti, reste } = repartirEffort(effort, nommer(liste), { poidsVacances })
        expect(reparti + reste).toBe(effort)
        expect(p.reduce((somme, partie) => somme + partie.effort, 0)).toBe(reparti)
        for (const { effort: e, capacite } of p) {
          expect(Number.isInteger(e)).toBe(true)
          expect(e).toBeGreaterThanOrEqual(0)
          expect(e).toBeLessThanOrEqual(capacite)
        }
        if (reste > 0) expect(p.every(({ effort: e, capacite }) => e === capacite)).toBe(true)
        const ecart = p.reduce((somme, { ideal, effort: e }) => somme + Math.abs(e - ideal), 0)
        expect(ecart).toBeCloseTo(meilleurEcart(reparti, p), 5)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [-1, {}],
    [1.5, {}],
    [3, { poidsVacances: 2 }],
  ])('refuses %d %o', (effort, options) => {
    expect(() => repartirEffort(effort, [{ nom: 'A', vacances: 3, manque: 1 }], options)).toThrow(Refus)
  })
})
