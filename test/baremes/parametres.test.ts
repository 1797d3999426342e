import { describe, expect, it } from 'vitest'
import {
  CIBLES,
  MARGE_SOUS_OCCUPATION,
  MARGE_SOUS_OCCUPATION_1996,
  OCCUPATION_MINIMALE,
  PLAFONDS_FLUX,
  surfaceMinimale,
} from '../../core/baremes/index.ts'
import { isoJour, jourIso } from '../../core/socle/jour.ts'
import { entreeAu } from '../../core/socle/parametre.ts'

const PARAMETRES = Object.entries({
  OCCUPATION_MINIMALE,
  MARGE_SOUS_OCCUPATION,
  MARGE_SOUS_OCCUPATION_1996,
  ...CIBLES,
  ...PLAFONDS_FLUX,
})

describe.each(PARAMETRES)('%s', (_, parametre) => {
  it('says its unit, the day it was checked, and the source of each value', () => {
    expect(parametre.unite).not.toBe('')
    expect(parametre.description).not.toBe('')
    expect(jourIso(parametre.verifieLe)).toBeDefined()
    for (const { reference, etat } of parametre.valeurs) {
      expect(reference.titre).not.toBe('')
      expect(['verifie', 'a-verifier']).toContain(etat)
    }
  })

  it('has its values newest first, each from another day', () => {
    const jours = parametre.valeurs.map(({ depuis }) => depuis)
    expect(jours.map((jour) => jourIso(jour) !== undefined)).not.toContain(false)
    expect(jours).toEqual([...new Set(jours)].sort().reverse())
  })

  it('has one value on every day from 2024 to 2026', () => {
    const premier = jourIso('2024-01-01') ?? 0
    const dernier = jourIso('2026-12-31') ?? 0
    const jours = Array.from({ length: dernier - premier + 1 }, (__, i) => isoJour(premier + i))
    expect(jours.filter((jour) => entreeAu<unknown>(parametre, jour) === undefined)).toEqual([])
  })
})

describe('surfaceMinimale', () => {
  it.each([
    [1, 9],
    [2, 16],
    [3, 25],
    [4, 34],
    [5, 43],
    [6, 52],
    [7, 61],
    [8, 70],
    [9, 70],
    [15, 70],
  ])('%i persons: %i m²', (personnes, surface) => {
    expect(surfaceMinimale(personnes)).toBe(surface)
  })

  it.each([0, -1, 1.5, Number.NaN])('%d persons: no table', (personnes) => {
    expect(surfaceMinimale(personnes)).toBeUndefined()
  })
})

describe('figures of the law', () => {
  it('sets the targets and ceilings as exact shares', () => {
    expect(CIBLES.q1_hors_qpv.valeurs[0]?.valeur).toEqual({ numerateur: 1, denominateur: 4 })
    expect(CIBLES.autres_quartiles_qpv.valeurs[0]?.valeur).toEqual({ numerateur: 1, denominateur: 2 })
    expect(CIBLES.prioritaires.valeurs[0]?.valeur).toEqual({ numerateur: 1, denominateur: 4 })
    expect(PLAFONDS_FLUX.contingent_etat.valeurs[0]?.valeur).toEqual({ numerateur: 3, denominateur: 10 })
    expect(PLAFONDS_FLUX.contingent_agents.valeurs[0]?.valeur).toEqual({ numerateur: 1, denominateur: 20 })
  })

  it('allows one room more than persons by law, two by the circular that was not read', () => {
    expect(entreeAu(MARGE_SOUS_OCCUPATION, '2026-01-31')).toMatchObject({ valeur: { pieces: 1 }, etat: 'verifie' })
    expect(entreeAu(MARGE_SOUS_OCCUPATION_1996, '2026-01-31')).toMatchObject({
      valeur: { pieces: 2 },
      etat: 'a-verifier',
    })
  })
})
