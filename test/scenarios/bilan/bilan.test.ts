import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluerSuites, mediane } from '../../../core/scenarios/bilan/evaluer.ts'
import type { AttributionPassee } from '../../../core/scenarios/bilan/rapprocher.ts'
import { jourDe } from '../../outils/coter-cellules.ts'
import type { GrilleJson } from '../../naif/grille.ts'
import { demandesDepuis, JOUR } from '../outils.ts'
import { coterBrut } from '../robustesse/force-brute.ts'

const GRILLE: GrilleJson = {
  format: 'grille-cotation/1',
  id: 'g',
  nom: 'g',
  criteres: [{ code: 'TAILLE', nom: 'Taille', points: 1, par: { champ: 'nb_personnes', chaque: 1 } }],
}
const numero = (i: number): string => `059${String(i + 1).padStart(15, '0')}`
const jour = jourDe(JOUR)
const depot = jourDe('2024-01-31')

/** The i-th demande has rank i + 1 of n. */
function classees(n: number) {
  const demandes = demandesDepuis(
    Array.from({ length: n }, (_, i) => ({ nb_personnes: n - i, dalo: i % 2 === 0 ? 'oui' : 'non' })),
  )
  return { demandes, cotation: coterBrut(demandes, GRILLE) }
}

function obtenir(i: number, delai: number): AttributionPassee {
  return { numero: numero(i), obtenue: true, decisionLe: jour + 1, bailLe: depot + delai }
}

describe('evaluerSuites', () => {
  const { demandes, cotation } = classees(40)

  it('says how many of each tenth obtained a dwelling, and after how long', () => {
    const attributions = [
      ...Array.from({ length: 11 }, (_, i) => obtenir(i, 800 + i)),
      { numero: numero(30), obtenue: false, rangCal: 2 },
      { numero: 'inconnu', obtenue: true },
    ]
    const { ensemble, deciles, etrangeres, anterieures } = evaluerSuites(cotation, demandes, attributions)
    expect(ensemble).toEqual({ n: 40, obtenues: 11, part: 11 / 40, attenteMediane: 805 })
    expect(deciles.map(({ obtenues }) => obtenues)).toEqual([4, 4, 3, 0, 0, 0, 0, 0, 0, 0])
    expect(deciles[0]).toEqual({ decile: 1, n: 4, obtenues: 4, part: 1, attenteMediane: null })
    expect([etrangeres, anterieures]).toEqual([1, 0])
  })

  it('counts a demande once, at its first dwelling; without lease, at the decision', () => {
    const deux = Array.from({ length: 11 }, (_, i) => [obtenir(i, 900), obtenir(i, 700)]).flat()
    expect(evaluerSuites(cotation, demandes, deux).ensemble).toMatchObject({ obtenues: 11, attenteMediane: 700 })
    const sansBail = Array.from({ length: 11 }, (_, i) => ({
      numero: numero(i),
      obtenue: true,
      decisionLe: depot + 50,
    }))
    const { ensemble, anterieures } = evaluerSuites(cotation, demandes, sansBail)
    expect(ensemble.attenteMediane).toBe(50)
    expect(anterieures).toBe(11)
    const sansDate = Array.from({ length: 11 }, (_, i) => ({ numero: numero(i), obtenue: true }))
    expect(evaluerSuites(cotation, demandes, sansDate).ensemble).toMatchObject({ obtenues: 11, attenteMediane: null })
  })

  it('tells publics apart and withholds groups under 11', () => {
    const { groupes } = evaluerSuites(cotation, demandes, [obtenir(0, 10), obtenir(2, 10), obtenir(3, 10)])
    expect(groupes.find(({ code }) => code === 'dalo')?.issue).toMatchObject({ n: 20, obtenues: 2, part: 0.1 })
    expect(groupes.find(({ code, dimension }) => dimension === 'taille' && code === '1')?.issue).toBeNull()
  })

  it('measures how often those who obtained a dwelling were ranked before the others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(39)), (logees) => {
        const { precedence } = evaluerSuites(
          cotation,
          demandes,
          logees.map((i) => obtenir(i, 10)),
        )
        const autres = Array.from({ length: 40 }, (_, i) => i).filter((i) => !logees.includes(i))
        const paires = logees.flatMap((i) => autres.map((j) => Number(i < j)))
        if (paires.length === 0) expect(precedence).toBeNull()
        else expect(precedence).toBeCloseTo(paires.reduce((s, x) => s + x, 0) / paires.length, 12)
      }),
    )
  })

  it('compares the ranks of commissions with the order of the grid, dwelling by dwelling', () => {
    const presenter = (i: number, rangCal: number, logement: string, decisionLe = jour): AttributionPassee => ({
      numero: numero(i),
      obtenue: rangCal === 1,
      rangCal,
      logement,
      decisionLe,
    })
    const { rangs, concordance } = evaluerSuites(cotation, demandes, [
      presenter(0, 1, 'L1'),
      presenter(5, 2, 'L1'),
      presenter(3, 3, 'L1'),
      presenter(9, 1, 'L2'),
      presenter(8, 2, 'L2'),
      presenter(1, 5, 'L2', jour + 1),
    ])
    expect(concordance).toEqual({ paires: 4, concordantes: 2, part: 0.5 })
    expect(rangs).toEqual([
      { rang: 1, passages: 2, obtenues: 2 },
      { rang: 2, passages: 2, obtenues: 0 },
      { rang: 3, passages: 1, obtenues: 0 },
      { rang: 4, passages: 1, obtenues: 0 },
    ])
  })

  it('has no figure without allocations', () => {
    const { ensemble, precedence, concordance } = evaluerSuites(cotation, demandes, [])
    expect(ensemble).toEqual({ n: 40, obtenues: 0, part: 0, attenteMediane: null })
    expect([precedence, concordance.part]).toEqual([null, null])
  })
})

describe('mediane', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[4], 4],
    [[10, 9, 100], 10],
    [[3, 1, 2, 10], 2.5],
  ])('%j', (valeurs, attendue) => {
    expect(mediane(valeurs)).toBe(attendue)
  })
})
