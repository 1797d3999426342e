import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phraseSecret } from '../../../core/observatoire/protection/messages.ts'
import type { Cellule, Precedent, Relation, Secret } from '../../../core/observatoire/protection/modele.ts'
import { CONTRIBUTEURS_3_85, MENAGES_11, type Profil, profilDe } from '../../../core/observatoire/protection/profils.ts'
import { proteger } from '../../../core/observatoire/protection/proteger.ts'
import { secretDuTaux } from '../../../core/observatoire/protection/taux.ts'
import { Refus } from '../../../core/socle/refus.ts'
import { tableCroisee, tableTaux } from './tables.ts'

type Valeurs = Readonly<Record<string, number>>

function cellulesDe(valeurs: Valeurs, plus: Partial<Record<string, Partial<Cellule>>> = {}): Cellule[] {
  return Object.entries(valeurs).map(([id, valeur]) => ({ id, valeur, ...plus[id] }))
}

function secrets(
  cellules: readonly Cellule[],
  relations: readonly Relation[],
  profil: Profil = MENAGES_11,
  precedent?: Precedent,
) {
  const { secret } = proteger(cellules, relations, profil, precedent)
  return Object.fromEntries(cellules.map(({ id }, i) => [id, secret[i] ?? null]))
}

describe('primary rule', () => {
  it.each<[number, Secret]>([
    [0, null],
    [1, 'primaire'],
    [10, 'primaire'],
    [11, null],
  ])('menages-11: a count of %i is %s', (valeur, attendu) => {
    expect(secrets([{ id: 'a', valeur }], [])).toEqual({ a: attendu })
  })

  it.each<[string, number[], Secret]>([
    ['two contributors', [10, 10], 'primaire'],
    ['three contributors, one of which brings nothing', [10, 10, 0], 'primaire'],
    ['three contributors', [10, 10, 10], null],
    ['85 % for one', [85, 10, 5], null],
    ['just over 85 % for one', [86, 9, 5], 'dominance'],
  ])('contributeurs-3-85: %s', (_, contributions, attendu) => {
    const valeur = contributions.reduce((a, b) => a + b, 0)
    expect(secrets([{ id: 'a', valeur, contributions }], [], CONTRIBUTEURS_3_85)).toEqual({ a: attendu })
  })

  it('menages-11 judges dominance too, when contributions are given', () => {
    expect(secrets([{ id: 'a', valeur: 100, contributions: [90, 10] }], [])).toEqual({ a: 'dominance' })
  })

  it('takes a threshold of one’s own', () => {
    const profil = { ...MENAGES_11, id: 'perso', seuil: 5 }
    expect(secrets(cellulesDe({ a: 4, b: 5 }), [], profil)).toEqual({ a: 'primaire', b: null })
  })
})

