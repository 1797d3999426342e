import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Session } from '../../addin/travail/session.ts'
import type { ListeAuSeuil } from '../../addin/travail/suivi/contrat-quartile.ts'

describe('households of the year near a threshold', () => {
  let liste: ListeAuSeuil | undefined
  beforeAll(async () => {
    const suivi = await new Session().suivi()
    expect(suivi.auSeuil(2025)).toBeUndefined()
    await suivi.ouvrir([
      { nom: 'exemple.xlsx', octets: new Uint8Array(readFileSync('exemples/demandes-exemple.xlsx')) },
    ])
    await suivi.lire({ jour: '2026-01-31', videNon: [] }, () => undefined)
    liste = suivi.auSeuil(2025)
  })

  it('is nearest first, each within the margin or moved by another year or bound', () => {
    const euros = liste?.lignes.map(({ distance }) => Number(distance.replace(/[^\d]/gu, ''))) ?? []
    expect(euros.length).toBeGreaterThan(3)
    expect(euros).toEqual(euros.toSorted((a, b) => a - b))
    expect(liste?.lignes.filter(({ bascule }, i) => (euros[i] ?? 0) > 300 && bascule === '')).toEqual([])
  })

  it('puts below the threshold those of the first quartile, and them only', () => {
    const dessous = liste?.lignes.filter(({ distance }) => distance.includes('sous')) ?? []
    expect(dessous.length).toBeGreaterThan(0)
    expect(new Set(dessous.map(({ quartile }) => quartile))).toEqual(new Set(['1']))
  })

  it('names the row where each stands', () => {
    expect(liste?.lignes.filter(({ endroit, numero }) => endroit.ligne < 2 || numero === '')).toEqual([])
  })
})
