import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleDe, reunirCles } from '../../core/cotation/cle.ts'
import { CONNU, VIDE } from '../../core/lecture/colonne.ts'

const SENS = fc.constantFrom<1 | -1>(1, -1)
/** Whole and close, whole and far apart, not whole: each is brought to a key its own way. */
const VALEURS = fc.oneof(
  fc.array(fc.integer({ min: -50, max: 50 })),
  fc.array(fc.integer({ min: -1e12, max: 1e12 })),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
)

function place(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

describe('the key of a column', () => {
  test('orders as its values do, the unknown last and together', () => {
    fc.assert(
      fc.property(VALEURS, SENS, fc.infiniteStream(fc.boolean()), (liste, sens, tirage) => {
        const valeurs = Float64Array.from(liste)
        const etats = Uint8Array.from(liste, () => (tirage.next().value === true ? VIDE : CONNU))
        const { valeurs: cle, etendue } = cleDe(valeurs, sens, etats)
        const parfaite = liste.map((valeur, i) => (etats[i] === CONNU ? sens * valeur : Infinity))
        liste.forEach((_, i) => {
          expect(cle[i]).toBeLessThan(etendue)
          liste.forEach((__, j) => {
            expect(place(cle[i] ?? 0, cle[j] ?? 0)).toBe(place(parfaite[i] ?? 0, parfaite[j] ?? 0))
          })
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('several keys made into fewer', () => {
  const paires = (valeurs: readonly (readonly [number, number])[], etendue: number) =>
    ([0, 1] as const).map((c) => ({ valeurs: Uint32Array.from(valeurs, (paire) => paire[c]), etendue }))

  test('one key orders as two do when both are short', () => {
    const reunies = reunirCles(
      paires(
        [
          [1, 0],
          [0, 2],
          [1, 2],
          [0, 0],
        ],
        3,
      ),
    )
    expect(reunies.map(({ valeurs }) => [...valeurs])).toEqual([[3, 2, 5, 0]])
  })

  test('keys too long to be counted together stay apart', () => {
    expect(reunirCles(paires([[1, 0]], 2 ** 11))).toHaveLength(1)
    expect(reunirCles(paires([[1, 0]], 2 ** 11 + 1))).toHaveLength(2)
  })

  test('no key at all stays none', () => {
    expect(reunirCles([])).toEqual([])
  })
})
