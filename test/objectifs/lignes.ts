import type { Attributions } from '../../core/objectifs/attributions.ts'
import type { Compte, OptionsCompte } from '../../core/objectifs/compte.ts'
import { preparerCompte } from '../../core/objectifs/compte.ts'
import type { Indicateur } from '../../core/objectifs/indicateurs.ts'
import { indicateurDe } from '../../core/objectifs/indicateurs.ts'
import type { LigneTest } from './attributions-de-test.ts'
import { lireAttributions } from './attributions-de-test.ts'

/** A lease of 2025 outside priority areas to a household of the first quartile; each test changes what it is about. */
export const BASE: LigneTest = {
  date_decision: '2025-03-10',
  date_bail: '2025-03-20',
  decision: 'attribution',
  bailleur: 'Habitat A',
  reservataire: 'AUCUN',
  epci: '200093201',
  commune: '59350',
  qpv: 'non',
  ex_qpv: 'non',
  ressources_mensuelles: null,
  nb_personnes: null,
  nb_moins_14: null,
  quartile: '1',
  relogement: 'aucun',
  dalo: 'non',
  publics_prioritaires: 'aucun',
  nature: 'nouvelle',
  premiere_location: 'non',
}

export function lignes(nombre: number, changements: LigneTest = {}): LigneTest[] {
  return Array.from({ length: nombre }, () => ({ ...BASE, ...changements }))
}

export function lire(...groupes: readonly LigneTest[][]): Attributions {
  return lireAttributions(groupes.flat())
}

export function compter(groupes: readonly LigneTest[][], options: Partial<OptionsCompte> = {}): Compte {
  return preparerCompte(lire(...groupes), { annee: 2025, ...options })
}

export function indicateur(code: string): Indicateur {
  const trouve = indicateurDe(code)
  if (trouve === undefined) throw new Error(`unknown indicator: got ${code}`)
  return trouve
}

export const Q1 = indicateur('q1_hors_qpv')
