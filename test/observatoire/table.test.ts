import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiffreDe,
  chiffresDe,
  classer,
  creerTable,
  ensembleDe,
  groupesDe,
  mediane,
  type Groupe,
  type Jeu,
  type Lieu,
  type Table,
} from '../../core/observatoire/index.ts'
import { FLANDRE, jeu, LILLE, LYS, NORD, observation, PART, REGION, RETENU, taux } from './outils.ts'

function premier(table: Table): Groupe {
  const [groupe] = table.groupes
  if (groupe === undefined) throw new Error('no group')
  return groupe
}

function lieu(table: Table, code: string): Lieu {
  const trouve = table.lieux.find((l) => l.code === code)
  if (trouve === undefined) throw new Error(`no place ${code}`)
  return trouve
}

describe('a table', () => {
  it('gives back every figure put in, whatever the order', () => {
    const cle = fc.record({
      territoire: fc.constantFrom(LILLE, FLANDRE, LYS).map(({ code }) => code),
      periode: fc.constantFrom('2024', '2025', '2025-T1'),
      modalite: fc.constantFrom(null, '1', '2'),
      diffusion: fc.constantFrom(null, 'source' as const),
    })
    const lignes = fc.uniqueArray(cle, { selector: (c) => JSON.stringify(c), maxLength: 30 })
    fc.assert(
      fc.property(lignes, (cles) => {
        const observations = cles.map((c, i) =>
          observation({ ...c, dimension: c.modalite && 'quartile', numerateur: i, valeur: i / 60 }),
        )
        const table = creerTable([jeu(observations)])
        expect(table.nombre).toBe(observations.length)
        for (const { territoire, periode, modalite, diffusion, numerateur } of observations) {
          const [groupe] = groupesDe(table, { indicateur: 'part', periode, modalite, diffusion })
          const chiffre = groupe && chiffreDe(table, groupe, { type: 'epci', code: territoire })
          expect(chiffre?.numerateur).toBe(numerateur)
        }
      }),
    )
  })

  it('keeps the figure of the latest dataset when two give it, and counts the other', () => {
    const ancien = jeu([taux(LILLE, 20, 100)], { fait_le: '2025-06-30' })
    const recent = jeu([taux(LILLE, 30, 100)], { fait_le: '2026-06-30' })
    for (const jeux of [
      [ancien, recent],
      [recent, ancien],
    ]) {
      const table = creerTable(jeux)
      expect(chiffresDe(table, premier(table)).map(({ numerateur }) => numerateur)).toEqual([30])
      expect(table.remplaces).toBe(1)
    }
  })

  it('never puts an official figure and ours in one group', () => {
    const table = creerTable([jeu([taux(LILLE, 20, 100), taux(FLANDRE, 20, 100, { diffusion: 'source' })])])
    expect(table.groupes.map(({ debut, fin }) => fin - debut)).toEqual([1, 1])
  })

  it('tells a région from a département of the same number', () => {
    const gers = { code: '32', type: 'departement', nom: 'Gers', departements: ['32'], region: '76' } as const
    const ici = jeu([taux(REGION, 20, 100)])
    const ailleurs = jeu([taux(gers, 40, 100)], { territoires: [gers] })
    const table = creerTable([ici, ailleurs])
    expect(chiffreDe(table, premier(table), { type: 'region', code: '32' })?.valeur).toBe(0.2)
    expect(chiffreDe(table, premier(table), { type: 'departement', code: '32' })?.valeur).toBe(0.4)
  })

  it.each([{ version: 2 }, { unite: 'mois' }, { additif: false }])(
    'refuses two measures under one name: %o',
    (autre) => {
      const second: Jeu = jeu([taux(FLANDRE, 20, 100)], { indicateurs: [{ ...PART, ...autre }] })
      expect(() => creerTable([jeu([taux(LILLE, 20, 100)]), second])).toThrow(/d’une autre façon/)
    },
  )
})

