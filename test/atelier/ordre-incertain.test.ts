import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesIncertaines } from '../../addin/travail/ordre-incertain.ts'

interface Demande {
  readonly min: number
  readonly total: number
  readonly max: number
}

/** Order of the tie-breaks: here, that of the array. */
function liste(demandes: readonly Demande[]): { indices: Uint32Array; departage: Uint32Array } {
  const departage = Uint32Array.from(demandes, (_, i) => i + 1)
  const rangs = demandes.map((_, i) => i)
  rangs.sort((a, b) => (demandes[b]?.total ?? 0) - (demandes[a]?.total ?? 0) || a - b)
  return { indices: Uint32Array.from(rangs), departage }
}

function marquees(demandes: readonly Demande[]): readonly number[] {
  const { indices, departage } = liste(demandes)
  const marques = placesIncertaines(indices, {
    minimums: Float64Array.from(demandes, ({ min }) => min),
    maximums: Float64Array.from(demandes, ({ max }) => max),
    departage,
  })
  return [...indices].filter((_, place) => marques[place] === 1).sort((a, b) => a - b)
}

/** What the definition says, pair by pair. */
function marqueesParDefinition(demandes: readonly Demande[]): readonly number[] {
  const devant = (ta: number, a: number, tb: number, b: number): boolean => ta > tb || (ta === tb && a < b)
  return demandes.flatMap((a, i) => {
    const deux = demandes.some((b, j) => {
      if (i === j) return false
      return devant(a.max, i, b.min, j) && devant(b.max, j, a.min, i)
    })
    return a.min !== a.max && deux ? [i] : []
  })
}

const demande = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.boolean())
  .map(([min, plus, reste, sansLimite]) => ({
    min,
    total: min + plus,
    max: sansLimite ? Infinity : min + plus + reste,
  }))

describe('demandes whose place is not settled', () => {
  it.each([
    ['a lone one', [{ min: 10, total: 10, max: 60 }], []],
    [
      'bounds that touch nobody',
      [
        { min: 50, total: 50, max: 60 },
        { min: 40, total: 40, max: 40 },
      ],
      [],
    ],
    [
      'bounds that reach the one above',
      [
        { min: 60, total: 60, max: 60 },
        { min: 40, total: 40, max: 61 },
      ],
      [1],
    ],
    [
      'equal to the one above, which wins ties',
      [
        { min: 60, total: 60, max: 60 },
        { min: 40, total: 40, max: 60 },
      ],
      [],
    ],
    [
      'equal to the one above, and winning ties',
      [
        { min: 40, total: 40, max: 60 },
        { min: 60, total: 60, max: 60 },
      ],
      [0],
    ],
    [
      'passed by one without limit',
      [
        { min: 90, total: 90, max: 95 },
        { min: 10, total: 10, max: Infinity },
      ],
      [0, 1],
    ],
    [
      'incomplete, its score settled',
      [
        { min: 60, total: 60, max: 60 },
        { min: 40, total: 40, max: 90 },
      ],
      [1],
    ],
    [
      'taken down by a malus',
      [
        { min: 30, total: 50, max: 50 },
        { min: 40, total: 40, max: 40 },
      ],
      [0],
    ],
  ] as const)('%s', (_, demandes, attendues) => {
    expect(marquees(demandes)).toEqual(attendues)
  })

  it('is what the definition says of each pair', () => {
    fc.assert(
      fc.property(fc.array(demande, { maxLength: 12 }), (demandes) => {
        expect(marquees(demandes)).toEqual(marqueesParDefinition(demandes))
      }),
      { numRuns: 500 },
    )
  })
})
