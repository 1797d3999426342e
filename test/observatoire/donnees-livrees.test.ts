import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  chiffreDe,
  chiffresDe,
  creerTable,
  groupesDe,
  lireJeu,
  type Groupe,
  type Table,
} from '../../core/observatoire/index.ts'
import { jeuxLivres } from '../../core/observatoire/donnees/livrees.ts'

interface Fichier {
  readonly colonnes: readonly string[]
  readonly lignes: readonly (readonly (string | number | null)[])[]
  readonly totaux_imprimes: readonly (readonly (string | number | null)[])[]
}

const FICHIER = JSON.parse(readFileSync('core/observatoire/donnees/bilan-hauts-de-france-2025.json', 'utf8')) as Fichier
const DEPARTEMENTS = ['02', '59', '60', '62', '80']
const [BILAN, SEUILS] = jeuxLivres()
const TABLE: Table = creerTable(jeuxLivres())

function somme(colonne: string, departement?: string): number {
  const rang = FICHIER.colonnes.indexOf(colonne) + 3
  return FICHIER.lignes
    .filter(([, dep]) => departement === undefined || dep === departement)
    .reduce((total, ligne) => total + Number(ligne[rang]), 0)
}

function imprime(colonne: string, code: string): number {
  const rang = FICHIER.colonnes.indexOf(colonne) + 3
  return Number(FICHIER.totaux_imprimes.find(([c]) => c === code)?.[rang])
}

/** The printed total less the sum of the rows, by département then for the region. */
function ecarts(colonne: string): Record<string, number> {
  const parDepartement = DEPARTEMENTS.map((code) => [code, imprime(colonne, code) - somme(colonne, code)] as const)
  return Object.fromEntries([...parDepartement, ['region', imprime(colonne, '32') - somme(colonne)]])
}

describe('Hauts-de-France 2025, rows against the printed totals', () => {
  it('has 91 EPCI under 5 départements', () => {
    expect(FICHIER.lignes).toHaveLength(91)
    expect(new Set(FICHIER.lignes.map(([, dep]) => dep))).toEqual(new Set(DEPARTEMENTS))
  })

  it('DALO: equal everywhere', () => {
    expect(ecarts('dont_dalo')).toEqual({ '02': 0, '59': 0, '60': 0, '62': 0, '80': 0, region: 0 })
  })

  it('first quartile: equal in every département; they add up to 8,076 and the region prints 8,120', () => {
    expect(ecarts('menages_q1_toutes_localisations')).toEqual({
      '02': 0,
      '59': 0,
      '60': 0,
      '62': 0,
      '80': 0,
      region: 44,
    })
    const departements = DEPARTEMENTS.reduce(
      (total, code) => total + imprime('menages_q1_toutes_localisations', code),
      0,
    )
    expect([departements, imprime('menages_q1_toutes_localisations', '32')]).toEqual([8076, 8120])
  })

  it('total: Flandre Lys moves 59 from one département to another, the region is equal', () => {
    expect(ecarts('total')).toEqual({ '02': 0, '59': -59, '60': 0, '62': 59, '80': 0, region: 0 })
    expect(imprime('total', '32')).toBe(47272)
  })

  it('priority publics: Nord 3,650 against 3,307 printed, Pas-de-Calais 2,673 against 2,681', () => {
    expect([somme('prioritaires', '59'), imprime('prioritaires', '59')]).toEqual([3650, 3307])
    expect([somme('prioritaires', '62'), imprime('prioritaires', '62')]).toEqual([2673, 2681])
    for (const code of ['02', '60', '80']) expect(somme('prioritaires', code)).toBe(imprime('prioritaires', code))
  })

  it('shelter exits and homeless households differ: the source counts them otherwise by EPCI', () => {
    for (const colonne of ['sortants_hebergement', 'sans_abri']) {
      expect(Object.values(ecarts(colonne)).some((ecart) => ecart !== 0)).toBe(true)
    }
  })
})

function groupe(indicateur: string, periode = '2025'): Groupe {
  const [trouve] = groupesDe(TABLE, { indicateur, periode })
  if (trouve === undefined) throw new Error(`no group for ${indicateur}`)
  return trouve
}

describe('the shipped datasets', () => {
  it.each([BILAN, SEUILS])('is read again without a fault: $titre', (jeu) => {
    expect(lireJeu(JSON.parse(JSON.stringify(jeu)))).toEqual(jeu)
  })

  it('is of an official source, every figure of it, with a day', () => {
    for (const jeu of jeuxLivres()) {
      expect(jeu.observations.diffusion.every((diffusion) => diffusion === 'source')).toBe(true)
      expect(jeu.sources.every(({ titre, releve_le }) => titre !== '' && releve_le !== undefined)).toBe(true)
    }
  })

  it('prints the totals as published, never summed', () => {
    const region = { type: 'region', code: '32' } as const
    expect(chiffreDe(TABLE, groupe('bilan_q1_toutes_localisations'), region)).toMatchObject({
      numerateur: 8120,
      denominateur: 47272,
    })
    expect(chiffreDe(TABLE, groupe('bilan_prioritaires'), { type: 'departement', code: '59' })).toMatchObject({
      numerateur: 3307,
      denominateur: 20726,
    })
  })

  it('gives no percentage for fewer than 10 households, on both sides of the bound', () => {
    const chiffres = chiffresDe(TABLE, groupe('bilan_prioritaires'))
    const parEffectif = (n: number) => chiffres.filter(({ numerateur }) => numerateur === n).map(({ valeur }) => valeur)
    expect(parEffectif(9).length).toBeGreaterThan(0)
    expect(parEffectif(11).length).toBeGreaterThan(0)
    expect(parEffectif(9).every((valeur) => valeur === null)).toBe(true)
    expect(parEffectif(11).every((valeur) => valeur !== null)).toBe(true)
  })

  it('names the first-quartile column for what it is', () => {
    const indicateur = TABLE.indicateurs.find(({ id }) => id === 'bilan_q1_toutes_localisations')
    expect(indicateur?.nom).toContain('toutes localisations, ne mesure pas l’objectif légal')
  })

  it('has the rounded QPV share of 40 EPCI and nothing for the others', () => {
    const epci = chiffresDe(TABLE, groupe('bilan_part_qpv')).filter(({ lieu }) => lieu.type === 'epci')
    expect(epci).toHaveLength(40)
    expect(epci.every(({ numerateur, denominateur }) => numerateur === null && denominateur === null)).toBe(true)
  })

  it('has the thresholds of 429 EPCI over three years, q1 < q2 < q3', () => {
    const sirens = new Set(SEUILS?.territoires.filter(({ type }) => type === 'epci').map(({ code }) => code))
    expect(sirens.size).toBe(429)
    for (const periode of ['2024', '2025', '2026']) {
      const [q1, q2, q3] = ['seuil_q1', 'seuil_q2', 'seuil_q3'].map((id) => chiffresDe(TABLE, groupe(id, periode)))
      expect(q1?.length).toBeGreaterThan(400)
      expect(q1?.every(({ valeur }, i) => (valeur ?? 0) < (q2?.[i]?.valeur ?? 0))).toBe(true)
      expect(q2?.every(({ valeur }, i) => (valeur ?? 0) < (q3?.[i]?.valeur ?? 0))).toBe(true)
    }
    expect(chiffreDe(TABLE, groupe('seuil_q1', '2026'), { type: 'epci', code: '200093201' })?.valeur).toBe(9456)
  })
})
