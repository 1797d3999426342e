import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES, type Demandes } from '../../core/index.ts'
import {
  ecrireJeu,
  type IndicateurCatalogue,
  INDICATEURS_DEMANDE,
  MENAGES_11,
  MENAGES_11_ARRONDI,
  lireTexteJeu,
  observer,
  PROFIL_SECRET,
  type Jeu,
  type Observatoire,
} from '../../core/observatoire/index.ts'
import { publier } from '../../core/observatoire/calcul/publier.ts'
import type { Mesure } from '../../core/observatoire/calcul/ventilation.ts'
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

function observe(classeurs: readonly Demandes[], periode = '2026', precedent?: Jeu): Observatoire {
  return observer(classeurs, {
    territoire: LILLE,
    periode,
    ...(precedent === undefined ? {} : { precedent }),
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

describe('renewed for less than a year', () => {
  it.each([
    ['2025-01-31', 0],
    ['2025-02-01', 60],
    ['2026-01-31', 60],
  ])('on %s: %i of 120', (date_renouvellement, attendu) => {
    const demandes = Array.from({ length: 120 }, (_, i) =>
      menage(i, { date_renouvellement: i < 60 ? date_renouvellement : '2024-06-30' }),
    )
    expect(chiffres(observe([lire(demandes)]), 'part_renouvelees')[0]?.slice(0, 2)).toEqual([attendu, 120])
  })
})

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
    const lisibles = ['demandes', 'part_mutations', 'part_prioritaires', 'repartition_quartiles', 'anciennete_mediane']
    const noms = INDICATEURS_DEMANDE.map(({ indicateur }) => indicateur).filter(({ id }) => lisibles.includes(id))
    expect(resultat.retenus.filter(({ nom }) => noms.some((lisible) => lisible.nom === nom))).toEqual([])
  })

  it('counts conditions and bands as a plain count does, on both sides of each bound', () => {
    const lus = lire(
      menages(120, (i) => ({
        refus: i < 40 ? 0 : i < 80 ? 1 : 3,
        nb_personnes: i < 24 ? 1 : i < 48 ? 2 : i < 72 ? 3 : i < 96 ? 4 : i < 108 ? 5 : 9,
        date_depot:
          i < 30 ? '2025-02-01' : i < 60 ? '2025-01-31' : i < 90 ? '2023-01-31' : i < 105 ? '2021-02-01' : '2021-01-31',
        ressources_mensuelles: 1_234.56,
      })),
    )
    const resultat = observe([lus])
    expect(chiffres(resultat, 'part_refus')).toEqual([[80, 120, 80 / 120, null]])
    expect(chiffres(resultat, 'repartition_taille').map(([n]) => n)).toEqual([24, 24, 24, 24, 24])
    expect(chiffres(resultat, 'repartition_anciennete').map(([n]) => n)).toEqual([30, 30, 0, 45, 15])
  })

  it('rounds the median of incomes, which may be that of one household', () => {
    const lus = lire(menages(21, (i) => ({ ressources_mensuelles: 1_000.37 + i })))
    expect(chiffres(observe([lus]), 'ressources_medianes')).toEqual([[null, null, 12_100, null]])
  })

  it('never lets the priority publics that are not DALO be found by subtraction', () => {
    const lus = lire(menages(200, (i) => ({ dalo: i < 50 ? 'oui' : 'non', publics_prioritaires: i < 55 ? 'a' : null })))
    const secrets = ['part_dalo', 'part_prioritaires'].map((id) => chiffres(observe([lus]), id)[0]?.[3])
    expect(secrets.some((secret) => secret !== null)).toBe(true)
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
    const resultat = observer([lire(menages(nombre))], {
      territoire: LILLE,
      periode: '2026',
      jour: jourDe(JOUR),
      seuils: SEUILS_QUARTILES,
      versionMoteur: '0.0.0',
      indicateurs: INDICATEURS_DEMANDE.slice(0, 1),
    })
    expect(chiffres(resultat, 'demandes')).toEqual([attendu])
  })

  it.each([
    ['a part of 10', 10, 50, RETENU],
    ['a part of 11', 11, 50, [11, 50, 11 / 50, null]],
    ['a complement of 10', 40, 50, [null, null, null, 'secondaire']],
    ['a complement of 11', 39, 50, [39, 50, 39 / 50, null]],
    ['nobody, in a group of 50', 0, 50, [0, 50, 0, null]],
    ['all of them', 50, 50, [null, null, null, 'secondaire']],
  ])('%s', (_, oui, total, attendu) => {
    const lus = lire(menages(total, (i) => ({ nature: i < oui ? 'mutation' : 'nouvelle' })))
    expect(chiffres(observe([lus]), 'part_mutations')).toEqual([attendu])
  })

  it.each([
    [0, 100],
    [1, 100],
    [10, 100],
    [11, 89],
  ])('%i unknown, never found by subtraction from all demandes: shares of %i', (inconnus, attendu) => {
    const lus = lire(menages(100, (i) => ({ nature: i < inconnus ? null : i % 2 === 0 ? 'mutation' : 'nouvelle' })))
    const [n, d, , secret] = chiffres(observe([lus]), 'part_mutations')[0] ?? []
    expect([n, d, secret]).toEqual([50 - Math.ceil(inconnus / 2), attendu, null])
  })

  it('shows a few unknown answers as one that is withheld, and another beside it', () => {
    const lus = lire(
      menages(103, (i) => ({ ressources_mensuelles: i < 3 ? null : ([500, 1_000, 1_400, 3_000][i % 4] ?? null) })),
    )
    const quartiles = chiffres(observe([lus]), 'repartition_quartiles')
    expect(quartiles).toHaveLength(5)
    expect(quartiles[4]?.[3]).toBe('primaire')
    expect(quartiles.filter(([, , , secret]) => secret === 'secondaire')).toHaveLength(1)
    expect(new Set(quartiles.filter(([n]) => n !== null).map(([, d]) => d))).toEqual(new Set([103]))
  })

  it('beside a small answer, another one: never one alone, which would be found by subtraction', () => {
    const lus = lire(
      menages(100, (i) => ({ ressources_mensuelles: i < 40 ? 500 : i < 65 ? 1_000 : i < 95 ? 1_400 : 3_000 })),
    )
    const secrets = chiffres(observe([lus]), 'repartition_quartiles').map(([, , , secret]) => secret)
    expect(secrets[3]).toBe('primaire')
    expect(secrets.filter((secret) => secret === 'secondaire').length).toBeGreaterThanOrEqual(1)
    expect(secrets.filter((secret) => secret === null).length).toBeGreaterThanOrEqual(1)
  })

  it('no count from 1 to 10 is published, nor found by subtraction, whatever the demandes', () => {
    const un = fc.record({
      nature: fc.constantFrom('mutation', 'nouvelle', null),
      dalo: fc.constantFrom('oui', 'non', null),
      ressources_mensuelles: fc.constantFrom(500, 1_000, 1_400, 3_000, null),
    })
    const petit = (n: number): boolean => n >= 1 && n <= 10
    fc.assert(
      fc.property(fc.array(un, { minLength: 1, maxLength: 80 }), (liste) => {
        const { jeu } = observe([lire(liste.map((changes, i) => menage(i, changes)))])
        const { indicateur, numerateur, denominateur, secret, valeur } = jeu.observations
        const toutes = numerateur[indicateur.indexOf('demandes')] ?? null
        numerateur.forEach((n, i) => {
          const d = denominateur[i] ?? null
          if (secret[i] !== null) expect([n, d, valeur[i]]).toEqual([null, null, null])
          if (n !== null) expect(petit(n)).toBe(false)
          if (n !== null && d !== null && indicateur[i]?.startsWith('part_')) expect(petit(d - n)).toBe(false)
          if (d !== null && toutes !== null) expect(petit(toutes - d)).toBe(false)
        })
        const quartiles = indicateur.flatMap((id, i) => (id === 'repartition_quartiles' ? [i] : []))
        expect(quartiles.filter((i) => secret[i] !== null)).not.toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what cannot be protected', () => {
  it('withdraws the whole indicator when its withheld counts follow anyway, and keeps the others', () => {
    const indicateur = { ...(INDICATEURS_DEMANDE[0]?.indicateur as IndicateurCatalogue), id: 'repartition_essai' }
    const mesures = Array.from({ length: 10 }, (_, i): Mesure => {
      const cellules = { numerateur: `repartition_essai:n:${String(i)}`, denominateur: 'repartition_essai:d' }
      return { dimension: 'essai', modalite: String(i), numerateur: 1, denominateur: 10, valeur: 0.1, cellules }
    })
    const ventilation = { nature: 'repartition', univers: 'demandes', mesures, connus: 10, inconnus: 90 } as const
    const lot = {
      suffixe: '',
      famille: null,
      place: { territoire: LILLE.code, dimension: null, modalite: null },
      univers: [{ nom: 'demandes', nombre: 100 }],
      resultats: [{ indicateur, ventilation }],
    }
    const { publications, rapport } = publier([lot], MENAGES_11)
    expect(publications[0]?.mesures.every(({ valeur, secret }) => valeur === null && secret !== null)).toBe(true)
    expect([...rapport.nonProtegees, ...rapport.fragiles]).toEqual([])
  })
})

describe('a previous file', () => {
  const avant = observe([lire(menages(100, (i) => ({ nature: i < 30 ? 'mutation' : 'nouvelle' })))], '2025').jeu

  it.each([
    [30, null],
    [31, 'difference'],
    [40, 'difference'],
    [41, null],
    [20, 'difference'],
    [19, null],
  ])('30 mutations, then %i: %s', (mutations, attendu) => {
    const lus = lire(menages(100, (i) => ({ nature: i < mutations ? 'mutation' : 'nouvelle' })))
    const resultat = observe([lus], '2026', avant)
    expect(chiffres(resultat, 'part_mutations')[0]?.[3]).toBe(attendu)
    expect(resultat.rapport.differencesVerifiees).toBe(true)
  })

  it('is compared by the denominators too, and only within one version of a definition', () => {
    const lus = lire(menages(105, (i) => ({ nature: i < 50 ? 'mutation' : 'nouvelle' })))
    expect(chiffres(observe([lus], '2026', avant), 'demandes')[0]?.[3]).toBe('difference')
    const autre = { ...avant, indicateurs: avant.indicateurs.map((i) => ({ ...i, version: 9 })) }
    expect(chiffres(observe([lus], '2026', autre), 'demandes')[0]?.[3]).toBe(null)
  })

  it.each([
    // Rounded to 20, between 10 of the former count: ten counts at least stay possible, or it is withheld.
    [105, 115, null, 'difference'],
    [105, 109, 100, null],
    [105, 116, 116, null],
    [110, 115, 120, null],
    [111, 109, null, 'difference'],
  ])('%i mutations, then %i, under the profile that rounds: %s', (premieres, mutations, attendu, secret) => {
    const lire300 = (n: number) => lire(menages(300, (i) => ({ nature: i < n ? 'mutation' : 'nouvelle' })))
    const ancien = observe([lire300(premieres)], '2025').jeu
    const { jeu } = observer([lire300(mutations)], {
      territoire: LILLE,
      periode: '2026',
      precedent: ancien,
      jour: jourDe(JOUR),
      seuils: SEUILS_QUARTILES,
      versionMoteur: '0.0.0',
      profil: MENAGES_11_ARRONDI,
    })
    const i = jeu.observations.indicateur.indexOf('part_mutations')
    expect([jeu.observations.numerateur[i], jeu.observations.secret[i]]).toEqual([attendu, secret])
    const source = jeu.sources.find(({ id }) => id === jeu.observations.source[i])
    expect(source?.arrondi).toBe(attendu === null || attendu === mutations ? undefined : 20)
    expect(lireTexteJeu(ecrireJeu(jeu), 'f.json').jeu.sources).toEqual(jeu.sources)
  })

  it('of another territory is refused', () => {
    const ailleurs = {
      ...avant,
      observations: { ...avant.observations, territoire: avant.observations.territoire.map(() => '59') },
    }
    expect(() => observe([lire(menages(50))], '2026', ailleurs)).toThrow(/ne dit rien du territoire/)
  })

  it('is not needed, and then the report says that the check was not made', () => {
    const { rapport } = observe([lire(menages(50))])
    expect(rapport.differencesVerifiees).toBe(false)
    expect(rapport.phrases.join()).toContain('n’ont pas été contrôlées')
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
