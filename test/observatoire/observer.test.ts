import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES, type Demandes } from '../../core/index.ts'
import { ecrireJeu, lireTexteJeu, observer, PROFIL_SECRET, type Observatoire } from '../../core/observatoire/index.ts'
import { jourDe, lireCellules, type CellulesParChamp } from '../outils/coter-cellules.ts'
import { LILLE } from './outils.ts'

const JOUR = '2026-01-31'

/** Numbers that no count, day, code or length of a dataset could be taken for. */
function numero(i: number): string {
  return `059072300${String(100_000_000 + i)}`
}

/** A household of the first quartile, neither in mutation nor priority, unless told. */
function menage(i: number, changes: CellulesParChamp = {}): CellulesParChamp {
  return {
    numero_unique: numero(i),
    date_depot: '2024-01-31',
    nb_personnes: 1,
    nb_moins_14: 0,
    ressources_mensuelles: 500,
    nature: 'nouvelle',
    dalo: 'non',
    bailleur_actuel: `Famille Quatrebarbes ${String(i)}`,
    ...changes,
  }
}

function lire(demandes: readonly CellulesParChamp[]): Demandes {
  return lireCellules(demandes, { jour: JOUR, territoire: LILLE.code })
}

function observe(classeurs: readonly Demandes[], periode = '2026'): Observatoire {
  return observer(classeurs, {
    territoire: LILLE,
    periode,
    jour: jourDe(JOUR),
    seuils: SEUILS_QUARTILES,
    versionMoteur: '0.0.0',
  })
}

/** Numerator, denominator, value and secret of an indicator, one row a modality. */
function chiffres({ jeu }: Observatoire, indicateur: string): readonly (readonly unknown[])[] {
  const o = jeu.observations
  return o.indicateur.flatMap((id, i) =>
    id === indicateur ? [[o.numerateur[i], o.denominateur[i], o.valeur[i], o.secret[i]]] : [],
  )
}

function menages(nombre: number, changer: (i: number) => CellulesParChamp = () => ({})): CellulesParChamp[] {
  return Array.from({ length: nombre }, (_, i) => menage(i, changer(i)))
}

const RETENU = [null, null, null, 'primaire']

describe('counts', () => {
  it('counts demandes, shares among those that are known, quartiles, the median', () => {
    const lus = lire(
      menages(100, (i) => ({
        nature: i < 30 ? 'mutation' : i < 80 ? 'nouvelle' : null,
        dalo: i < 25 ? 'oui' : 'non',
        ressources_mensuelles: i < 40 ? 500 : i < 65 ? 1_000 : i < 85 ? 1_400 : 3_000,
        date_depot: i < 51 ? '2025-01-31' : '2020-01-31',
      })),
    )
    const resultat = observe([lus])
    expect(chiffres(resultat, 'demandes')).toEqual([[100, null, 100, null]])
    expect(chiffres(resultat, 'part_mutations')).toEqual([[30, 80, 0.375, null]])
    expect(chiffres(resultat, 'part_prioritaires')).toEqual([[25, 100, 0.25, null]])
    expect(chiffres(resultat, 'repartition_quartiles')).toEqual([
      [40, 100, 0.4, null],
      [25, 100, 0.25, null],
      [20, 100, 0.2, null],
      [15, 100, 0.15, null],
    ])
    expect(chiffres(resultat, 'anciennete_mediane')).toEqual([[null, null, 12, null]])
    expect(resultat.retenus).toEqual([])
  })

  it('counts a number once over several workbooks', () => {
    const deux = [lire(menages(20)), lire(Array.from({ length: 20 }, (_, i) => menage(i + 15)))]
    const resultat = observe(deux)
    expect(resultat.comptees).toBe(35)
    expect(resultat.ecartees.doublons).toBe(5)
    expect(chiffres(resultat, 'demandes')).toEqual([[35, null, 35, null]])
  })

  it('leaves out the rows of another EPCI, and keeps those that name none', () => {
    const lus = lire(menages(40, (i) => ({ epci: i < 12 ? '245900428' : i < 30 ? LILLE.code : null })))
    const resultat = observe([lus])
    expect([resultat.comptees, resultat.ecartees.horsTerritoire]).toEqual([28, 12])
  })

  it('refuses a period that is none', () => {
    expect(() => observe([lire(menages(20))], '2026-13')).toThrow(/n’est pas une période/)
  })
})