describe('complementary suppression', () => {
  const relation: Relation = { total: 'T', parties: ['a', 'b', 'c'] }

  it('withholds the smallest figure that gives enough room', () => {
    expect(secrets(cellulesDe({ T: 60, a: 4, b: 20, c: 36 }), [relation])).toEqual({
      T: null,
      a: 'primaire',
      b: 'secondaire',
      c: null,
    })
  })

  it('sees that two tens under a published twenty say it all', () => {
    const secret = secrets(cellulesDe({ T: 20, a: 10, b: 10, c: 0 }), [relation])
    expect(Object.values(secret).filter((s) => s === 'secondaire' || s === 'primaire').length).toBeGreaterThan(2)
  })

  it('sees that a secondary count is 11 or more: 12 = 1 + 11 would give both', () => {
    expect(secrets(cellulesDe({ T: 12, a: 1, b: 11, c: 0 }), [relation]).T).toBe('secondaire')
  })

  it('never withholds an official figure, and says when it ruins the protection', () => {
    const cellules = cellulesDe({ T: 14, a: 4, b: 10, c: 0 }, { T: { source: true }, c: { structurel: true } })
    const { secret, rapport } = proteger(cellules, [relation], MENAGES_11)
    expect(secret[0]).toBeNull()
    expect(rapport.nonProtegees).toEqual(['a', 'b'])
    expect(rapport.phrases.join(' ')).toContain('ne peuvent pas être protégés')
  })

  it('leaves out a sum with an official figure that does not hold, and refuses one of ours', () => {
    const source = cellulesDe({ T: 61, a: 4, b: 20, c: 36 }, { T: { source: true } })
    expect(secrets(source, [relation])).toEqual({ T: null, a: 'primaire', b: null, c: null })
    expect(() => secrets(cellulesDe({ T: 61, a: 4, b: 20, c: 36 }), [relation])).toThrow(Refus)
  })

  it('gives the same answer twice, and one reason a cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (graine) => {
        const { cellules, relations } = tableCroisee(graine, {
          communes: 5,
          epci: 2,
          departements: 0,
          modalites: 3,
          echelle: 80,
          zeros: 0.2,
          nature: 'modalites',
        })
        const premiere = proteger(cellules, relations, MENAGES_11)
        expect(proteger(cellules, relations, MENAGES_11)).toEqual(premiere)
        cellules.forEach(({ valeur }, i) => {
          if (valeur > 0 && valeur < 11) expect(premiere.secret[i]).toBe('primaire')
          if (premiere.secret[i] === 'secondaire') expect(valeur).toBeGreaterThanOrEqual(11)
        })
        expect(premiere.rapport.publiees).toBe(premiere.secret.filter((s) => s === null).length)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})

describe('zeros and « all of them »', () => {
  const reponses = (nature: 'somme' | 'modalites'): Relation[] => [{ total: 'T', parties: ['a', 'b', 'c'], nature }]

  it('withholds the zeros of a group too small to be shown', () => {
    expect(secrets(cellulesDe({ T: 9, a: 5, b: 4, c: 0 }), reponses('modalites')).c).toBe('primaire')
    expect(secrets(cellulesDe({ T: 0, a: 0, b: 0, c: 0 }), reponses('modalites')).c).toBeNull()
  })

  it('publishes the zeros of a group large enough', () => {
    expect(secrets(cellulesDe({ T: 60, a: 35, b: 25, c: 0 }), reponses('modalites')).c).toBeNull()
  })

  it('withholds 100 % in a breakdown, not on a map, nor when the other answers cannot exist', () => {
    const valeurs = { T: 30, a: 30, b: 0, c: 0 }
    const ventilation = secrets(cellulesDe(valeurs), reponses('modalites'))
    expect([ventilation.a, ventilation.b, ventilation.c].filter((s) => s !== null).length).toBeGreaterThan(1)
    expect(Object.values(secrets(cellulesDe(valeurs), reponses('somme')))).toEqual([null, null, null, null])
    const connus = cellulesDe(valeurs, { b: { structurel: true }, c: { structurel: true } })
    expect(Object.values(secrets(connus, reponses('modalites')))).toEqual([null, null, null, null])
  })
})

describe('rates', () => {
  const taux: Relation[] = [{ total: 'd', parties: ['n'], nature: 'taux' }]

  it.each<[string, number, number, Secret, Secret]>([
    ['0 % of a large group', 0, 40, null, null],
    ['small numerator', 5, 40, 'primaire', null],
    ['both large', 20, 40, null, null],
    ['rest of 5, as telling as 5', 35, 40, 'secondaire', null],
    ['100 %', 40, 40, 'secondaire', null],
    ['small group', 0, 8, 'primaire', 'primaire'],
  ])('%s', (_, n, d, secretN, secretD) => {
    const secret = secrets(cellulesDe({ n, d }), taux)
    expect([secret.n, secret.d]).toEqual([secretN, secretD])
    expect(secretDuTaux(secret.n ?? null, secret.d ?? null)).toBe(secretN ?? secretD)
  })

  it('refuses a numerator above its denominator', () => {
    expect(() => secrets(cellulesDe({ n: 41, d: 40 }), taux)).toThrow(/dépasse son dénominateur/)
  })

  it('withholds every rate on a denominator that it withholds', () => {
    const { cellules, relations } = tableTaux(5, 14, 3, 200)
    const secret = secrets(cellules, relations)
    for (const { total, parties, nature } of relations)
      if (nature === 'taux' && secret[total] !== null)
        for (const n of parties)
          expect([n, (cellules.find((c) => c.id === n)?.valeur ?? 0) === 0 || secret[n] !== null]).toEqual([n, true])
  })
})

describe('differences with the previous file', () => {
  it.each<[number, Secret]>([
    [50, null],
    [51, 'difference'],
    [60, 'difference'],
    [61, null],
    [40, 'difference'],
    [39, null],
  ])('50 then %i: %s', (valeur, attendu) => {
    expect(secrets([{ id: 'a', valeur }], [], MENAGES_11, new Map([['a', 50]]))).toEqual({ a: attendu })
  })

  it('protects the withheld change from sums', () => {
    const cellules = cellulesDe({ T: 100, a: 53, b: 47 })
    const secret = secrets(cellules, [{ total: 'T', parties: ['a', 'b'] }], MENAGES_11, new Map([['a', 50]]))
    expect(secret.a).toBe('difference')
    expect([secret.b, secret.T]).toContain('secondaire')
  })

  it('says when the check was not made', () => {
    const sans = proteger([{ id: 'a', valeur: 50 }], [], MENAGES_11)
    expect(sans.rapport.differencesVerifiees).toBe(false)
    expect(sans.rapport.phrases.join(' ')).toContain('n’ont pas été contrôlées')
    const avec = proteger([{ id: 'a', valeur: 50 }], [], MENAGES_11, new Map())
    expect(avec.rapport.differencesVerifiees).toBe(true)
    expect(avec.rapport.phrases.join(' ')).not.toContain('contrôlées')
  })
})

describe('sentences', () => {
  it.each<[Exclude<Secret, null>, RegExp]>([
    ['primaire', /moins de 11/],
    ['secondaire', /par différence/],
    ['dominance', /plus de 85\u202f%/],
    ['difference', /changé de 1 à 10/],
  ])('%s', (secret, attendu) => {
    expect(phraseSecret(secret, MENAGES_11)).toMatch(attendu)
    expect(phraseSecret(secret, MENAGES_11)).toMatch(/^Chiffre retenu\u202f: .*\.$/)
  })

  it('names the contributors in their profile', () => {
    expect(phraseSecret('primaire', CONTRIBUTEURS_3_85)).toContain('moins de 3 contributeurs')
    expect(profilDe('menages-11')).toBe(MENAGES_11)
    expect(profilDe('inconnu')).toBeUndefined()
  })
})
