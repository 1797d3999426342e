import { describe, expect, it } from 'vitest'
import { completer } from '../../core/objectifs/completer.ts'
import { lignesDerriere } from '../../core/objectifs/lignes-derriere.ts'
import { ventiler } from '../../core/objectifs/ventiler.ts'
import { compter, indicateur, lignes, Q1 } from './lignes.ts'

const compte = compter([
  lignes(10, { bailleur: 'Habitat A', quartile: '1' }),
  lignes(30, { bailleur: 'habitat-a', quartile: '3' }),
  lignes(4, { bailleur: 'Office B', quartile: '1', date_bail: '2025-11-02' }),
  lignes(2, { bailleur: null, quartile: null }),
  lignes(3, { bailleur: 'Office B', qpv: null }),
  lignes(5, { bailleur: 'Office B', qpv: 'oui' }),
])

describe('breaking a rate down', () => {
  it('gives one line a landlord, spellings put together, and one for those without', () => {
    const { cases, total } = ventiler(compte, Q1, ['bailleur'])
    expect(
      cases.map(({ modalites, numerateur, denominateur, inconnus }) => [
        modalites[0],
        numerateur,
        denominateur,
        inconnus,
      ]),
    ).toEqual([
      ['Habitat A', 10, 40, 0],
      ['Office B', 4, 4, 3],
      [null, 0, 2, 2],
    ])
    expect(cases[1]).toMatchObject({ cible: 0.25, manque: 0 })
    expect(ventiler(compte, Q1, ['bailleur'], { numerateur: 1, denominateur: 2 }).cases[0]).toMatchObject({
      cible: 0.5,
      manque: 10,
    })
    expect(total).toMatchObject({ numerateur: 14, denominateur: 46, inconnus: 5, effectifFaible: false })
  })

  it('flags rates that rest on few rows, and leaves the others', () => {
    expect(ventiler(compte, Q1, ['bailleur']).cases.map(({ effectifFaible }) => effectifFaible)).toEqual([
      false,
      true,
      true,
    ])
    const tout = (n: number) => ventiler(compter([lignes(n)]), Q1, ['bailleur']).total.effectifFaible
    expect([tout(29), tout(30)]).toEqual([true, false])
  })

  it('crosses two axes; cells add up to the total', () => {
    const { cases, total } = ventiler(compte, Q1, ['bailleur', 'trimestre'])
    expect(cases.map(({ modalites, denominateur }) => [...modalites, denominateur])).toEqual([
      ['Habitat A', 'T1', 40],
      ['Office B', 'T1', 0],
      ['Office B', 'T4', 4],
      [null, 'T1', 2],
    ])
    expect(cases.reduce((somme, { denominateur }) => somme + denominateur, 0)).toBe(total.denominateur)
    expect(cases.reduce((somme, { inconnus }) => somme + inconnus, 0)).toBe(total.inconnus)
  })

  it('follows the day of the commission for decisions and of the lease for leases', () => {
    const mutations = ventiler(compte, indicateur('mutations'), ['trimestre'])
    expect(mutations.cases.map(({ modalites }) => modalites[0])).toEqual(['T1'])
  })

  it('puts places known and unknown apart', () => {
    expect(
      ventiler(compte, Q1, ['qpv']).cases.map(({ modalites, denominateur, inconnus_denominateur: i }) => [
        modalites[0],
        denominateur,
        i,
      ]),
    ).toEqual([
      ['hors QPV', 46, 0],
      [null, 0, 3],
    ])
  })
})

describe('the rows behind a figure', () => {
  it('are as many as the figure says, and are found in the file', () => {
    const derriere = lignesDerriere(compte, Q1, [['bailleur', 'Habitat A']])
    expect(derriere.filter(({ place }) => place === 'avec').map(({ ligne }) => ligne)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ])
    expect(derriere).toHaveLength(40)
    expect(derriere[0]?.fichier).toBe('attributions.csv')
  })

  it('of what is not given are only those', () => {
    expect(lignesDerriere(compte, Q1, [['bailleur', null]]).map(({ place }) => place)).toEqual([
      'numerateur-inconnu',
      'numerateur-inconnu',
    ])
    expect(lignesDerriere(compte, Q1, [['bailleur', 'Inconnu au bataillon']])).toEqual([])
  })
})

describe('what to fill first', () => {
  it('names the cells, their rows, and what they do to the rate', () => {
    const sansRessources = compter([
      lignes(20, { quartile: '1' }),
      lignes(80, { quartile: '3' }),
      lignes(8, { quartile: null, nb_personnes: '1' }),
      lignes(2, { quartile: null, ressources_mensuelles: '900' }),
      lignes(1, { qpv: null }),
    ])
    const { champs, taux_min, taux_max } = completer(sansRessources, Q1)
    expect(champs.map(({ champ, lignes: l, seul }) => [champ, l.length, seul])).toEqual([
      ['ressources_mensuelles', 8, 8],
      ['nb_personnes', 2, 0],
      ['nb_moins_14', 2, 0],
      ['qpv', 1, 1],
    ])
    expect(champs[0]).toMatchObject({ taux_min: 20 / 110, taux_max: 28 / 110 })
    expect(champs[0]?.phrase).toBe(
      '8 cellules manquantes font varier le taux de 7,3\u00a0points\u202f: «\u202fRessources mensuelles du ménage (hors APL/AL)\u202f».',
    )
    expect(champs[0]?.lignes[0]?.ligne).toBe(102)
    expect(taux_min).toBe(20 / 111)
    expect(taux_max).toBe(31 / 111)
  })

  it('asks for a whole column when no file gives it', () => {
    const sans = compter([lignes(3, { quartile: '2' }).map(({ relogement: _, ...reste }) => reste)])
    const { champs } = completer(sans, Q1)
    expect(champs).toMatchObject([{ champ: 'relogement', colonneAbsente: true, effet: 1 }])
  })

  it('asks for nothing when everything is known', () => {
    expect(completer(compter([lignes(3)]), Q1)).toMatchObject({ champs: [], taux_min: 1, taux_max: 1 })
  })
})
