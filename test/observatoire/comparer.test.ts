import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bornesDe,
  chiffresDe,
  cibleDe,
  classer,
  creerTable,
  decouper,
  depuisQuand,
  ecartDe,
  intervalleDuRang,
  intervallesDeRang,
  pairsPossibles,
  positionDe,
  positionsDe,
  type Chiffre,
  type Table,
} from '../../core/observatoire/index.ts'
import { FLANDRE, jeu, LILLE, LYS, observation, RETENU, taux } from './outils.ts'

function chiffresDuSeulGroupe(table: Table): readonly Chiffre[] {
  return table.groupes.flatMap((groupe) => chiffresDe(table, groupe))
}

describe('cibleDe', () => {
  it.each([
    ['q1_hors_qpv', null, '2025', 0.25],
    ['q1_hors_qpv', null, '2018', 0.25],
    ['q1_hors_qpv', null, '2017', undefined],
    ['autres_quartiles_qpv', null, '2025-T1', 0.5],
    ['prioritaires', null, '2025', undefined],
    ['q1_hors_qpv', 'source', '2025', undefined],
    ['reforme_q1_hors_qpv', 'source', '2021', undefined],
    ['bilan_q1_toutes_localisations', 'source', '2025', undefined],
  ] as const)('%s, diffusion %s, %s: %s', (indicateur, diffusion, periode, valeur) => {
    expect(cibleDe(indicateur, diffusion, periode)?.valeur).toBe(valeur)
  })
})

describe('ecartDe', () => {
  const part = { numerateur: 1, denominateur: 4 }
  it.each([
    [327, 1309, { atteint: false, manque: 1 }],
    [328, 1309, { atteint: true, manque: 0 }],
    [25, 100, { atteint: true, manque: 0 }],
    [24, 100, { atteint: false, manque: 1 }],
    [0, 0, undefined],
    [null, 100, undefined],
  ])('%s of %s', (numerateur, denominateur, attendu) => {
    expect(ecartDe({ numerateur, denominateur }, { part })).toEqual(attendu)
  })
})

describe('intervalleDuRang', () => {
  const part = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 40, max: 60 }))
    .map(([numerateur, denominateur]) => ({ numerateur, denominateur, valeur: numerateur / denominateur }))
  it('is, for each place, what all the intervals together say', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), fc.constantFrom('plus', 'moins', null), (parts, sens) => {
        const modele = chiffresDuSeulGroupe(creerTable([jeu([taux(LILLE, 1, 2)])]))[0]
        const classement = classer(
          parts.map((p) => ({ ...(modele as Chiffre), ...p })),
          sens,
        )
        expect(classement.classes.map((_, i) => intervalleDuRang(classement, i))).toEqual(intervallesDeRang(classement))
      }),
    )
  })
})

describe('intervallesDeRang', () => {
  const table = (...parts: readonly (readonly [number, number])[]): Table => {
    const lieux = [LILLE, FLANDRE, LYS]
    return creerTable([jeu(parts.flatMap(([n, d], i) => (lieux[i] === undefined ? [] : [taux(lieux[i], n, d)])))])
  }
  it('is one rank for territories far apart, and all of them for small ones', () => {
    const loin = classer(chiffresDuSeulGroupe(table([900, 1000], [500, 1000], [100, 1000])), 'plus')
    expect(intervallesDeRang(loin)).toEqual([
      { meilleur: 1, pire: 1 },
      { meilleur: 2, pire: 2 },
      { meilleur: 3, pire: 3 },
    ])
    const petits = classer(chiffresDuSeulGroupe(table([3, 10], [2, 10], [4, 10])), 'plus')
    expect(intervallesDeRang(petits)).toEqual(Array(3).fill({ meilleur: 1, pire: 3 }))
  })
  it('turns with the direction of the ranking', () => {
    const { classes, ...reste } = classer(chiffresDuSeulGroupe(table([900, 1000], [100, 1000])), 'moins')
    expect(classes[0]?.chiffre.numerateur).toBe(100)
    expect(intervallesDeRang({ classes, ...reste })).toEqual([
      { meilleur: 1, pire: 1 },
      { meilleur: 2, pire: 2 },
    ])
  })
  it('says nothing when a ranked figure is no share of counts', () => {
    const mois = observation({ numerateur: null, denominateur: null, valeur: 12 })
    const melange = creerTable([jeu([mois, taux(FLANDRE, 1, 3)], { indicateurs: [] })])
    expect(intervallesDeRang(classer(chiffresDuSeulGroupe(melange), 'plus'))).toEqual([undefined, undefined])
  })
  it('always holds the rank itself', () => {
    const effectifs = fc.array(
      fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 400 })).map(([n, d]) => [Math.min(n, d), d] as const),
      { minLength: 2, maxLength: 3 },
    )
    fc.assert(
      fc.property(effectifs, fc.constantFrom('plus' as const, 'moins' as const), (parts, sens) => {
        const classement = classer(chiffresDuSeulGroupe(table(...parts)), sens)
        intervallesDeRang(classement).forEach((entre, i) => {
          const rang = classement.classes[i]?.rang ?? 0
          expect(entre?.meilleur).toBeLessThanOrEqual(rang)
          expect(entre?.pire).toBeGreaterThanOrEqual(rang)
        })
      }),
    )
  })
})

describe('bornesDe', () => {
  it('holds the share, and is nothing without counts', () => {
    const bornes = bornesDe({ numerateur: 10, denominateur: 60, valeur: 1 / 6 })
    expect(bornes?.bas).toBeCloseTo(0.0931, 4)
    expect(bornes?.haut).toBeCloseTo(0.2803, 3)
    expect(bornesDe({ numerateur: null, denominateur: null, valeur: 0.2 })).toBeUndefined()
    expect(bornesDe({ numerateur: 7, denominateur: null, valeur: 7 })).toBeUndefined()
  })
})

