import { creerTableSeuils } from '../../core/baremes/index.ts'
import type { ContexteCotation, Cotations } from '../../core/cotation/coter.ts'
import { coter } from '../../core/cotation/coter.ts'
import type { GrilleLue } from '../../core/cotation/grille/lire-grille.ts'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import type { Demandes } from '../../core/demande/demandes.ts'
import type { Cellule } from '../../core/socle/table.ts'
import { SEUILS } from '../generateurs/champs.ts'
import type { Population } from '../generateurs/populations.ts'
import type { CellulesParChamp } from '../outils/coter-cellules.ts'
import { jourDe, lireCellules, lireTable } from '../outils/coter-cellules.ts'

export const JOUR = '2026-01-31'
export const CONTEXTE: ContexteCotation = { jour: jourDe(JOUR), seuils: creerTableSeuils(SEUILS, []) }

/** A random population, read as the product reads it; every application is used. */
export function demandesDe({ entetes, lignes, jour }: Population): Demandes {
  return lireTable(entetes, lignes as readonly (readonly Cellule[])[], { jour, toutes: true })
}

/** Applications written field by field, numbered from 1, deposited long ago, of one person unless told. */
export function demandesDepuis(champs: readonly CellulesParChamp[]): Demandes {
  return lireCellules(
    champs.map((demande, i) => ({
      numero_unique: `059${String(i + 1).padStart(15, '0')}`,
      date_depot: '2024-01-31',
      nb_personnes: 1,
      ...demande,
    })),
    { jour: JOUR },
  )
}

export function coterPar(demandes: Demandes, grilles: readonly unknown[]): Cotations {
  return coter(demandes, grilles.map(lue), CONTEXTE)
}

export function lue(grille: unknown): GrilleLue {
  return lireGrille(grille)
}
