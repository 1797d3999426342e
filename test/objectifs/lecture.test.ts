import { describe, expect, it } from 'vitest'
import { compterObjectifs } from '../../core/objectifs/compter-objectifs.ts'
import { Refus } from '../../core/socle/refus.ts'
import { lireAttributions, lireFichiers } from './attributions-de-test.ts'

const A = { numero_unique: '1', date_bail: '2025-03-20', bailleur: 'Habitat A', qpv: 'non', quartile: '1' }

describe('reading allocations', () => {
  it('refuses a file without any date column, and names it', () => {
    expect(() => lireAttributions([{ numero_unique: '1', qpv: 'non' }])).toThrow(Refus)
    expect(() => lireAttributions([{ numero_unique: '1', qpv: 'non' }])).toThrow(/attributions\.csv/)
  })

  it.each(['date_decision', 'Date CALEOL', 'Bail signé le'])('needs nothing but %s', (entete) => {
    expect(lireAttributions([{ [entete]: '2025-03-20' }]).nombre).toBe(1)
  })

  it('reads several files with different columns as one table, keeps where each row comes from, finds duplicates over both', () => {
    const attributions = lireFichiers([
      { nom: 'a.xlsx', entetes: Object.keys(A), lignes: [A, { ...A, numero_unique: '2', bailleur: 'Office B' }] },
      {
        nom: 'b.csv',
        entetes: ['N° unique', 'Organisme', 'Date du bail', 'QPV', 'EPCI'],
        lignes: [
          { 'N° unique': '3', Organisme: 'Office B', 'Date du bail': '01/04/2025', QPV: 'oui', EPCI: '200093201' },
          { 'N° unique': '1', Organisme: 'HABITAT A', 'Date du bail': '20/03/2025', QPV: 'non' },
        ],
      },
    ])
    expect(attributions.nombre).toBe(3)
    expect(attributions.lignesLues).toBe(4)
    expect([...attributions.origines]).toEqual([0, 0, 1])
    expect([...attributions.lignes]).toEqual([2, 3, 2])
    const doublon = attributions.anomalies.find(({ code }) => code === 'doublon')
    expect(doublon).toMatchObject({ ligne: 3, fichier: 'b.csv', valeur: '1' })
    expect(doublon?.message).toContain('ligne 2 de «\u202fa.xlsx\u202f»')
    const { objectifs } = compterObjectifs(attributions, { annee: 2025 })
    const ligne = (code: string, perimetre: string) =>
      objectifs.find((o) => o.code === code && o.perimetre === perimetre)
    expect(ligne('autres_quartiles_qpv', 'bailleur:Office B')).toMatchObject({
      denominateur: 1,
      inconnus_numerateur: 1,
    })
    expect(ligne('q1_hors_qpv', 'bailleur:Office B')).toMatchObject({ numerateur: 1, denominateur: 1 })
    expect(ligne('q1_hors_qpv', 'epci:200093201')).toMatchObject({ denominateur: 0 })
  })

  it('takes a damaged number as unknown and still counts the row', () => {
    const { nombre, anomalies } = lireAttributions([{ ...A, numero_unique: '1,23E+17' }])
    expect(nombre).toBe(1)
    expect(anomalies[0]).toMatchObject({ code: 'numero-abime', gravite: 'ignoree' })
    expect(anomalies[0]?.message).toContain('le numéro est pris comme inconnu')
  })

  it.each([
    ['a lease that follows no allocation', { decision: 'refus_candidat' }, 'incoherent', 'decision'],
    ['a lease before the decision', { date_decision: '2025-03-21' }, 'incoherent', 'date_bail'],
    ['a lease after the day of the computation', { date_bail: '2026-02-01' }, 'date-future', 'date_bail'],
    ['a row without any date', { date_bail: '' }, 'a-verifier', 'date_decision'],
    ['more children than people', { nb_personnes: '1', nb_moins_14: '2' }, 'incoherent', 'nb_moins_14'],
    ['DALO among the publics, denied beside', { dalo: 'non', publics_prioritaires: 'dalo' }, 'incoherent', 'dalo'],
  ])('reports %s', (_, changements, code, colonne) => {
    const { nombre, anomalies } = lireAttributions([{ ...A, ...changements }])
    expect(nombre).toBe(1)
    expect(anomalies).toMatchObject([{ code, colonne }])
  })

  it('reports nothing of a plain row, nor of a lease on the day of its decision', () => {
    expect(lireAttributions([A, { ...A, numero_unique: '2', date_decision: '2025-03-20' }]).anomalies).toEqual([])
  })

  it('counts the defaults by rule, adds them up over files, and leaves them out on demand', () => {
    const entetes = ['date_bail', 'relogement']
    const fichier = { entetes, lignes: [{ date_bail: '2025-03-20' }, { date_bail: '2025-03-21' }] }
    const fichiers = [
      { nom: 'a', ...fichier },
      { nom: 'b', ...fichier },
    ]
    const remplies = lireFichiers(fichiers).defauts
    expect(remplies).toContainEqual({ champ: 'relogement', valeur: 'aucun', cellules: 4 })
    expect(lireFichiers(fichiers, { sansDefauts: true }).defauts).toEqual([])
  })
})
