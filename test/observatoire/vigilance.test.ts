import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aleatoire } from '../../core/socle/aleatoire.ts'
import {
  calculerVigilance,
  CATALOGUE,
  creerTable,
  evolutionVigilance,
  type MesureQuartier,
  type ModeleVigilance,
  type Quartier,
  quartiersDeTable,
  VIGILANCE,
} from '../../core/observatoire/index.ts'
import { tirerValeur } from '../../core/observatoire/vigilance/tirages.ts'
import { jeu, LILLE, observation, PART } from './outils.ts'

const MODELE: ModeleVigilance = {
  ...VIGILANCE,
  tirages: 200,
  composantes: [
    { indicateur: 'a', poids: 2, sens: 'plus', pourquoi: 'Un.' },
    { indicateur: 'b', poids: 1, sens: 'moins', pourquoi: 'Deux.' },
    { indicateur: 'c', poids: 1, sens: 'plus', pourquoi: 'Trois.' },
  ],
}

type Valeurs = Readonly<Record<string, number | null>>

function mesure(valeur: number, denominateur: number | null = null): MesureQuartier {
  return { valeur, numerateur: denominateur === null ? null : Math.round(valeur * denominateur), denominateur }
}

function quartier(code: string, valeurs: Valeurs, denominateur: number | null = null): Quartier {
  const connues = Object.entries(valeurs).flatMap(([id, valeur]) =>
    valeur === null ? [] : [[id, mesure(valeur, denominateur)] as const],
  )
  return { code, nom: code, mesures: new Map(connues) }
}

function quartiers(lignes: readonly Valeurs[], denominateur: number | null = null): readonly Quartier[] {
  return lignes.map((ligne, i) => quartier(`QP${String(i)}`, ligne, denominateur))
}

const valeur = fc.option(
  fc.integer({ min: 0, max: 40 }).map((n) => n / 40),
  { nil: null, freq: 5 },
)
const lignes = fc.array(fc.record({ a: valeur, b: valeur, c: valeur }), { minLength: 2, maxLength: 8 })

