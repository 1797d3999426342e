import { describe, expect, it } from 'vitest'
import { compterObjectifs } from '../../core/objectifs/compter-objectifs.ts'
import { lireAttributions } from './attributions-de-test.ts'
import { BASE } from './lignes.ts'

const REVENU = { ...BASE, quartile: null, ressources_mensuelles: '780', nb_personnes: '1', nb_moins_14: '0' }

function q1(ligne: object, options: object = {}, lecture: object = {}) {
  const { objectifs } = compterObjectifs(lireAttributions([{ ...REVENU, ...ligne }], lecture), {
    annee: 2025,
    ...options,
  })
  return objectifs.find(({ code, perimetre }) => code === 'q1_hors_qpv' && perimetre === 'tous')
}

describe('what a count depends on beside the rows', () => {
  // 780 × 12 = 9 360 €: first quartile at Lille in 2025 (9 427 €), second one in 2024 (9 324 €).
  it('takes the thresholds of the year counted, whatever the day', () => {
    expect(q1({})).toMatchObject({ numerateur: 1, denominateur: 1 })
    expect(q1({ date_bail: '2024-03-20' }, { annee: 2024 })).toMatchObject({ numerateur: 0, denominateur: 1 })
  })

  it('takes the territory for an empty EPCI only', () => {
    const territoire = '200093201'
    expect(q1({ epci: null })).toMatchObject({ inconnus_numerateur: 1 })
    expect(q1({ epci: null }, { territoire })).toMatchObject({ numerateur: 1, inconnus: 0 })
    expect(q1({ epci: 'Nulle part' }, { territoire })).toMatchObject({ inconnus_numerateur: 1 })
  })

  it('leaves an empty « relogement » unknown without the defaults by rule, « aucun » with them or when so declared', () => {
    const ligne = { ressources_mensuelles: '3000', relogement: '' }
    expect(q1(ligne)).toMatchObject({ numerateur: 0, inconnus: 0 })
    expect(q1(ligne, {}, { sansDefauts: true })).toMatchObject({ inconnus_numerateur: 1 })
    expect(q1(ligne, {}, { sansDefauts: true, videNon: ['relogement'] })).toMatchObject({ inconnus: 0 })
  })

  it('has no legal target before the law: the rate is only observed', () => {
    const dates = { date_bail: '2015-03-20', date_decision: '2015-03-10' }
    expect(q1(dates, { annee: 2015 })).toMatchObject({ denominateur: 1, cible: null, sens: null, manque: null })
  })
})