describe('depuisQuand', () => {
  it.each([
    [[], undefined],
    [[undefined], undefined],
    [[true, true], { etat: true, debut: 0, avant: 'debut-de-serie' }],
    [[true, false, false], { etat: false, debut: 1, avant: 'autre-etat' }],
    [[true, undefined, true], { etat: true, debut: 2, avant: 'sans-chiffre' }],
    [[false, true, undefined], { etat: true, debut: 1, avant: 'autre-etat' }],
  ] as const)('%j', (etats, attendu) => {
    expect(depuisQuand(etats)).toEqual(attendu)
  })
})

describe('decouper', () => {
  it('makes classes of about equal numbers', () => {
    expect(decouper([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).rangs).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  })
  it('never parts equal values, and leaves what has none', () => {
    const { bornes, rangs } = decouper([5, 5, 5, null, 9])
    expect(rangs).toEqual([1, 1, 1, null, 2])
    expect(bornes).toEqual([5, 5, 9])
    expect(decouper([null]).rangs).toEqual([null])
  })
  it('puts every value between the bounds of its class', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (valeurs) => {
        const { bornes, rangs } = decouper(valeurs)
        valeurs.forEach((valeur, i) => {
          const rang = rangs[i] ?? 0
          expect(valeur).toBeLessThanOrEqual(bornes[rang] ?? Number.NaN)
          if (rang > 1) expect(valeur).toBeGreaterThan(bornes[rang - 1] ?? Number.NaN)
        })
      }),
    )
  })
})

describe('positionsDe', () => {
  it.each([
    ['the highest first', true, [22 / 54, 53 / 54]],
    ['the lowest first', false, [1 / 54, 32 / 54]],
  ] as const)('%s: from the least to the most of the others that may be below', (_, decroissant, attendu) => {
    expect(positionsDe({ nombre: 55, decroissant }, { meilleur: 2, pire: 33 })).toEqual(attendu)
  })
  it('is nothing for one that is alone', () => {
    expect(positionsDe({ nombre: 1, decroissant: true }, { meilleur: 1, pire: 1 })).toBeUndefined()
  })
})

describe('positionDe', () => {
  it('is the share of the others that are lower', () => {
    const table = creerTable([
      jeu([taux(LILLE, 5, 10), taux(FLANDRE, 3, 10), observation({ territoire: LYS.code, ...RETENU })]),
    ])
    const classement = classer(chiffresDuSeulGroupe(table), 'plus')
    const [lille, flandre, lys] = [LILLE, FLANDRE, LYS].map(({ code }) =>
      table.lieux.find((lieu) => lieu.code === code),
    )
    expect([lille, flandre, lys].map((lieu) => lieu && positionDe(classement, lieu))).toEqual([1, 0, undefined])
  })
})

describe('pairsPossibles', () => {
  const compter = (territoire: string, demandes: number, indicateur = 'demandes') =>
    observation({ indicateur, territoire, numerateur: demandes, denominateur: null, valeur: demandes })
  const indicateurs = ['demandes', 'attributions'].map((id) => ({
    id,
    version: 1,
    nom: id,
    theme: 'demande',
    unite: id,
    sens: null,
    additif: true,
    definition: id,
  }))
  const pairsDe = (lignes: Parameters<typeof jeu>[0], choisis: readonly string[] = []) => {
    const table = creerTable([jeu(lignes, { indicateurs })])
    const lille = table.lieux.find(({ code }) => code === LILLE.code)
    return pairsPossibles(table, lille, choisis).map((pairs) => ({
      cle: pairs.cle,
      regle: pairs.regle,
      codes: table.lieux.filter(pairs.contient).map(({ code }) => code),
    }))
  }
  it('gives the région, the département, all; one that spans two départements is in both', () => {
    const pairs = pairsDe([compter(LILLE.code, 1), compter(LYS.code, 1)])
    expect(pairs.map(({ cle }) => cle)).toEqual(['region:32', 'departement:59', 'semblables', 'tous'])
    expect(pairs[1]?.codes).toContain(LYS.code)
  })
  it('takes for alike those of one class of size, whatever the pressure when it is not known', () => {
    const pairs = pairsDe([compter(LILLE.code, 5_000), compter(FLANDRE.code, 19_999), compter(LYS.code, 20_000)])
    const semblables = pairs.find(({ cle }) => cle === 'semblables')
    expect(semblables?.codes.toSorted()).toEqual([FLANDRE.code, LILLE.code].toSorted())
    expect(semblables?.regle).toContain('pression n’est pas connue')
  })
  it('and of one class of pressure when it is', () => {
    const pairs = pairsDe([
      ...[LILLE, FLANDRE, LYS].map(({ code }) => compter(code, 6_000)),
      compter(LILLE.code, 1_000, 'attributions'),
      compter(FLANDRE.code, 1_900, 'attributions'),
      compter(LYS.code, 500, 'attributions'),
    ])
    const semblables = pairs.find(({ cle }) => cle === 'semblables')
    expect(semblables?.codes).toEqual([LILLE.code])
    expect(semblables?.regle).toContain('de 6 à moins de 10 demandes par attribution')
  })
  it('holds those chosen with the territory itself', () => {
    const choisis = pairsDe([compter(LILLE.code, 1)], [LYS.code]).find(({ cle }) => cle === 'choisis')
    expect(choisis?.codes.toSorted()).toEqual([LILLE.code, LYS.code].toSorted())
  })
  it('has no alike for a territory whose size nobody gives', () => {
    expect(pairsDe([compter(LYS.code, 1)]).map(({ cle }) => cle)).not.toContain('semblables')
  })
})
