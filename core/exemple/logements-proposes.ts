import { dateCivile, jourDe, type Jour } from '../socle/jour.ts'
import type { LogementPropose } from './attribution.ts'
import type { Hasard } from './hasard.ts'
import { COMMUNES } from './parts.ts'
import {
  BAILLEURS_EXEMPLE,
  COLLECTIVITES,
  FINANCEMENTS,
  PERIODES,
  RESERVATAIRES,
  SAISONS,
  type BailleurExemple,
} from './parts-attributions.ts'

const TYPES: readonly (readonly [string, number])[] = [
  ['T1', 8],
  ['T2', 28],
  ['T3', 33],
  ['T4', 22],
  ['T5', 7],
  ['T6P', 2],
]

const PREMIERES_LOCATIONS = 0.09

function tirerReservataire(hasard: Hasard, { conventions }: BailleurExemple): string {
  const reste = 1 - conventions.reduce((somme, part) => somme + part, 0)
  const parts = [...RESERVATAIRES.map((code, i) => [code, conventions[i] ?? 0] as const), ['AUCUN', reste] as const]
  return hasard.selon({ source: 'conventions', parts })
}

/** Draws the dwelling number `rang` of the three years. */
export function tirerLogementPropose(hasard: Hasard, rang: number): LogementPropose {
  const bailleur = hasard.selon({
    source: 'BAILLEURS_EXEMPLE',
    parts: BAILLEURS_EXEMPLE.map((b) => [b, b.poids] as const),
  })
  const reservataire = tirerReservataire(hasard, bailleur)
  const neuf = hasard.chance(PREMIERES_LOCATIONS)
  return {
    reference: `LOG-${String(rang + 1).padStart(6, '0')}`,
    bailleur,
    reservataire,
    reservataireNom: reservataire === 'COLTER' ? hasard.selon(COLLECTIVITES) : null,
    commune: hasard.selon(COMMUNES),
    qpv: hasard.chance(bailleur.qpv),
    typologie: hasard.selon({ source: 'hypothèse', parts: TYPES }),
    financement: hasard.selon(FINANCEMENTS),
    periode: neuf ? '2015 et après' : hasard.selon(PERIODES),
    neuf,
  }
}

/** A day on which a commission sits, a Tuesday or a Thursday of that year, months weighted by the season. */
export function tirerCommission(hasard: Hasard, annee: number): Jour {
  const mois = hasard.selon({ source: 'SAISONS', parts: SAISONS.map((poids, i) => [i + 1, poids] as const) })
  const jour = jourDe(annee, mois, hasard.entier(1, 24)) ?? 0
  // 1 January 1970 was a Thursday: days are counted from it.
  const apresMardi = (jour + 2) % 7
  return jour + (apresMardi <= 0 ? 0 : apresMardi <= 2 ? 2 - apresMardi : 7 - apresMardi)
}

/** The years that the allocations of an export made on that day go through: three whole ones, then its own. */
export function anneesExemple(jour: Jour): readonly number[] {
  const { annee } = dateCivile(jour)
  return [annee - 3, annee - 2, annee - 1, annee]
}
