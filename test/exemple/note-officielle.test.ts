import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../core/exemple/dossier.ts'
import { noteOfficielle, quartileOfficiel } from '../../core/exemple/note-officielle.ts'
import { jourIso } from '../../core/socle/jour.ts'

interface GrilleEcrite {
  readonly criteres: readonly { readonly code: string; readonly points?: number }[]
}

const grille = JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8')) as GrilleEcrite
const JOUR = jourIso('2026-01-31') ?? 0
const LILLE = '200093201'

/** Someone alone whom no criterion of the grid concerns. */
const PERSONNE: Dossier = {
  numero: '099012600000199999',
  personnes: 1,
  moins14: 0,
  mineurs: 0,
  aNaitre: 0,
  parentSeul: false,
  situationFamiliale: 'C',
  naissance: 0,
  contrat: 'CHO',
  essentiel: false,
  ressources: 1000,
  rfrN2: 0,
  rfrN1: 0,
  handicap: false,
  nature: 'nouvelle',
  logement: 'LP',
  residence: '59350',
  loyer: 299,
  aide: null,
  surface: 30,
  pieces: 2,
  occupants: 1,
  qpv: false,
  bailleur: null,
  impayes: 0,
  indigne: false,
  expulsion: false,
  hebergeDepuis: null,
  statut: 'active',
  depot: JOUR,
  renouvellement: null,
  communesSouhaitees: ['59350'],
  travail: null,
  types: ['T1'],
  motifs: ['09'],
  dalo: false,
  publics: [],
  surendettement: false,
  dette: false,
  aJour: true,
  refus: 0,
  nonReponses: 0,
  passages: 0,
  fausseDeclaration: false,
  justifies: [],
}

function note(change: Partial<Dossier>): number {
  return noteOfficielle({ ...PERSONNE, ...change }, JOUR, LILLE)
}

function points(code: string): number {
  return grille.criteres.find((critere) => critere.code === code)?.points ?? Number.NaN
}

describe('noteOfficielle follows the example grid', () => {
  it('gives nothing to someone whom no criterion concerns', () => {
    expect(note({})).toBe(0)
  })

  it.each<[string, Partial<Dossier>]>([
    ['DALO', { dalo: true, publics: ['dalo', 'a'] }],
    ['PUBLIC', { publics: ['k'] }],
    ['SANSABRI', { logement: 'SD', motifs: ['01'] }],
    ['HEBERGE', { logement: 'SH' }],
    ['PARENTS', { logement: 'CPE' }],
    ['INDIGNE', { motifs: ['09', '03'] }],
    ['SUROCC', { surface: 8 }],
    ['SOUSOCC', { nature: 'mutation', pieces: 3 }],
    ['QUARTILE1', { ressources: 787, loyer: 200 }],
    ['ANCIENNETE', { depot: jourIso('2025-07-31') ?? 0 }],
    ['ESSENTIEL', { essentiel: true, justifies: ['travailleur_essentiel'] }],
    ['ISOLE', { parentSeul: true, personnes: 2, mineurs: 1, ressources: 1300, surface: 40 }],
  ])('%s', (code, change) => {
    expect(note(change)).toBe(points(code))
  })

  it.each<[string, Partial<Dossier>, number]>([
    ['effort of 30 % and more', { loyer: 300 }, 5],
    ['effort of 40 % and more', { loyer: 500, aide: 100 }, 10],
    ['three years to the day: not long yet', { depot: jourIso('2023-01-31') ?? 0 }, 6 * points('ANCIENNETE')],
    ['a month more', { depot: jourIso('2022-12-31') ?? 0 }, 6 * points('ANCIENNETE') + points('LONG')],
    ['ten years: capped', { depot: jourIso('2016-01-31') ?? 0 }, 40],
    ['works where they wish to live', { travail: '59350' }, points('EMPLOI')],
    [
      'three refusals count as two, never below 0',
      { publics: ['k'], refus: 3 },
      points('PUBLIC') + 2 * points('REFUS'),
    ],
    ['floor of the family', { dalo: true, refus: 2, fausseDeclaration: true }, points('DALO') - 30],
    ['never below 0', { refus: 1 }, 0],
  ])('%s', (_, change, attendu) => {
    expect(note(change)).toBe(attendu)
  })
})

describe('quartileOfficiel', () => {
  it.each([
    [787, 1],
    [788, 2],
    [1161, 2],
    [1162, 3],
    [1614, 3],
    [1615, 4],
    [0, 1],
  ])('%i € a month alone in Lille: quartile %i', (ressources, quartile) => {
    expect(quartileOfficiel({ ...PERSONNE, ressources }, JOUR, LILLE)).toBe(quartile)
  })

  it('has none without thresholds', () => {
    expect(quartileOfficiel(PERSONNE, JOUR, '000000000')).toBeUndefined()
  })
})
