import { describe, expect, it } from 'vitest'
import { direCibleLocale } from '../../core/objectifs/locales/dire-cible.ts'
import { lireCibles } from '../../core/objectifs/cibles.ts'
import type { CibleLocale } from '../../core/objectifs/locales/cible-locale.ts'
import { avertissementsLocaux, lireCiblesLocales } from '../../core/objectifs/locales/lire-cibles-locales.ts'
import { CIBLES_LOCALES_PRETES } from '../../core/objectifs/locales/pretes.ts'
import { suivreCible } from '../../core/objectifs/locales/suivre-cible.ts'
import { Refus } from '../../core/socle/refus.ts'
import { compter, lignes } from './lignes.ts'

const PRETES = lireCiblesLocales(CIBLES_LOCALES_PRETES).cibles

function prete(code: string): CibleLocale {
  const cible = PRETES.find((c) => c.code === code)
  if (cible === undefined) throw new Error(code)
  return cible
}

const UNE = {
  code: 'essai',
  libelle: 'Essai',
  assiette: 'decisions',
  numerateur: { champ: 'dalo', est: true },
  reference: { titre: 'construit' },
}
const fichier = (...cibles: object[]) => ({ format: 'cibles-locales/1', nom: 'Essai', cibles })

function raisons(brut: unknown): string {
  try {
    lireCiblesLocales(brut)
  } catch (refus) {
    if (refus instanceof Refus) return refus.raisons.join(' ')
    throw refus
  }
  return ''
}

describe('local targets as data', () => {
  it('are all read, sourced and marked as still to be checked', () => {
    expect(PRETES.length).toBeGreaterThanOrEqual(10)
    expect(PRETES.every(({ reference, etat }) => reference.titre.length > 20 && etat === 'a-verifier')).toBe(true)
    expect(avertissementsLocaux(PRETES, 2025)).toEqual([])
  })

  it.each([
    ['an unknown field', { ...UNE, numerateur: { champ: 'loyer_actuel', min: 3 } }, 'n’est pas un champ connu'],
    ['a value out of its list', { ...UNE, numerateur: { champ: 'reservataire', est: 'MAIRE' } }, 'ne convient pas'],
    ['a discriminatory field', { ...UNE, numerateur: { champ: 'nationalite', est: 'x' } }, 'discriminatoire'],
    ['a share above one', { ...UNE, attendu: { taux: 25 } }, 'attendu.taux'],
    ['an unknown base', { ...UNE, assiette: 'toutes' }, '«\u202fassiette\u202f»'],
  ])('refuse %s', (_, cible, phrase) => {
    expect(raisons(fichier(cible))).toContain(phrase)
  })

  it('refuse a code given twice and another format', () => {
    expect(raisons(fichier(UNE, UNE))).toContain('plusieurs fois')
    expect(raisons({ ...fichier(), format: 'cibles/9' })).toContain('cibles-locales/1')
    expect(raisons(fichier(UNE))).toBe('')
  })

  it('warn below the legal floor that they restate, not at it', () => {
    const avec = (taux: number) =>
      lireCiblesLocales(fichier({ ...UNE, attendu: { taux }, plancher: 'q1_hors_qpv' })).cibles
    expect(avertissementsLocaux(avec(0.25), 2025)).toEqual([])
    expect(avertissementsLocaux(avec(0.249), 2025)).toHaveLength(1)
    expect(avertissementsLocaux(avec(0.1), 2010)).toEqual([])
  })

  it.each(['q1=0,3', 'q1_hors_qpv=2', 'q1_hors_qpv', 'q1_hors_qpv=abc'])('a rate written %s is refused', (texte) => {
    expect(() => lireCibles([texte])).toThrow(Refus)
  })
})

describe('a local target in one sentence', () => {
  it.each([
    [
      'prioritaires_par_bailleur',
      'Au moins 42,5\u202f% des décisions d’attribution de l’année, avec\u202f: «\u202fPublic prioritaire (DALO ou L. 441-1)\u202f»\u202f: oui.',
    ],
    [
      'accord_collectif_trois_ans',
      '1\u202f200\u00a0ménages en 3\u00a0ans (baux signés), avec\u202f: «\u202fPublic prioritaire (DALO ou L. 441-1)\u202f»\u202f: oui.',
    ],
    [
      'mutations_programmes_neufs',
      'Part des baux signés dans l’année, parmi\u202f: «\u202fPremière mise en location\u202f»\u202f: oui, avec\u202f: «\u202fNature de la demande\u202f»\u202f: Demande de mutation (déjà locataire du parc social).',
    ],
  ])('%s', (code, phrase) => {
    expect(direCibleLocale(prete(code))).toBe(phrase)
  })
})

