import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenetre, ligneVisee, triSuivant } from '../../ui/table-modele.ts'

describe('fenetre', () => {
  it.each([
    ['at the top', 0, 400, 40, 150_000, { premiere: 0, nombre: 19 }],
    ['in the middle', 40_000, 400, 40, 150_000, { premiere: 992, nombre: 27 }],
    ['at the end', 150_000 * 40 - 400, 400, 40, 150_000, { premiere: 149_981, nombre: 19 }],
    ['fewer rows than the window', 0, 400, 40, 3, { premiere: 0, nombre: 3 }],
    ['no row', 0, 400, 40, 0, { premiere: 0, nombre: 0 }],
    ['bounced above the top', -50, 400, 40, 100, { premiere: 0, nombre: 19 }],
  ])('%s', (_, defilement, hauteur, pas, nombre, attendu) => {
    expect(fenetre(defilement, hauteur, pas, nombre)).toEqual(attendu)
  })

  it('covers every row on screen, stays within the table, and is short', () => {
    const cas = fc.record({
      defilement: fc.integer({ min: 0, max: 9_000_000 }),
      hauteur: fc.integer({ min: 0, max: 2000 }),
      pas: fc.integer({ min: 20, max: 120 }),
      lignes: fc.integer({ min: 0, max: 150_000 }),
    })
    fc.assert(
      fc.property(cas, ({ defilement, hauteur, pas, lignes }) => {
        const { premiere, nombre } = fenetre(defilement, hauteur, pas, lignes)
        expect(premiere).toBeGreaterThanOrEqual(0)
        expect(premiere + nombre).toBeLessThanOrEqual(lignes)
        expect(nombre).toBeLessThanOrEqual(Math.ceil(hauteur / pas) + 18)
        const vues = [Math.floor(defilement / pas), Math.floor((defilement + hauteur) / pas)].filter((i) => i < lignes)
        for (const i of vues) {
          expect(i).toBeGreaterThanOrEqual(premiere)
          expect(i).toBeLessThan(premiere + nombre)
        }
      }),
    )
  })
})

it.each([
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 15],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('ligneVisee %s from %d', (touche, active, attendue) => {
  expect(ligneVisee(touche, active, 10, 100)).toBe(attendue)
})

it('triSuivant starts with ascending, then turns', () => {
  expect(triSuivant({}, 'points')).toBe('croissant')
  expect(triSuivant({ tri: { colonne: 'points', sens: 'croissant' } }, 'points')).toBe('decroissant')
  expect(triSuivant({ tri: { colonne: 'points', sens: 'decroissant' } }, 'points')).toBe('croissant')
  expect(triSuivant({ tri: { colonne: 'rang', sens: 'croissant' } }, 'points')).toBe('croissant')
})