describe('withholds', () => {
  it.each([
    [10, RETENU],
    [11, [11, null, 11, null]],
  ])('%i demandes', (nombre, attendu) => {
    expect(chiffres(observe([lire(menages(nombre))]), 'demandes')).toEqual([attendu])
  })

  it.each([
    ['a part of 10', 10, 50, RETENU],
    ['a part of 11', 11, 50, [11, 50, 11 / 50, null]],
    ['a complement of 10', 40, 50, RETENU],
    ['a complement of 11', 39, 50, [39, 50, 39 / 50, null]],
    ['a part of zero', 0, 50, RETENU],
    ['all of them', 50, 50, RETENU],
  ])('%s', (_, oui, total, attendu) => {
    const lus = lire(menages(total, (i) => ({ nature: i < oui ? 'mutation' : 'nouvelle' })))
    expect(chiffres(observe([lus]), 'part_mutations')).toEqual([attendu])
  })

  it.each([
    [0, 'publie'],
    [1, 'inconnus'],
    [10, 'inconnus'],
    [11, 'publie'],
  ])('%i unknown, found by subtraction from all demandes', (inconnus, attendu) => {
    const lus = lire(menages(100, (i) => ({ nature: i < inconnus ? null : i % 2 === 0 ? 'mutation' : 'nouvelle' })))
    const resultat = observe([lus])
    const retenu = resultat.retenus.find(({ nom }) => nom.includes('mutation'))
    expect(retenu?.motif ?? 'publie').toBe(attendu)
    expect(chiffres(resultat, 'part_mutations')[0]?.[3]).toBe(attendu === 'publie' ? null : 'primaire')
  })

  it('a whole breakdown for one of its parts', () => {
    const lus = lire(
      menages(100, (i) => ({ ressources_mensuelles: i < 40 ? 500 : i < 65 ? 1_000 : i < 90 ? 1_400 : 3_000 })),
    )
    expect(chiffres(observe([lus]), 'repartition_quartiles')).toEqual([RETENU, RETENU, RETENU, RETENU])
  })

  it('every count under 11, and every complement under 11, whatever the demandes', () => {
    const un = fc.record({
      nature: fc.constantFrom('mutation', 'nouvelle', null),
      dalo: fc.constantFrom('oui', 'non', null),
      ressources_mensuelles: fc.constantFrom(500, 1_000, 1_400, 3_000, null),
    })
    fc.assert(
      fc.property(fc.array(un, { maxLength: 80 }), (liste) => {
        if (liste.length === 0) return
        const { jeu, comptees } = observe([lire(liste.map((changes, i) => menage(i, changes)))])
        const { numerateur, denominateur, secret, valeur } = jeu.observations
        numerateur.forEach((n, i) => {
          const d = denominateur[i] ?? null
          if (secret[i] !== null) expect([n, d, valeur[i]]).toEqual([null, null, null])
          if (n !== null) expect(n).toBeGreaterThanOrEqual(11)
          if (n !== null && d !== null) expect(d - n).toBeGreaterThanOrEqual(11)
          if (d !== null && d !== comptees) expect(comptees - d).toBeGreaterThanOrEqual(11)
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is published', () => {
  const lus = lire(menages(60, (i) => ({ nature: i < 30 ? 'mutation' : 'nouvelle', commune_residence: '59350' })))
  const resultat = observe([lus])
  const texte = ecrireJeu(resultat.jeu)

  it('holds no number, no name, no row of a household', () => {
    for (let i = 0; i < 60; i++) expect(texte).not.toContain(numero(i))
    expect(texte).not.toMatch(/Quatrebarbes|2024-01-31|59350|"500"|:500\b/)
  })

  it('says how empty cells were read, without counts', () => {
    for (const defaut of resultat.jeu.defauts ?? []) expect(Object.keys(defaut).sort()).toEqual(['champ', 'valeur'])
  })

  it('is read again, untouched, with its profile of protection', () => {
    const { jeu, intact } = lireTexteJeu(texte, 'f.json')
    expect(intact).toBe(true)
    expect(jeu.profil_secret).toBe(PROFIL_SECRET)
    expect(jeu).toEqual(resultat.jeu)
  })

  it('is the same to the last byte for the same demandes in another order', () => {
    const inverse = lire(
      menages(60, (i) => ({
        nature: i < 30 ? 'mutation' : 'nouvelle',
        commune_residence: '59350',
      })).toReversed(),
    )
    expect(ecrireJeu(observe([inverse]).jeu)).toBe(texte)
  })
})
