import { enColonnes, type Indicateur, type Jeu, type Territoire } from '../../core/observatoire/index.ts'
import type { Observation } from '../../core/observatoire/jeu/jeu.ts'

export const LILLE: Territoire = {
  code: '200093201',
  type: 'epci',
  nom: 'Métropole Européenne de Lille',
  departements: ['59'],
  region: '32',
}
export const FLANDRE: Territoire = {
  code: '200040947',
  type: 'epci',
  nom: 'CA Cœur de Flandre',
  departements: ['59'],
  region: '32',
}
export const LYS: Territoire = {
  code: '245900758',
  type: 'epci',
  nom: 'CC Flandre Lys',
  departements: ['59', '62'],
  region: '32',
}
export const NORD: Territoire = { code: '59', type: 'departement', nom: 'Nord', departements: ['59'], region: '32' }
export const REGION: Territoire = { code: '32', type: 'region', nom: 'Hauts-de-France', departements: [], region: '32' }

export const PART: Indicateur = {
  id: 'part',
  version: 1,
  nom: 'Une part',
  theme: 'demande',
  unite: 'ratio',
  sens: 'plus',
  additif: true,
  definition: 'Une part.',
}

/** One observation: 12 of 60 in Lille in 2025, unless told. */
export function observation(changes: Partial<Observation>): Observation {
  return {
    indicateur: 'part',
    territoire: LILLE.code,
    periode: '2025',
    dimension: null,
    modalite: null,
    numerateur: 12,
    denominateur: 60,
    valeur: 0.2,
    secret: null,
    diffusion: null,
    source: 's1',
    ...changes,
  }
}

/** A rate of a territory. */
export function taux(
  territoire: Territoire,
  numerateur: number,
  denominateur: number,
  changes: Partial<Observation> = {},
): Observation {
  return observation({
    territoire: territoire.code,
    numerateur,
    denominateur,
    valeur: numerateur / denominateur,
    ...changes,
  })
}

export const RETENU = { numerateur: null, denominateur: null, valeur: null, secret: 'primaire' } as const

/** A small dataset around observations. */
export function jeu(lignes: readonly Observation[], changes: Partial<Jeu> = {}): Jeu {
  return {
    format: 'observatoire/1',
    titre: 'Essai',
    fait_le: '2026-01-31',
    producteur: 'Essai',
    profil_secret: 'menages-11',
    sources: [{ id: 's1', titre: 'Fictif' }],
    territoires: [LILLE, FLANDRE, LYS, NORD, REGION],
    indicateurs: [PART],
    observations: enColonnes(lignes),
    initiatives: [],
    ...changes,
  }
}
