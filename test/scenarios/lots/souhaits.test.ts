import { describe, expect, it } from 'vitest'
import { pairesRecherchees } from '../../../core/scenarios/lots/paires-recherchees.ts'
import { nomsDesPaires } from '../../../core/scenarios/lots/noms-paires.ts'
import { recherchesDe } from '../../../core/scenarios/lots/souhaits.ts'
import { HORS_DICTIONNAIRE, pairesLots } from '../../../core/scenarios/mesures/recherches.ts'
import { lireCellules } from '../../outils/coter-cellules.ts'
import { demandesDepuis, JOUR } from '../outils.ts'
import { LOTS, lotsCodes } from '../robustesse/force-brute.ts'

const TOUTES = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i)

describe('recherchesDe', () => {
  it('takes an empty wish for everything, one that cannot be read for nothing', () => {
    const demandes = demandesDepuis([
      { communes_souhaitees: '59350, 59512', typologies_souhaitees: 'T2' },
      { communes_souhaitees: null, typologies_souhaitees: 'T42' },
    ])
    const { communes, types } = recherchesDe(demandes, TOUTES(2))
    expect([...communes.debuts, ...communes.valeurs]).toEqual([0, 2, 2, 0, 1])
    expect([[...communes.vide], [...types.vide]]).toEqual([
      [0, 1],
      [0, 0],
    ])
    expect([...types.debuts]).toEqual([0, 1, 1])
  })

  it('takes a list declared empty for an empty wish', () => {
    const demandes = lireCellules(
      [{ numero_unique: '1', date_depot: '2024-01-31', nb_personnes: 1, typologies_souhaitees: null }],
      { jour: JOUR, videNon: ['typologies_souhaitees'] },
    )
    expect([...recherchesDe(demandes, TOUTES(1)).types.vide]).toEqual([1])
  })

  it('numbers the demandes of a population from 0', () => {
    const demandes = demandesDepuis([
      { communes_souhaitees: '59350' },
      { communes_souhaitees: '59512' },
      { communes_souhaitees: '59350, 59512' },
    ])
    const { communes } = recherchesDe(demandes, Uint32Array.of(2, 1))
    expect([...communes.debuts, ...communes.valeurs]).toEqual([0, 2, 3, 0, 1, 1])
  })
})

describe('pairesRecherchees', () => {
  const paires = (champs: Parameters<typeof demandesDepuis>[0]) => {
    const demandes = demandesDepuis(champs)
    const { communes, types } = pairesRecherchees(recherchesDe(demandes, TOUTES(champs.length)))
    return [...communes].map((commune, k) => [commune, types[k]])
  }
  it('are those that a demande names, each once', () => {
    expect(
      paires([
        { communes_souhaitees: '59350, 59512', typologies_souhaitees: 'T1, T2' },
        { communes_souhaitees: '59350', typologies_souhaitees: 'T1' },
        { communes_souhaitees: '59350', typologies_souhaitees: null },
      ]),
    ).toHaveLength(4)
  })
  it('are one list of all when nobody names any', () => {
    expect(paires([{ communes_souhaitees: null, typologies_souhaitees: 'T1' }])).toEqual([
      [HORS_DICTIONNAIRE, HORS_DICTIONNAIRE],
    ])
  })
})

describe('nomsDesPaires', () => {
  it('names each pair, but what no demande names', () => {
    const demandes = demandesDepuis([{ communes_souhaitees: '59512, 59350', typologies_souhaitees: 'T3' }])
    const noms = nomsDesPaires(pairesLots(lotsCodes(demandes, LOTS.slice(0, 5))), demandes)
    expect(noms).toEqual([
      { commune: '59350', type: 'T2' },
      { commune: '59350', type: 'T3' },
      { commune: '59512', type: 'T3' },
      { commune: null, type: 'T1' },
    ])
  })
})
