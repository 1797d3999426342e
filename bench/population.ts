import type { FeuilleExemple } from '../core/exemple/index.ts'
import { genererDemandes } from '../core/exemple/index.ts'
import type { Demandes } from '../core/index.ts'
import { creerTerritoires, DONNEES_EPCI, jourIso, lireDemandes, reconnaitreDemandes } from '../core/index.ts'
import { DONNEES_COMMUNES } from '../core/territoires/donnees-communes.ts'

export const ISO = '2026-01-31'
export const JOUR = jourIso(ISO) ?? 0

/** The example's own generator, at any size. */
export function feuilleDemandes(nombre: number): FeuilleExemple {
  return genererDemandes({ nombre, graine: 1, jour: JOUR }).demandes
}

/** Draws and reads a population; its cells are let go on return, as they are for users. */
export function lirePopulation(nombre: number): Demandes {
  const lieux = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
  const feuilles = [feuilleDemandes(nombre)]
  return lireDemandes(feuilles, reconnaitreDemandes(feuilles), { jour: JOUR, lieux, territoire: '200093201' })
}