describe('a ranking', () => {
  const rangs = (valeurs: readonly (number | null)[], sens: 'plus' | 'moins' | null) => {
    const territoires = [LILLE, FLANDRE, LYS, NORD, REGION]
    const table = creerTable([
      jeu(
        valeurs.map((v, i) =>
          v === null ? taux(territoires[i] ?? LILLE, 0, 1, RETENU) : taux(territoires[i] ?? LILLE, v, 100),
        ),
      ),
    ])
    return classer(chiffresDe(table, premier(table)), sens)
  }

  it('shares a rank between equals and skips the next', () => {
    expect(rangs([30, 20, 20, 10], null).classes.map(({ rang }) => rang)).toEqual([1, 2, 2, 4])
  })

  it('puts the least first when less is better', () => {
    expect(rangs([30, 20, 40], 'moins').classes.map(({ chiffre }) => chiffre.numerateur)).toEqual([20, 30, 40])
  })

  it('leaves withheld figures last and unranked', () => {
    const { classes, nombre, mediane: milieu } = rangs([30, null, 20], 'plus')
    expect(classes.map(({ rang }) => rang)).toEqual([1, 2, undefined])
    expect([nombre, milieu]).toEqual([2, 0.25])
  })
})

it('the median has as many below as above', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (valeurs) => {
      const milieu = mediane(valeurs) ?? Number.NaN
      expect(valeurs.filter((v) => v < milieu).length).toBeLessThanOrEqual(valeurs.length / 2)
      expect(valeurs.filter((v) => v > milieu).length).toBeLessThanOrEqual(valeurs.length / 2)
    }),
  )
  expect(mediane([])).toBeUndefined()
})

describe('a larger territory', () => {
  const table = creerTable([jeu([taux(LILLE, 20, 100), taux(FLANDRE, 40, 300), taux(LYS, 11, 50)])])
  const groupe = premier(table)

  it('is the sum of numerators over the sum of denominators, not the mean of rates', () => {
    expect(ensembleDe(table, groupe, lieu(table, '32'), PART)).toMatchObject({
      nature: 'somme',
      numerateur: 71,
      denominateur: 450,
      valeur: 71 / 450,
      membres: 3,
      sur: 3,
    })
  })

  it('leaves out of a département an EPCI that spans two', () => {
    expect(ensembleDe(table, groupe, lieu(table, '59'), PART)).toMatchObject({
      numerateur: 60,
      denominateur: 400,
      membres: 2,
    })
  })

  it('says how many figures are withheld', () => {
    const partielle = creerTable([jeu([taux(LILLE, 20, 100), taux(FLANDRE, 40, 300), taux(LYS, 0, 1, RETENU)])])
    expect(ensembleDe(partielle, premier(partielle), lieu(partielle, '32'), PART)).toMatchObject({
      membres: 2,
      sur: 3,
      numerateur: 60,
    })
  })

  it('is not the sum of one EPCI', () => {
    const seule = creerTable([jeu([taux(LILLE, 20, 100)])])
    expect(ensembleDe(seule, premier(seule), lieu(seule, '32'), PART)).toBeUndefined()
  })

  it('is never summed for a median, nor from an official source', () => {
    expect(ensembleDe(table, groupe, lieu(table, '32'), { ...PART, additif: false })).toBeUndefined()
    const source = creerTable([jeu([LILLE, FLANDRE].map((t) => taux(t, 20, 100, { diffusion: 'source' })))])
    expect(ensembleDe(source, premier(source), lieu(source, '32'), PART)).toBeUndefined()
  })

  it('is as published when a dataset gives it', () => {
    const publiee = creerTable([jeu([taux(LILLE, 20, 100), taux(FLANDRE, 40, 300), taux(REGION, 50, 200)])])
    expect(ensembleDe(publiee, premier(publiee), lieu(publiee, '32'), PART)).toMatchObject({
      nature: 'publie',
      valeur: 0.25,
    })
  })
})
