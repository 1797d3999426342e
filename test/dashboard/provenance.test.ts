import { describe, expect, it } from 'vitest'
import type { Chiffre, Indicateur } from '../../core/observatoire/index.ts'
import { dateApres, origineDesLots } from '../../dashboard/modeles/provenance.ts'
import { arrondirAuDessus } from '../../dashboard/vues/evolution/figure-multiples.ts'

function chiffreDe(titre: string): Chiffre {
  return {
    lieu: { code: 'FR', nom: 'France', type: 'france', departements: [], regions: [] },
    numerateur: null,
    denominateur: null,
    valeur: 1,
    secret: null,
    diffusion: null,
    source: null,
    provenance: {
      titre,
      producteur: titre,
      fait_le: '2026-01-31',
      profil_secret: 'p',
      version_moteur: '1',
      empreinte: undefined,
    },
  }
}

function indicateurDe(id: string): Indicateur {
  return { id, version: 1, nom: id, definition: id } as Indicateur
}

describe('the provenance of several indicators', () => {
  it('says of each the datasets of its own figures only, once', () => {
    const [un, deux] = [indicateurDe('un'), indicateurDe('deux')]
    const [a, b] = [chiffreDe('A'), chiffreDe('B')]
    const { provenance, definitions } = origineDesLots([
      { indicateur: un, chiffres: [a] },
      { indicateur: deux, chiffres: [b] },
      { indicateur: un, chiffres: [a] },
    ])
    expect(provenance.map(({ titreJeu, indicateur }) => [titreJeu, indicateur])).toEqual([
      ['A', 'un'],
      ['B', 'deux'],
    ])
    expect(definitions.map(({ nom }) => nom)).toEqual(['un', 'deux'])
  })
})

describe('the date of a source', () => {
  it.each([
    ['Bilan, 3 décembre 2021', '2021-12-03', undefined],
    ['Compte rendu de l’automne 2018', '2018', undefined],
    ['Bilan', '2018', '2018'],
    ['Bilan', undefined, undefined],
  ])('%s, of %s: %s', (titre, date, attendue) => {
    expect(dateApres(titre, date)).toBe(attendue)
  })
})

describe('the end of a shared axis', () => {
  it.each([
    [0.362, 0.4],
    [0.4, 0.45],
    [0.1, 0.15],
    [0.99, 1.05],
    [37, 40],
    [0, 1],
  ])('%d: %d', (maximum, fin) => {
    expect(arrondirAuDessus(maximum)).toBe(fin)
  })
})
