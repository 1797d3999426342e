import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCompte,
  formatEuros,
  formatJour,
  formatNombre,
  formatPoints,
  formatTaux,
} from '../../core/socle/format.ts'
import { jourDe } from '../../core/socle/jour.ts'

/** `_` stands for the thin no-break space, `~` for the no-break space. */
const lisible = (texte: string): string => texte.replaceAll('\u202f', '_').replaceAll('\u00a0', '~')

describe('formatNombre', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1_000'],
    [1234.5, '1_234,5'],
    [150000, '150_000'],
    [1234567.891, '1_234_567,89'],
    [1.005, '1,01'],
    [1.004, '1'],
    [0.1 + 0.2, '0,3'],
    [-1234.5, '−1_234,5'],
    [-0.004, '0'],
    [1e-9, '0'],
    [1e15, '1_000_000_000_000_000'],
    [123456789012.34, '123_456_789_012,34'],
  ])('%d', (valeur, attendu) => {
    expect(lisible(formatNombre(valeur))).toBe(attendu)
  })

  it.each([
    [3, { decimales: 1, signe: true }, '+3,0'],
    [-3.14, { decimales: 1, signe: true }, '−3,1'],
    [0.04, { decimales: 1, signe: true }, '0,0'],
    [2.5, { decimales: 0 }, '3'],
    [999.95, { decimales: 1 }, '1_000,0'],
  ])('%d with %o', (valeur, options, attendu) => {
    expect(lisible(formatNombre(valeur, options))).toBe(attendu)
  })

  it.each([NaN, Infinity, -Infinity])('refuses %d', (valeur) => {
    expect(() => formatNombre(valeur)).toThrow('finite')
  })

  it('writes what reads back as the same number, to the hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (centiemes) => {
        const relu = Number(
          formatNombre(centiemes / 100)
            .replaceAll('\u202f', '')
            .replace(',', '.')
            .replace('−', '-'),
        )
        expect(relu).toBe(centiemes / 100 + 0)
      }),
    )
  })
})

describe('with a unit', () => {
  it.each([
    [formatTaux(0.2533), '25,3_%'],
    [formatTaux(0.285, { decimales: 0 }), '29_%'],
    [formatTaux(1), '100,0_%'],
    [formatTaux(-0.031, { signe: true }), '−3,1_%'],
    [formatEuros(1234.5), '1_234,50_€'],
    [formatEuros(800), '800_€'],
    [formatPoints(0), '0~point'],
    [formatPoints(1.5), '1,5~point'],
    [formatPoints(2), '2~points'],
    [formatPoints(-30), '−30~points'],
    [formatCompte(150000, 'demande'), '150_000~demandes'],
    [formatCompte(3, 'cheval', 'chevaux'), '3~chevaux'],
  ])('%s', (lu, attendu) => {
    expect(lisible(lu)).toBe(attendu)
  })
})

it.each([
  [2026, 1, 31, '31~janvier 2026'],
  [2024, 3, 1, '1er~mars 2024'],
  [2026, 8, 15, '15~août 2026'],
])('formatJour %d-%d-%d', (annee, mois, quantieme, attendu) => {
  expect(lisible(formatJour(jourDe(annee, mois, quantieme) ?? NaN))).toBe(attendu)
})
