import { describe, expect, it } from 'vitest'
import type { Source } from '../../addin/excel/port.ts'
import { nommerSources, nomSource } from '../../addin/volet/nom-source.ts'

const BASE: Source = {
  genre: 'feuille',
  nom: 'Export',
  feuille: 'Export',
  feuilleId: 'f1',
  ligne: 0,
  colonne: 0,
  lignes: 10,
  colonnes: 3,
}

describe('a source is called as the user knows it', () => {
  it.each<[Partial<Source>, string]>([
    [{ genre: 'tableau', tableauId: 't1' }, 'Tableau Export'],
    [{ genre: 'selection', tableauId: 't1' }, 'Tableau Export'],
    [{ genre: 'selection' }, 'Sélection dans Export'],
    [{ genre: 'nom', nom: 'MesDemandes' }, 'Plage MesDemandes'],
    [{}, 'Feuille Export'],
  ])('%o is « %s »', (partie, attendu) => {
    expect(nomSource({ ...BASE, ...partie })).toBe(attendu)
  })

  it('offers a table once when it is selected and listed', () => {
    const tableau = { ...BASE, tableauId: 't1' }
    const noms = nommerSources([{ ...tableau, genre: 'selection' }, { ...tableau, genre: 'tableau' }, BASE])
    expect([...noms.keys()]).toEqual(['Tableau Export', 'Feuille Export'])
  })

  it('keeps both of two tables of one name, and says where the second is', () => {
    const noms = nommerSources([
      { ...BASE, genre: 'tableau', tableauId: 't1' },
      { ...BASE, genre: 'tableau', tableauId: 't2', feuille: 'Autre' },
    ])
    expect([...noms.keys()]).toEqual(['Tableau Export', 'Tableau Export (Autre)'])
  })
})
