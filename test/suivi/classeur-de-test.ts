import type { FeuilleEcrite, ValeurEcrite } from '../../core/index.ts'
import { creerClasseur } from '../../core/tableur/index.ts'
import { aleatoire } from '../../core/socle/aleatoire.ts'
import { jourDe } from '../../core/socle/jour.ts'

/** A sheet of results as a workbook writes it, with the headers given. */
export function feuille(
  nom: string,
  entetes: readonly string[],
  lignes: readonly (readonly ValeurEcrite[])[],
): FeuilleEcrite {
  return {
    nom,
    titre: '',
    provenance: [],
    colonnes: entetes.map((titre) => ({ titre, format: 'texte', largeur: 16 })),
    nombreLignes: lignes.length,
    ligne: (i) => lignes[i] ?? [],
  }
}

export const ENTETES = [
  'Numéro unique',
  'Date CALEOL',
  'Bail signé le',
  'Bailleur',
  'Contingent',
  'SIREN EPCI',
  'Code commune',
  'QPV',
  'Quartile',
  'DALO',
  'Nature de la demande',
  'Type de relogement',
] as const

export const ENTETES_PARC = [
  'Bailleur',
  'Département',
  'Année',
  'Parc',
  'Libérations',
  'Mutations internes',
  'Taux COLTER',
  'Taux PPRIOR',
  'Taux PFONCT',
] as const

const BAILLEURS = ['Habitat du Nord', 'Logis Flandre', 'Partenord fictif'] as const
const COMMUNES = ['59350', '59512', '59599'] as const

function jour(annee: number, rang: number): ValeurEcrite {
  return { jour: (jourDe(annee, 1, 1) ?? 0) + rang }
}

/** Allocations of some years, drawn at random but always the same; landlords differ by what they lack. */
export function attributions(annees: readonly number[], parAn: number, graine = 3): (readonly ValeurEcrite[])[] {
  const hasard = aleatoire(graine)
  const entier = (n: number): number => Math.floor(hasard() * n)
  return annees.flatMap((annee) =>
    Array.from({ length: parAn }, (_, i): readonly ValeurEcrite[] => {
      const rang = entier(BAILLEURS.length)
      const decide = entier(350)
      const quartile = hasard() < ([0.32, 0.18, 0.1][rang] ?? 0) ? 1 : 2 + entier(3)
      return [
        `0599${String(annee)}${String(i).padStart(6, '0')}99999`.slice(0, 18),
        jour(annee, decide),
        hasard() < 0.85 ? jour(annee, decide + entier(15)) : null,
        BAILLEURS[rang] ?? null,
        ['COLTER', 'COLACT', 'PPRIOR', 'AUCUN'][entier(4)] ?? null,
        '200093201',
        COMMUNES[entier(3)] ?? null,
        hasard() < 0.25 ? 'oui' : 'non',
        hasard() < 0.95 ? quartile : null,
        hasard() < 0.2 ? 'oui' : 'non',
        hasard() < 0.2 ? 'mutation' : 'nouvelle',
        'aucun',
      ]
    }),
  )
}

export const PARC: readonly (readonly ValeurEcrite[])[] = [
  ['Habitat du Nord', '59', 2025, 4000, 320, 40, 0.2, 0.25, 0.05],
  ['Logis Flandre', '59', 2025, 2500, 200, 20, 0.2, 0.25, 0.08],
  ['Partenord fictif', '59', 2025, 3000, 240, 30, 0.15, 0.25, 0.05],
]

export function classeur(...feuilles: readonly FeuilleEcrite[]): Uint8Array {
  return creerClasseur(feuilles)
}

/** Three years of allocations and a stock, beside a sheet that is neither. */
export function classeurSuivi(): Uint8Array {
  return classeur(
    feuille('Notes', ['Texte'], [['Classeur fictif']]),
    feuille('Attributions', ENTETES, attributions([2023, 2024, 2025], 300)),
    feuille('Parc', ENTETES_PARC, PARC),
  )
}
