import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandesParOrdre,
  bandesParPoints,
  bilanMouvements,
  decile,
  mouvements,
  transitions,
} from '../../../core/scenarios/mesures/bandes.ts'
import { deplacements } from '../../../core/scenarios/mesures/deplacements.ts'
import { partTop } from '../../../core/scenarios/mesures/part-top.ts'
import { pertesEtGains, SANS_GROUPE } from '../../../core/scenarios/mesures/pertes-et-gains.ts'
import { topCommuns } from '../../../core/scenarios/mesures/top-communs.ts'
import { deuxOrdres } from './ordres.ts'

const somme = (valeurs: readonly number[]) => valeurs.reduce((total, valeur) => total + valeur, 0)

describe('deplacements', () => {
  it('gives mean, maximum and histogram; a bound belongs to the class that it closes', () => {
    expect(deplacements([1, 2, 3, 4, 5], [1, 4, 2, 5, 3], [1])).toEqual({
      moyen: 6 / 5,
      max: 2,
      immobiles: 1,
      classes: [
        { de: 1, a: 1, montent: 1, descendent: 1 },
        { de: 2, a: null, montent: 1, descendent: 1 },
      ],
    })
    const n = 30
    const decale = Array.from({ length: n }, (_, i) => ((i + 10) % n) + 1)
    const { classes } = deplacements(
      Array.from({ length: n }, (_, i) => i + 1),
      decale,
    )
    expect(classes.map(({ de, a, montent, descendent }) => [de, a, montent, descendent])).toEqual([
      [1, 10, 0, 20],
      [11, 100, 10, 0],
      [101, 1000, 0, 0],
      [1001, 10000, 0, 0],
      [10001, null, 0, 0],
    ])
  })

  it('is 0 for the same ranking, unknown without demandes', () => {
    expect(deplacements([2, 1], [2, 1])).toMatchObject({ moyen: 0, max: 0, immobiles: 2 })
    expect(deplacements([], [])).toMatchObject({ moyen: null, max: null, immobiles: 0 })
  })

  it('counts every demande once, and what goes up comes down', () => {
    fc.assert(
      fc.property(deuxOrdres(), ({ a, b }) => {
        const { moyen, max, immobiles, classes } = deplacements(a, b, [1, 5, 20])
        const ecarts = a.map((place, i) => place - (b[i] ?? 0))
        expect(immobiles + somme(classes.map((c) => c.montent + c.descendent))).toBe(a.length)
        expect(max).toBe(Math.max(...ecarts.map(Math.abs)))
        expect(moyen).toBe(somme(ecarts.map(Math.abs)) / a.length)
        const inverse = deplacements(b, a, [1, 5, 20])
        expect(inverse.classes.map((c) => [c.montent, c.descendent])).toEqual(
          classes.map((c) => [c.descendent, c.montent]),
        )
      }),
    )
  })
})

describe('topCommuns', () => {
  it('lists those who enter in the order of B, those who leave in the order of A', () => {
    expect(topCommuns([1, 2, 3, 4, 5], [5, 4, 3, 1, 2], [2, 3, 10])).toEqual([
      { n: 2, communs: 0, entrants: [3, 4], sortants: [0, 1] },
      { n: 3, communs: 1, entrants: [3, 4], sortants: [0, 1] },
      { n: 10, communs: 5, entrants: [], sortants: [] },
    ])
    expect(topCommuns([], [], [3])).toEqual([{ n: 3, communs: 0, entrants: [], sortants: [] }])
  })

  it('has as many who enter as who leave; with those who stay they fill the list', () => {
    fc.assert(
      fc.property(deuxOrdres(), fc.integer({ min: 1, max: 70 }), ({ a, b }, n) => {
        const [top] = topCommuns(a, b, [n])
        expect(top?.entrants.length).toBe(top?.sortants.length)
        expect((top?.communs ?? -1) + (top?.entrants.length ?? 0)).toBe(Math.min(n, a.length))
        expect(top?.entrants.every((i) => (b[i] ?? 0) <= n && (a[i] ?? 0) > n)).toBe(true)
        expect(topCommuns(a, a, [n])).toEqual([{ n, communs: Math.min(n, a.length), entrants: [], sortants: [] }])
      }),
    )
  })

  it('refuses places that are not 1 to n, each once', () => {
    expect(() => topCommuns([1, 1], [1, 2], [1])).toThrow('each once')
    expect(() => topCommuns([1, 3], [1, 2], [1])).toThrow('each once')
    expect(() => topCommuns([0, 1], [1, 2], [1])).toThrow('each once')
  })
})

