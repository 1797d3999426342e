import { describe, expect, it } from 'vitest'
import { lireSeuils, seuilsDe } from '../../core/baremes/index.ts'
import { Refus } from '../../core/socle/refus.ts'
import type { Cellule, FeuilleBrute } from '../../core/socle/table.ts'

const ENTETES = ['siren', 'epci', 'region', 'departements', 'annee', 'q1', 'q2', 'q3']
const LILLE: Cellule[] = [
  '200093201',
  'Métropole Européenne de Lille',
  'Hauts-de-France',
  '59',
  '2027',
  '9500',
  '14000',
  '19500',
]

function feuille(...lignes: Cellule[][]): FeuilleBrute {
  return { nom: 'seuils.csv', lignes: lignes.map((cellules, i) => ({ numero: i + 1, cellules })) }
}

function remplacer(place: number, valeur: Cellule): Cellule[] {
  return LILLE.map((cellule, i) => (i === place ? valeur : cellule))
}

function raisons(lire: () => unknown): readonly string[] {
  try {
    lire()
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.raisons
    throw erreur
  }
  return []
}

describe('lireSeuils', () => {
  it('reads the columns of the shipped table', () => {
    const table = lireSeuils(feuille(ENTETES, LILLE))
    expect(seuilsDe('200093201', 2027, table)).toEqual({ annee: 2027, q1: 9500, q2: 14000, q3: 19500, ancien: false })
    expect(table.millesimes).toEqual([
      {
        annee: 2027,
        unite: '€ par unité de consommation et par an',
        reference: { titre: 'Fichier fourni par l’utilisateur\u202f: seuils.csv' },
        etat: { q1: 'a-verifier', q2: 'a-verifier', q3: 'a-verifier' },
      },
    ])
  })

  it.each([
    ['numbers of a workbook', [200093201, null, null, null, 2027, 9500, 14000, 19500]],
    ['French spaces and marks', ['200093201', '', '', '', '2027', '9\u202f500', '14\u00a0000,00', '19 500 €']],
  ] as const)('reads %s', (_, ligne) => {
    expect(seuilsDe('200093201', 2027, lireSeuils(feuille(ENTETES, [...ligne])))).toMatchObject({ q1: 9500, q3: 19500 })
  })

  it('finds the columns wherever they are and passes over blank rows', () => {
    const table = lireSeuils(feuille([], ['Q3', 'Q2', 'Q1', 'Année', 'SIREN'], [], [30, 20, 10, 2025, '200093201']))
    expect(seuilsDe('200093201', 2025, table)).toMatchObject({ q1: 10, q2: 20, q3: 30 })
  })

  it.each([
    ['a missing column', feuille(['siren', 'annee', 'q1'], ['200093201', '2026', '1']), 'q2, q3'],
    ['a SIREN of eight digits', feuille(ENTETES, remplacer(0, '20009320')), 'Ligne 2\u202f: SIREN'],
    ['a year that is none', feuille(ENTETES, remplacer(4, '26')), 'année'],
    ['an amount in words', feuille(ENTETES, remplacer(5, 'environ 9500')), 'trois montants croissants'],
    ['an empty amount', feuille(ENTETES, remplacer(7, null)), 'trois montants croissants'],
    ['q1 equal to q2', feuille(ENTETES, remplacer(5, '14000')), 'trois montants croissants'],
    ['an error cell', feuille(ENTETES, remplacer(5, { erreur: '#N/A' })), 'trois montants croissants'],
    ['two lines for a year', feuille(ENTETES, LILLE, LILLE), 'plusieurs lignes'],
    ['headers alone', feuille(ENTETES), 'aucun seuil'],
    ['nothing at all', feuille(), 'aucun seuil'],
  ])('refuses %s', (_, table, extrait) => {
    expect(raisons(() => lireSeuils(table)).join()).toContain(extrait)
  })

  it('shows the first twenty faults and counts the others', () => {
    const fautives = Array.from({ length: 25 }, () => remplacer(0, 'x'))
    const lues = raisons(() => lireSeuils(feuille(ENTETES, ...fautives)))
    expect(lues).toHaveLength(21)
    expect(lues.at(-1)).toContain('5 autres')
  })
})
