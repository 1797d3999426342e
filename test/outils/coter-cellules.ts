import { creerTableSeuils } from '../../core/baremes/index.ts'
import type { Cotations } from '../../core/cotation/coter.ts'
import { coter } from '../../core/cotation/coter.ts'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import type { Demandes } from '../../core/demande/demandes.ts'
import { creerLecteurDemandes } from '../../core/demande/demandes.ts'
import { MODELE_DEMANDE } from '../../core/demande/modele.ts'
import type { Lieux } from '../../core/lecture/cellules/lieu.ts'
import { reconnaitreColonnes } from '../../core/lecture/reconnaitre.ts'
import { jourIso } from '../../core/socle/jour.ts'
import type { Cellule } from '../../core/socle/table.ts'

export type CellulesParChamp = Readonly<Record<string, Cellule>>

export const SANS_LIEUX: Lieux = { epciParNom: () => undefined, communeParNom: () => undefined }

export interface LigneSeuils {
  readonly siren: string
  readonly annee: number
  readonly q1: number
  readonly q2: number
  readonly q3: number
}

export interface OptionsTable {
  readonly jour: string
  readonly videNon?: readonly string[]
  readonly sansDefauts?: boolean
  readonly toutes?: boolean
  readonly territoire?: string | undefined
  readonly lieux?: Lieux
}

/** Reads a table given as headers and rows of cells; headers are on row 1. */
export function lireTable(
  entetes: readonly string[],
  lignes: readonly (readonly Cellule[])[],
  options: OptionsTable,
): Demandes {
  const jour = jourDe(options.jour)
  const lecteur = creerLecteurDemandes(reconnaitreColonnes(entetes, 1, MODELE_DEMANDE), {
    lieux: SANS_LIEUX,
    ...options,
    jour,
  })
  lignes.forEach((cellules, i) => {
    lecteur.ajouter({ numero: i + 2, cellules })
  })
  return lecteur.terminer()
}

/** Reads applications given by field code: one column a field named by any of them. */
export function lireCellules(demandes: readonly CellulesParChamp[], options: OptionsTable): Demandes {
  const entetes = [...new Set(demandes.flatMap((demande) => Object.keys(demande)))]
  const lignes = demandes.map((demande) => entetes.map((entete) => demande[entete] ?? null))
  return lireTable(entetes, lignes, options)
}

export function jourDe(iso: string): number {
  const jour = jourIso(iso)
  if (jour === undefined) throw new Error(`not a day: got ${iso}`)
  return jour
}

export function coterLues(
  demandes: Demandes,
  grilles: readonly unknown[],
  jour: string,
  seuils: readonly LigneSeuils[],
): Cotations {
  return coter(
    demandes,
    grilles.map((grille) => lireGrille(grille)),
    {
      jour: jourDe(jour),
      seuils: creerTableSeuils(seuils, []),
    },
  )
}