describe('bandes', () => {
  it.each([
    [1, 10, 1],
    [10, 10, 10],
    [1, 25, 1],
    [2, 25, 1],
    [3, 25, 2],
    [5, 25, 2],
    [6, 25, 3],
    [25, 25, 10],
    [1, 1, 10],
    [1, 3, 4],
    [15_000, 150_000, 1],
    [15_001, 150_000, 2],
  ])('place %i of %i: decile %i', (ordre, n, attendu) => {
    expect(decile(ordre, n)).toBe(attendu)
  })

  it('rows of transitions are the deciles of A, columns those of B; the same ranking stays on the diagonal', () => {
    fc.assert(
      fc.property(deuxOrdres(120), ({ a, b }) => {
        const table = transitions(a, b)
        const tailles = Array.from(
          { length: 10 },
          (_, d) => a.filter((place) => decile(place, a.length) === d + 1).length,
        )
        expect(table.map(somme)).toEqual(tailles)
        expect(table.map((_, d) => somme(table.map((ligne) => ligne[d] ?? 0)))).toEqual(tailles)
        expect(transitions(b, a)).toEqual(table.map((_, d) => table.map((ligne) => ligne[d])))
        expect(bilanMouvements(transitions(a, a))).toEqual({ restent: a.length, montent: 0, descendent: 0 })
      }),
    )
  })

  it('cuts by place (the last place of a band is in it) and by points (the threshold is in the band above)', () => {
    expect([...bandesParOrdre([1, 3, 4, 10, 11], [3, 10])]).toEqual([0, 0, 1, 1, 2])
    expect([...bandesParPoints([80, 79.99, 40, 39.99], [80, 40])]).toEqual([0, 1, 1, 2])
  })

  it('counts the moves between bands of different cuts', () => {
    const a = bandesParPoints([90, 60, 10, 90], [80, 40])
    const b = bandesParPoints([60, 90, 10, 10], [80, 40])
    expect(mouvements(a, b, 3)).toEqual([
      [0, 1, 1],
      [1, 0, 0],
      [0, 0, 1],
    ])
    expect(bilanMouvements(mouvements(a, b, 3))).toEqual({ restent: 1, montent: 1, descendent: 2 })
  })
})

describe('partTop', () => {
  it('shares the first k places; an unknown is counted apart', () => {
    const a = [1, 2, 3, 4]
    const b = [4, 3, 2, 1]
    expect(partTop(a, b, Uint8Array.of(1, 0, 1, 2), 2)).toEqual({
      n: 2,
      inconnus: 1,
      topA: 1,
      topB: 1,
      partA: 0.5,
      partB: 0.5,
    })
    expect(partTop(a, b, Uint8Array.of(1, 1, 0, 0), 1)).toMatchObject({ topA: 1, topB: 0, partA: 1, partB: 0 })
    expect(partTop(a, b, Uint8Array.of(1, 1, 1, 0), 10)).toMatchObject({ topA: 3, partA: 0.75, partB: 0.75 })
    expect(partTop([], [], Uint8Array.of(), 3)).toMatchObject({ n: 0, partA: null, partB: null })
  })

  it('a group and its complement fill the top', () => {
    fc.assert(
      fc.property(deuxOrdres(), fc.integer({ min: 1, max: 20 }), ({ a, b }, k) => {
        const groupe = Uint8Array.from(a, (_, i) => (i % 3 === 0 ? 1 : 0))
        const dans = partTop(a, b, groupe, k)
        const hors = partTop(
          a,
          b,
          groupe.map((x) => 1 - x),
          k,
        )
        expect(dans.topA + hors.topA).toBe(Math.min(k, a.length))
        expect(dans.topB + hors.topB).toBe(Math.min(k, a.length))
        expect(dans.n + hors.n).toBe(a.length)
      }),
    )
  })
})

describe('pertesEtGains', () => {
  it('counts winners and losers of each group from the threshold on', () => {
    const a = [1, 2, 3, 4, 5]
    const b = [3, 1, 2, 4, 5]
    const groupes = Uint16Array.of(0, 0, 1, 1, SANS_GROUPE)
    expect(pertesEtGains(a, b, groupes, 3, [1, 2])).toEqual([
      {
        n: 2,
        gainMoyen: -0.5,
        seuils: [
          { seuil: 1, gagnants: 1, perdants: 1 },
          { seuil: 2, gagnants: 0, perdants: 1 },
        ],
      },
      {
        n: 2,
        gainMoyen: 0.5,
        seuils: [
          { seuil: 1, gagnants: 1, perdants: 0 },
          { seuil: 2, gagnants: 0, perdants: 0 },
        ],
      },
      {
        n: 0,
        gainMoyen: null,
        seuils: [
          { seuil: 1, gagnants: 0, perdants: 0 },
          { seuil: 2, gagnants: 0, perdants: 0 },
        ],
      },
    ])
  })

  it('sums to the whole: all groups together neither gain nor lose', () => {
    fc.assert(
      fc.property(deuxOrdres(), ({ a, b }) => {
        const groupes = Uint16Array.from(a, (_, i) => i % 3)
        const bilans = pertesEtGains(a, b, groupes, 3, [1])
        expect(somme(bilans.map(({ n, gainMoyen }) => n * (gainMoyen ?? 0)))).toBeCloseTo(0, 9)
        const { classes } = deplacements(a, b)
        expect(somme(bilans.map(({ seuils }) => seuils[0]?.gagnants ?? 0))).toBe(somme(classes.map((c) => c.montent)))
        expect(somme(bilans.map(({ seuils }) => seuils[0]?.perdants ?? 0))).toBe(
          somme(classes.map((c) => c.descendent)),
        )
      }),
    )
  })
})