describe('following local targets', () => {
  it('a share by landlord: 42.5 % of 40 is 17', () => {
    const compte = compter([
      lignes(17, { dalo: 'oui' }),
      lignes(23),
      lignes(3, { bailleur: 'Office B', publics_prioritaires: 'a' }),
      lignes(7, { bailleur: 'Office B' }),
    ])
    const suivi = suivreCible([compte], prete('prioritaires_par_bailleur'))
    if (suivi.genre !== 'taux') throw new Error(suivi.genre)
    expect(suivi.ventilation.cases.map(({ modalites, taux, manque }) => [modalites[0], taux, manque])).toEqual([
      ['Habitat A', 0.425, 0],
      ['Office B', 0.3, 2],
    ])
  })

  it('a number of households over three years, by landlord, unknown rows apart', () => {
    const bail = (annee: number) => ({ date_bail: `${String(annee)}-03-20`, date_decision: `${String(annee)}-03-01` })
    const groupes = [2022, 2023, 2024, 2025].flatMap((annee) => [
      lignes(2, { ...bail(annee), dalo: 'oui' }),
      lignes(1, { ...bail(annee), dalo: null, publics_prioritaires: null, bailleur: 'Office B' }),
      lignes(5, bail(annee)),
    ])
    const comptes = [2022, 2023, 2024, 2025].map((annee) => compter(groupes, { annee }))
    const cible = { ...prete('accord_collectif_trois_ans'), repartition: { 'HABITAT A': 900, 'Habitat C': 300 } }
    const suivi = suivreCible(comptes, cible)
    if (suivi.genre !== 'menages') throw new Error(suivi.genre)
    expect(suivi.annees).toEqual([2023, 2024, 2025])
    expect(suivi.total).toEqual({ nom: null, realise: 6, inconnus: 3, attendu: 1200, reste: 1194 })
    expect(suivi.parNom).toEqual([
      { nom: 'Habitat A', realise: 6, inconnus: 0, attendu: 900, reste: 894 },
      { nom: 'Habitat C', realise: 0, inconnus: 0, attendu: 300, reste: 300 },
      { nom: 'Office B', realise: 0, inconnus: 3, attendu: null, reste: null },
    ])
  })

  it('counts the years of the commitment only, wherever they stand in the file', () => {
    const comptes = [2023, 2024, 2025, 2026].map((annee) => {
      const dates = { date_bail: `${String(annee)}-03-20`, date_decision: null }
      return compter([lignes(1, { ...dates, dalo: 'oui' })], { annee })
    })
    const cible = prete('accord_collectif_trois_ans')
    const suivi = suivreCible(comptes, { ...cible, attendu: { genre: 'menages', menages: 9, annees: 3, depuis: 2023 } })
    if (suivi.genre !== 'menages') throw new Error(suivi.genre)
    expect(suivi.annees).toEqual([2023, 2024, 2025])
    expect(suivi.total).toMatchObject({ realise: 3, reste: 6 })
  })

  it('a share without target is only observed', () => {
    const suivi = suivreCible(
      [compter([lignes(3, { quartile: '2' }), lignes(1, { quartile: '4' })])],
      prete('q1_q2_hors_qpv'),
    )
    if (suivi.genre !== 'taux') throw new Error(suivi.genre)
    expect(suivi.ventilation.total).toMatchObject({ numerateur: 3, denominateur: 4, cible: null, manque: null })
  })

  it('priority households outside fragile areas, by commune', () => {
    const compte = compter([lignes(2, { dalo: 'oui' }), lignes(1, { dalo: 'oui', qpv: 'oui' }), lignes(4)])
    const suivi = suivreCible([compte], prete('prioritaires_hors_quartiers_fragiles'))
    if (suivi.genre !== 'taux') throw new Error(suivi.genre)
    expect(suivi.ventilation.cases).toMatchObject([{ modalites: ['59350'], numerateur: 2, denominateur: 3 }])
  })
})
