import { describe, expect, it } from 'vitest'
import { lignesAuSeuil, situerQuartile } from '../../core/objectifs/assistant-quartile.ts'
import { tension } from '../../core/objectifs/tension.ts'
import { compter, lignes } from './lignes.ts'

const LILLE = '200093201'
const NANTES = '244400404'
const seul = (ressources: number) => ({ ressources, personnes: 1, moinsDe14: 0, epci: LILLE })

describe('where a household stands among the quartiles', () => {
  // Thresholds of 2026 at Lille: 9 456, 13 935, 19 380 € (arrêté of 23 April 2026).
  it.each([
    [787.99, 1, 1],
    [788, 2, 1],
    [788.01, 2, 2],
    [1161.25, 3, 2],
    [1615, 4, 3],
    [5000, 4, 4],
    [0, 1, 1],
  ])('%d € a month', (ressources, quartile, quartileAutreBorne) => {
    expect(situerQuartile(seul(ressources), { annee: 2026 })).toMatchObject({ quartile, quartileAutreBorne })
  })

  it('gives the euros that part it from each threshold, per unit and year and per month', () => {
    const menage = { ressources: 1500, personnes: 3, moinsDe14: 1, epci: LILLE }
    const { uc, ressourcesUc, distances } = situerQuartile(menage, { annee: 2026 })
    expect([uc, ressourcesUc]).toEqual([1.8, 10000])
    expect(distances.map(({ parUcEtParAn }) => parUcEtParAn)).toEqual([-544, 3935, 9380])
    expect(distances[0]?.parMois).toBeCloseTo(-81.6, 10)
    expect(situerQuartile({ ...menage, epci: NANTES }, { annee: 2026 }).quartile).toBe(1)
  })

  it('shows what a change of year does, newest first', () => {
    expect(situerQuartile(seul(780), { annee: 2025 }).annees).toEqual([
      { annee: 2026, quartile: 1 },
      { annee: 2025, quartile: 1 },
      { annee: 2024, quartile: 2 },
    ])
  })

  it('says that the thresholds are of an earlier year, or that there are none', () => {
    expect(situerQuartile(seul(780), { annee: 2030 }).seuils).toMatchObject({ annee: 2026, ancien: true })
    expect(situerQuartile({ ...seul(780), epci: '999999999' }, { annee: 2026 })).toMatchObject({
      quartile: null,
      distances: [],
      annees: [],
    })
  })

  it('lists the rows near the first threshold, or that another year or bound would move', () => {
    const revenu = (ressources_mensuelles: string) =>
      lignes(1, { quartile: null, ressources_mensuelles, nb_personnes: '1', nb_moins_14: '0' })
    const compte = compter(['700', '780', '786', '788', '800', '1161.25', '3000', ''].map(revenu), { annee: 2026 })
    const pres = lignesAuSeuil(compte, { marge: 100, autreAnnee: 2024 })
    expect(
      pres.map(({ ligne, quartile, quartileAutreBorne, quartileAutreAnnee }) => [
        ligne,
        quartile,
        quartileAutreBorne,
        quartileAutreAnnee,
      ]),
    ).toEqual([
      [3, 1, 1, 2],
      [4, 1, 1, 2],
      [5, 2, 1, 2],
      [7, 3, 2, 3],
    ])
  })
})

describe('the pressure of demand', () => {
  it('has two definitions that are not mixed', () => {
    expect(tension(116_228, 11_357).demandesParAttribution).toBeCloseTo(10.23, 2)
    expect(tension(0, 0, 0)).toEqual({ demandesParAttribution: null, partSatisfaite: null })
    expect(tension(2_700_000, 384_000, 4_100_000).partSatisfaite).toBeCloseTo(0.0937, 4)
  })
})
