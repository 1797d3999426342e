import type { CellulesRemplies } from '../lecture/lire.ts'
import { anomaliesQuartiles } from './anomalies-quartile.ts'
import type { AnomalieAttribution, Attributions } from './attributions.ts'
import { avertissementsCibles } from './cibles.ts'
import type { Compte, OptionsCompte } from './compte.ts'
import { preparerCompte } from './compte.ts'
import type { LigneObjectif } from './lignes-legales.ts'
import { lignesLegales } from './lignes-legales.ts'

/** The targets of a year, as written out. */
export interface Objectifs {
  readonly format: 'objectifs/1'
  readonly annee: number
  readonly objectifs: readonly LigneObjectif[]
  readonly vide_non: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
  readonly anomalies: readonly AnomalieAttribution[]
  readonly avertissements: readonly string[]
}

/**
 * The targets of a year already made ready.
 *
 * @example objectifsDuCompte(compte).objectifs[0]?.manque //=> 13
 */
export function objectifsDuCompte(compte: Compte): Objectifs {
  const { attributions, annee } = compte
  return {
    format: 'objectifs/1',
    annee,
    objectifs: lignesLegales(compte),
    vide_non: attributions.videNon,
    defauts: attributions.defauts,
    anomalies: [...attributions.anomalies, ...anomaliesQuartiles(compte)],
    avertissements: avertissementsCibles(compte.cibles),
  }
}

/**
 * Counts the legal targets of a year over all the perimeters that must be accounted for.
 *
 * Source: CCH art. L. 441-1, L. 441-1-5, L. 441-2-3; each indicator names its own.
 *
 * @example compterObjectifs(attributions, { annee: 2025 }).objectifs[0]?.taux //=> 0.189…
 */
export function compterObjectifs(attributions: Attributions, options: OptionsCompte): Objectifs {
  return objectifsDuCompte(preparerCompte(attributions, options))
}
