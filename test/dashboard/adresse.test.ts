import { describe, expect, it } from 'vitest'
import { ecrireAdresse, lireAdresse, listeDe } from '../../dashboard/adresse.ts'

describe('lireAdresse', () => {
  it.each([
    ['', {}],
    ['#', {}],
    ['#contenu', undefined],
    ['#exemple', { exemple: '1' }],
    ['#vue=carte&periode=2025-T1', { vue: 'carte', periode: '2025-T1' }],
    ['#vue=&inconnu=1', {}],
    ['#__proto__=1', {}],
    [`#indicateur=${'a'.repeat(81)}`, {}],
    ['#parmi=region:32&territoires=200093201,245900428', { parmi: 'region:32', territoires: '200093201,245900428' }],
  ])('%s', (fragment, attendu) => {
    expect(lireAdresse(fragment)).toEqual(attendu)
  })
  it('reads back what is written', () => {
    const selection = { vue: 'initiatives', mots: 'l’accueil & le reste=1', theme: 'accueil', exemple: '1' }
    expect(lireAdresse(ecrireAdresse(selection))).toEqual(selection)
  })
})

describe('listeDe', () => {
  it('keeps thirty SIREN at most, each once', () => {
    expect(listeDe({ territoires: '200093201,200093201,x,<b>' })).toEqual(['200093201'])
    const codes = Array.from({ length: 40 }, (_, i) => String(200_000_000 + i))
    expect(listeDe({ territoires: codes.join(',') })).toHaveLength(30)
    expect(listeDe({})).toEqual([])
  })
})
