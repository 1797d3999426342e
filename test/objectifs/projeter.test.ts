import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projeter } from '../../core/objectifs/projeter.ts'
import { partAnnee } from '../../core/socle/part-annee.ts'
import { jour } from './attributions-de-test.ts'
import { compter, lignes, Q1 } from './lignes.ts'

const JUIN = jour('2025-06-30')

describe('projecting a rate to 31 December', () => {
  it('expects the rest of the year at the pace of the days gone by, and says it in one sentence', () => {
    const compte = compter([lignes(19, { quartile: '1' }), lignes(81, { quartile: '3' })])
    const projection = projeter(compte, Q1, { jour: JUIN })
    // 181 days of 365: 100 leases so far make 202 in the year; a quarter of them is 51, 19 are there.
    expect(projection).toMatchObject({ attendus: 102, manque: 32, taux: 0.19 })
    expect(projection.phrase).toBe(
      'Il manque 32 baux du premier quartile hors QPV d’ici le 31/12\u202f; au rythme actuel vous finirez entre 15\u202f% et 23\u202f%.',
    )
  })

  it('follows the seasons of past years when they are given', () => {
    const passe = compter(
      [
        lignes(30, { date_bail: '2024-05-01', date_decision: '2024-04-01' }),
        lignes(70, { date_bail: '2024-10-01', date_decision: '2024-09-01' }),
      ],
      { annee: 2024 },
    )
    const compte = compter([lignes(60, { quartile: '3' })])
    const { partEcoulee, attendus } = projeter(compte, Q1, { jour: JUIN, passes: [passe] })
    expect(partEcoulee).toMatchObject({ methode: 'annees-passees', part: 0.3, annees: [2024] })
    expect(attendus).toBe(140)
  })

  it('counts the same day of past years as gone by, and keeps the slowest and the fastest of them', () => {
    const passe = (annee: number, avant: number) =>
      compter(
        [
          lignes(avant, { date_bail: `${String(annee)}-06-30`, date_decision: null }),
          lignes(100 - avant, { date_bail: `${String(annee)}-07-01`, date_decision: null }),
        ],
        { annee },
      )
    const projection = projeter(compter([lignes(60)]), Q1, { jour: JUIN, passes: [passe(2023, 60), passe(2024, 40)] })
    expect(projection.partEcoulee).toMatchObject({ part: 0.5, basse: 0.4, haute: 0.6, annees: [2023, 2024] })
    const seule = projeter(compter([lignes(30), lignes(30, { quartile: '3' })]), Q1, {
      jour: JUIN,
      passes: [passe(2024, 50)],
    })
    const deux = projeter(compter([lignes(30), lignes(30, { quartile: '3' })]), Q1, {
      jour: JUIN,
      passes: [passe(2023, 60), passe(2024, 40)],
    })
    expect(deux.attendus).toBe(seule.attendus)
    expect((deux.haut ?? 0) - (deux.bas ?? 0)).toBeGreaterThan((seule.haut ?? 0) - (seule.bas ?? 0))
  })

  it('does not trust a past year of few rows', () => {
    const passe = compter([lignes(29, { date_bail: '2024-05-01', date_decision: '2024-04-01' })], { annee: 2024 })
    const { partEcoulee } = projeter(compter([lignes(60)]), Q1, { jour: JUIN, passes: [passe] })
    expect(partEcoulee.methode).toBe('calendrier')
  })

  it('widens with rows that nobody can place, and with years that differ', () => {
    const large = projeter(compter([lignes(19), lignes(71, { quartile: '3' }), lignes(10, { quartile: null })]), Q1, {
      jour: JUIN,
    })
    const etroit = projeter(compter([lignes(19), lignes(81, { quartile: '3' })]), Q1, { jour: JUIN })
    expect(large.bas).toBeCloseTo(etroit.bas ?? NaN, 12)
    expect(large.haut ?? 0).toBeGreaterThan((etroit.haut ?? 1) + 0.05)
  })

  it('counts only what is signed by the day', () => {
    const compte = compter([lignes(10), lignes(5, { date_bail: '2025-07-01' })])
    expect(projeter(compte, Q1, { jour: JUIN }).constate.denominateur).toBe(10)
    expect(projeter(compte, Q1, { jour: jour('2025-07-01') }).constate.denominateur).toBe(15)
  })

  it('says when the target is out of reach, when nothing lacks, when the year is over, when nothing is counted', () => {
    const phrase = (n: number, d: number, le: string): string =>
      projeter(compter([lignes(n, { quartile: '1' }), lignes(d - n, { quartile: '3' })]), Q1, { jour: jour(le) }).phrase
    expect(phrase(0, 100, '2025-12-20')).toContain('plus que les 3 attendus d’ici là')
    expect(phrase(90, 100, '2025-06-30')).toContain('Il ne manque rien')
    expect(phrase(10, 100, '2026-01-02')).toContain('L’année 2025 est terminée')
    const vide = compter([lignes(1, { qpv: 'oui' })])
    expect(projeter(vide, Q1, { jour: JUIN }).phrase).toContain('Aucune attribution')
  })

  it('projects a share without target without speaking of a lack', () => {
    const mutations = { ...Q1, code: 'sans-cible' }
    const { manque, phrase } = projeter(compter([lignes(50)]), mutations, { jour: JUIN })
    expect(manque).toBeNull()
    expect(phrase).toMatch(/^Au rythme actuel, vous finirez/)
  })

  it('holds the present rate in its range, within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.nat(20),
        fc.integer({ min: 80, max: 364 }),
        (avec, sans, inconnus, rang) => {
          fc.pre(avec + sans + inconnus > 0)
          const compte = compter([lignes(avec), lignes(sans, { quartile: '3' }), lignes(inconnus, { quartile: null })])
          const { taux, bas, haut } = projeter(compte, Q1, { jour: jour('2025-01-01') + rang })
          expect(bas).toBeGreaterThanOrEqual(0)
          expect(haut).toBeLessThanOrEqual(1)
          expect(bas).toBeLessThanOrEqual((taux ?? NaN) + 1e-12)
          expect(haut).toBeGreaterThanOrEqual((taux ?? NaN) - 1e-12)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([
    ['2025-01-01', 1 / 365],
    ['2025-12-31', 1],
    ['2024-12-30', 365 / 366],
  ])('the calendar on %s', (le, part) => {
    expect(partAnnee(jour(le))).toBeCloseTo(part, 12)
  })
})
