import type { CelluleNaive } from './cellules.ts'
import type { Contexte, Seuils } from './derives.ts'
import { enNombre } from './exact.ts'
import { jourIso } from './jours.ts'
import { estRapport, lireTable } from './lire.ts'
import type { DemandeNaive } from './lire.ts'
import type { Valeur } from './cellules.ts'

/** Cells of one application by field code, as they would be typed; null is an empty cell of a column that is there. */
export type CellulesParChamp = Readonly<Record<string, CelluleNaive>>

export interface LigneSeuils {
  readonly siren: string
  readonly annee: number
  readonly q1: number
  readonly q2: number
  readonly q3: number
}

export function seuilsDe(lignes: readonly LigneSeuils[]): Seuils {
  const seuils = new Map<string, Map<number, LigneSeuils>>()
  for (const ligne of lignes) {
    const annees = seuils.get(ligne.siren) ?? new Map<number, LigneSeuils>()
    seuils.set(ligne.siren, annees.set(ligne.annee, ligne))
  }
  return seuils
}

/** Reads applications given by field code as a table of one column a field, and throws when one is not usable. */
export function lireDemandes(demandes: readonly CellulesParChamp[], jour: string): readonly DemandeNaive[] {
  const entetes = [...new Set(demandes.flatMap((demande) => Object.keys(demande)))]
  const lignes = demandes.map((demande) => entetes.map((entete) => demande[entete] ?? null))
  const lues = lireTable({ entetes, lignes }, { jour: jourIso(jour) })
  if (lues.demandes.length !== demandes.length) throw new Error(JSON.stringify(lues.anomalies))
  return lues.demandes
}

export function lireDemande(cellules: CellulesParChamp, jour: string): DemandeNaive {
  const [demande] = lireDemandes([cellules], jour)
  if (demande === undefined) throw new Error('no row')
  return demande
}

export function contexteDuCas(
  cas: { readonly jour: string; readonly territoire?: string; readonly quartile_borne?: string },
  seuils: Seuils,
): Contexte {
  return {
    jour: jourIso(cas.jour),
    seuils,
    territoire: cas.territoire,
    borneIncluse: cas.quartile_borne === 'incluse',
  }
}

/** A value as the tables of cases write it: null when unknown. */
export function enJson(valeur: Valeur | undefined): boolean | string | number | readonly string[] | null {
  if (valeur === undefined) return null
  return estRapport(valeur) ? enNombre(valeur) : valeur
}