describe('the index', () => {
  it('puts each indicator between the bounds of the districts, then weighs', () => {
    const { quartiers: classes } = calculerVigilance(
      quartiers([
        { a: 0.1, b: 0.5, c: 0 },
        { a: 0.3, b: 0.5, c: 0.2 },
        { a: 0.5, b: 0.3, c: 0.1 },
      ]),
      MODELE,
    )
    expect(classes.map(({ code, rang }) => [code, rang])).toEqual([
      ['QP2', 1],
      ['QP1', 2],
      ['QP0', 3],
    ])
    expect(classes.map(({ indice }) => indice)).toEqual([87.5, 50, 0])
  })

  it('says what drives it: contributions add up to the index, gaps to the mean come first', () => {
    fc.assert(
      fc.property(lignes, (tirees) => {
        for (const { indice, contributions } of calculerVigilance(quartiers(tirees), MODELE).quartiers) {
          const somme = contributions.reduce((s, { points }) => s + points, 0)
          if (indice !== null) expect(somme).toBeCloseTo(indice, 9)
          const ecarts = contributions.map(({ ecart }) => ecart)
          expect(ecarts).toEqual(ecarts.toSorted((x, y) => y - x))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is monotone: a figure that calls for more vigilance never lowers the index nor worsens the rank', () => {
    fc.assert(
      fc.property(
        lignes,
        fc.nat({ max: 7 }),
        fc.constantFrom('a', 'b', 'c'),
        fc.integer({ min: 1, max: 40 }),
        (tirees, n, id, pas) => {
          const q = n % tirees.length
          const avant = tirees[q]?.[id as 'a']
          fc.pre(avant !== null && avant !== undefined)
          const sens = id === 'b' ? -1 : 1
          const apres = tirees.map((ligne, i) => (i === q ? { ...ligne, [id]: avant + (sens * pas) / 40 } : ligne))
          const lire = (table: readonly Valeurs[]) => {
            const resultat = calculerVigilance(quartiers(table), { ...MODELE, tirages: 0 })
            const sien = resultat.quartiers.find(({ code }) => code === `QP${String(q)}`)
            return { ...sien, muettes: resultat.muettes }
          }
          const [x, y] = [lire(tirees), lire(apres)]
          // An indicator that begins to tell districts apart changes what is compared.
          fc.pre(x.muettes.join() === y.muettes.join())
          fc.pre(typeof x.indice === 'number' && typeof y.indice === 'number')
          expect((y.indice ?? 0) - (x.indice ?? 0)).toBeGreaterThanOrEqual(-1e-9)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('does not depend on units', () => {
    fc.assert(
      fc.property(lignes, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -50, max: 50 }), (tirees, k, plus) => {
        const autres = tirees.map(({ a, ...reste }) => ({ ...reste, a: a === null ? null : a * k + plus }))
        const indices = (table: readonly Valeurs[]) =>
          calculerVigilance(quartiers(table), { ...MODELE, tirages: 50 }).quartiers
        const [x, y] = [indices(tirees), indices(autres)]
        const parCode = new Map(y.map((un) => [un.code, un]))
        for (const { code, indice } of x) expect(parCode.get(code)?.indice ?? -1).toBeCloseTo(indice ?? -1, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out what is not known, up to a third of the weights, and bounds the index by it', () => {
    const table = quartiers([
      { a: 0.1, b: 0.5, c: 0.1 },
      { a: 0.5, b: 0.1, c: 0.5 },
      { a: 0.3, b: null, c: 0.3 },
      { a: null, b: 0.3, c: 0.3 },
    ])
    const parCode = new Map(calculerVigilance(table, MODELE).quartiers.map((un) => [un.code, un]))
    expect(parCode.get('QP2')).toMatchObject({ partConnue: 0.75 })
    expect(parCode.get('QP2')?.indice).toBeCloseTo(50, 9)
    expect(parCode.get('QP2')?.indiceMin).toBeCloseTo(37.5, 9)
    expect(parCode.get('QP2')?.indiceMax).toBeCloseTo(62.5, 9)
    expect(parCode.get('QP3')).toMatchObject({ partConnue: 0.5, indice: null, rang: null, rangMin: null })
  })

  it('leaves out an indicator that is the same everywhere', () => {
    const { muettes } = calculerVigilance(
      quartiers([
        { a: 0.1, b: 0.2 },
        { a: 0.1, b: 0.3 },
      ]),
      MODELE,
    )
    expect(muettes).toEqual(['a', 'c'])
  })
})

describe('the interval of a rank', () => {
  it('holds the rank, within the number of districts ranked, and is the same with the same seed', () => {
    fc.assert(
      fc.property(lignes, fc.constantFrom(null, 30, 3_000), fc.nat(), (tirees, denominateur, graine) => {
        const modele = { ...MODELE, graine, tirages: 40 }
        const { quartiers: classes } = calculerVigilance(quartiers(tirees, denominateur), modele)
        const nombre = classes.filter(({ rang }) => rang !== null).length
        for (const { rang, rangMin, rangMax } of classes) {
          if (rang === null) continue
          expect(rangMin).toBeLessThanOrEqual(rang)
          expect(rangMax).toBeGreaterThanOrEqual(rang)
          expect(rangMax).toBeLessThanOrEqual(nombre)
          expect(rangMin).toBeGreaterThanOrEqual(1)
        }
        expect(calculerVigilance(quartiers(tirees, denominateur), modele).quartiers).toEqual(classes)
      }),
      { numRuns: 60 },
    )
  })

  it('is wide for small districts and narrow for large ones', () => {
    const table = Array.from({ length: 8 }, (_, i) => ({ a: 0.2 + i * 0.05, b: 0.6 - i * 0.05, c: 0.1 + i * 0.02 }))
    const largeur = (denominateur: number): number =>
      calculerVigilance(quartiers(table, denominateur), { ...MODELE, tirages: 500 }).quartiers.reduce(
        (somme, { rangMin, rangMax }) => somme + (rangMax ?? 0) - (rangMin ?? 0),
        0,
      )
    expect(largeur(20)).toBeGreaterThan(3 * largeur(20_000))
    expect(largeur(20_000)).toBeLessThanOrEqual(4)
  })

  it.each([
    [0, 20],
    [7, 50],
    [50, 50],
    [400, 1_000],
  ])('draws rates around %i of %i', (numerateur, denominateur) => {
    const tirer = aleatoire(5)
    const tirages = Array.from({ length: 4_000 }, () =>
      tirerValeur({ valeur: numerateur / denominateur, numerateur, denominateur }, tirer),
    )
    const moyenne = tirages.reduce((a, b) => a + b, 0) / tirages.length
    const attendue = (numerateur + 0.5) / (denominateur + 1)
    const variance = tirages.reduce((s, t) => s + (t - moyenne) ** 2, 0) / tirages.length
    const loi = (attendue * (1 - attendue)) / (denominateur + 2)
    expect(Math.abs(moyenne - attendue)).toBeLessThan(4 * Math.sqrt(loi / tirages.length))
    expect(variance / loi).toBeGreaterThan(0.85)
    expect(variance / loi).toBeLessThan(1.15)
  })
})

describe('between two periods', () => {
  it('keeps the index of a district whose figures do not change, and adds up by indicator', () => {
    fc.assert(
      fc.property(lignes, lignes, (avant, suite) => {
        const apres = avant.map((ligne, i) => (i % 2 === 0 ? ligne : (suite[i] ?? ligne)))
        const evolution = evolutionVigilance(quartiers(avant), quartiers(apres), { ...MODELE, tirages: 0 })
        for (const { code, ecart, composantes } of evolution.quartiers) {
          expect(composantes.reduce((s, c) => s + c.ecart, 0)).toBeCloseTo(ecart, 9)
          if (Number(code.slice(2)) % 2 === 0) expect(ecart).toBeCloseTo(0, 9)
        }
        const codes = [...evolution.quartiers.map(({ code }) => code), ...evolution.nonCompares].sort()
        expect(codes).toEqual(avant.map((_, i) => `QP${String(i)}`).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('rises with what calls for vigilance, the widest change first', () => {
    const avant = quartiers([
      { a: 0.1, b: 0.5, c: 0.1 },
      { a: 0.5, b: 0.1, c: 0.5 },
    ])
    const apres = quartiers([
      { a: 0.3, b: 0.4, c: 0.1 },
      { a: 0.5, b: 0.1, c: 0.5 },
    ])
    const [premier] = evolutionVigilance(avant, apres, MODELE).quartiers
    expect(premier).toMatchObject({ code: 'QP0', avant: 0 })
    expect(premier?.apres).toBeCloseTo(31.25, 9)
    expect(premier?.composantes.map(({ indicateur }) => indicateur)).toEqual(['a', 'b', 'c'])
  })
})

describe('from datasets', () => {
  it('takes the published figures of districts, of one territory and one period', () => {
    const lignesJeu = ['QP1', 'QP2'].flatMap((modalite) => [
      observation({ dimension: 'qpv', modalite, numerateur: 20, denominateur: 40, valeur: 0.5 }),
      observation({ dimension: 'qpv', modalite, periode: '2024' }),
    ])
    const modele = {
      ...MODELE,
      composantes: [{ indicateur: PART.id, poids: 1, sens: 'plus' as const, pourquoi: 'Un.' }],
    }
    const trouves = quartiersDeTable(creerTable([jeu(lignesJeu)]), LILLE.code, '2025', modele)
    expect(trouves.map(({ code }) => code)).toEqual(['QP1', 'QP2'])
    expect(trouves[0]?.mesures.get(PART.id)).toEqual({ valeur: 0.5, numerateur: 20, denominateur: 40 })
  })

  it('is made of indicators of the catalogue', () => {
    const ids = CATALOGUE.map(({ id }) => id)
    for (const { indicateur, pourquoi } of VIGILANCE.composantes) {
      expect(ids).toContain(indicateur)
      expect(pourquoi).toMatch(/\.$/)
    }
    expect(ids).toContain('indice_vigilance')
  })
})
