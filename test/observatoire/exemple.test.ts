import { describe, expect, it } from 'vitest'
import { estFictif, lireJeu, MENAGES_11 } from '../../core/observatoire/index.ts'
import { exempleDe } from '../../core/observatoire/exemple/index.ts'
import { jeuxLivres } from '../../core/observatoire/donnees/livrees.ts'

const OPTIONS = { region: '32', annee: 2023, graine: 8 }
const JEU = exempleDe(OPTIONS)
const O = JEU.observations
const LIGNES = O.indicateur.map((indicateur, i) => ({
  indicateur,
  territoire: O.territoire[i] ?? '',
  periode: O.periode[i] ?? '',
  numerateur: O.numerateur[i] ?? null,
  denominateur: O.denominateur[i] ?? null,
  secret: O.secret[i] ?? null,
}))

describe('the fictitious years', () => {
  it('say that they are, in the producer, the title and the source', () => {
    expect(estFictif(JEU)).toBe(true)
    expect(JEU.titre).toMatch(/^Exemple fictif/)
    expect(JEU.sources.every(({ titre }) => titre.startsWith('Exemple fictif'))).toBe(true)
    expect(new Set(O.source)).toEqual(new Set(['exemple']))
  })
  it('no shipped dataset passes for one', () => {
    expect(jeuxLivres().some(estFictif)).toBe(false)
  })
  it('are a valid dataset, the same for the same seed', () => {
    const copie = JSON.parse(JSON.stringify(JEU)) as unknown
    expect(lireJeu(copie).observations.indicateur).toHaveLength(O.indicateur.length)
    expect(exempleDe(OPTIONS).empreinte).toBe(JEU.empreinte)
    expect(exempleDe({ ...OPTIONS, graine: 9 }).empreinte).not.toBe(JEU.empreinte)
  })
  it('hold three years and their twelve quarters', () => {
    const periodes = [...new Set(LIGNES.filter(({ indicateur }) => indicateur === 'q1_hors_qpv').map((l) => l.periode))]
    expect(periodes.filter((periode) => periode.length === 4).sort()).toEqual(['2023', '2024', '2025'])
    expect(periodes.filter((periode) => periode.includes('T'))).toHaveLength(12)
  })
  it('publish no part of fewer than eleven households, zero apart', () => {
    for (const { numerateur, denominateur } of LIGNES) {
      if (numerateur === null || denominateur === null) continue
      for (const part of [numerateur, denominateur - numerateur]) {
        expect(part === 0 || part >= MENAGES_11.seuil).toBe(true)
      }
    }
  })
  it('never leave one withheld quarter under a published year', () => {
    const rates = LIGNES.filter(({ indicateur }) => indicateur === 'q1_hors_qpv')
    for (const annee of rates.filter(({ periode, secret }) => periode.length === 4 && secret === null)) {
      const trimestres = rates.filter(
        ({ territoire, periode }) => territoire === annee.territoire && periode.startsWith(`${annee.periode}-T`),
      )
      expect(trimestres).toHaveLength(4)
      expect(trimestres.filter(({ secret }) => secret !== null).length).not.toBe(1)
    }
  })
})
