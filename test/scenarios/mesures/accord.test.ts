import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spearman } from '../../../core/scenarios/mesures/spearman.ts'
import { kendallTauB } from '../../../core/scenarios/mesures/tau-b.ts'
import { tauPondere } from '../../../core/scenarios/mesures/tau-pondere.ts'

type Mesure = (a: readonly number[], b: readonly number[]) => number | null

const mesures: [string, Mesure][] = [
  ['kendallTauB', kendallTauB],
  ['spearman', spearman],
  ['tauPondere', tauPondere],
]

const points = fc.integer({ min: -6, max: 6 })
const couples = fc.array(fc.tuple(points, points), { minLength: 2, maxLength: 40 })
const distincts = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 })

const gauche = (paires: readonly (readonly [number, number])[]) => paires.map(([x]) => x)
const droite = (paires: readonly (readonly [number, number])[]) => paires.map(([, y]) => y)

/** Every pair looked at, with the weight that a pair is given: the definition, in n² steps. */
function correlationDesPaires(a: readonly number[], b: readonly number[], poids: (i: number, j: number) => number) {
  const sommes = { ab: 0, aa: 0, bb: 0 }
  a.forEach((ai, i) => {
    for (let j = 0; j < i; j++) {
      const [sa, sb, w] = [Math.sign(ai - (a[j] ?? 0)), Math.sign((b[i] ?? 0) - (b[j] ?? 0)), poids(i, j)]
      sommes.ab += sa * sb * w
      sommes.aa += sa * sa * w
      sommes.bb += sb * sb * w
    }
  })
  return sommes.aa === 0 || sommes.bb === 0 ? null : sommes.ab / Math.sqrt(sommes.aa) / Math.sqrt(sommes.bb)
}

function ponderees(x: readonly number[], y: readonly number[]) {
  const tete = [...x.keys()].sort((i, j) => (x[j] ?? 0) - (x[i] ?? 0) || (y[j] ?? 0) - (y[i] ?? 0))
  const place = (i: number) => tete.indexOf(i) + 1
  return correlationDesPaires(x, y, (i, j) => 1 / place(i) + 1 / place(j))
}

function rangMoyen(valeurs: readonly number[], i: number): number {
  const valeur = valeurs[i] ?? 0
  return valeurs.filter((v) => v < valeur).length + (valeurs.filter((v) => v === valeur).length + 1) / 2
}

function pearson(x: readonly number[], y: readonly number[]) {
  const moyenne = (v: readonly number[]) => v.reduce((s, e) => s + e, 0) / v.length
  const [mx, my] = [moyenne(x), moyenne(y)]
  const somme = (f: (i: number) => number) => x.reduce((s, _, i) => s + f(i), 0)
  const [dx, dy] = [(i: number) => (x[i] ?? 0) - mx, (i: number) => (y[i] ?? 0) - my]
  const [sxx, syy] = [somme((i) => dx(i) ** 2), somme((i) => dy(i) ** 2)]
  return sxx === 0 || syy === 0 ? null : somme((i) => dx(i) * dy(i)) / Math.sqrt(sxx * syy)
}

const definitions: [string, Mesure, Mesure][] = [
  ['kendallTauB', kendallTauB, (a, b) => correlationDesPaires(a, b, () => 1)],
  [
    'tauPondere',
    tauPondere,
    (a, b) => {
      const [ab, ba] = [ponderees(a, b), ponderees(b, a)]
      return ab === null || ba === null ? null : (ab + ba) / 2
    },
  ],
  [
    'spearman',
    spearman,
    (a, b) =>
      pearson(
        a.map((_, i) => rangMoyen(a, i)),
        b.map((_, i) => rangMoyen(b, i)),
      ),
  ],
]

describe.each(definitions)('%s', (_, mesure, definition) => {
  it('is its definition', () => {
    fc.assert(
      fc.property(couples, (paires) => {
        const [a, b] = [gauche(paires), droite(paires)]
        const [obtenu, attendu] = [mesure(a, b), definition(a, b)]
        if (attendu === null || obtenu === null) expect(obtenu).toBe(attendu)
        else expect(obtenu).toBeCloseTo(attendu, 12)
      }),
    )
  })
})

describe.each(mesures)('%s', (_, mesure) => {
  it('is exactly 1 for the same ranking, ties or not, and stays between −1 and 1', () => {
    fc.assert(
      fc.property(couples, (paires) => {
        const [a, b] = [gauche(paires), droite(paires)]
        const seul = new Set(a).size < 2
        expect(mesure(a, a)).toBe(seul ? null : 1)
        expect(
          mesure(
            a,
            a.map((x) => 3 * x + 7),
          ),
        ).toBe(seul ? null : 1)
        expect(Math.abs(mesure(a, b) ?? 0)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('is −1 for the reversed ranking', () => {
    fc.assert(
      fc.property(distincts, (a) => {
        expect(
          mesure(
            a,
            a.map((x) => -x),
          ),
        ).toBeCloseTo(-1, 12)
      }),
    )
  })

  it('does not depend, to the last bit, on which side is named first or on the order of the rows', () => {
    fc.assert(
      fc.property(couples, fc.func(fc.integer()), (paires, cle) => {
        const melange = [...paires.keys()]
          .sort((i, j) => cle(i) - cle(j))
          .map((i): readonly [number, number] => paires[i] ?? [0, 0])
        const reference = mesure(gauche(paires), droite(paires))
        expect(mesure(droite(paires), gauche(paires))).toBe(reference)
        expect(mesure(gauche(melange), droite(melange))).toBe(reference)
      }),
    )
  })

  it('is null when a side is all ties, or with fewer than two demandes', () => {
    expect(mesure([], [])).toBeNull()
    expect(mesure([4], [5])).toBeNull()
    expect(mesure([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(mesure([1, 2, 3], [1, 1, 1])).toBeNull()
  })

  it('refuses columns of different lengths', () => {
    expect(() => mesure([1, 2], [1])).toThrow('2 and 1')
  })
})

describe('kendallTauB', () => {
  it('never leaves [−1, 1] and is exactly −1 for the reversed ranking', () => {
    fc.assert(
      fc.property(distincts, (a) => {
        expect(
          kendallTauB(
            a,
            a.map((x) => -x),
          ),
        ).toBe(-1)
      }),
    )
  })

  it('takes −0 for 0', () => {
    expect(kendallTauB([-0, 0, 1], [1, 1, 2])).toBe(1)
  })
})

describe('tauPondere', () => {
  it('minds a swap at the head more than one at the tail, which τ-b does not', () => {
    const a = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    const tete = [9, 10, 8, 7, 6, 5, 4, 3, 2, 1]
    const queue = [10, 9, 8, 7, 6, 5, 4, 3, 1, 2]
    expect(kendallTauB(a, tete)).toBe(kendallTauB(a, queue))
    expect(tauPondere(a, tete)).toBeLessThan(tauPondere(a, queue) ?? 0)
  })
})
