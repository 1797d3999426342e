import type { Jour } from './jour.ts'
import { dateCivile, jourDe } from './jour.ts'

/**
 * The share of the days of its year gone by on a day, that day included; ratio 0–1.
 *
 * @example partAnnee(jourIso('2025-12-31')!) //=> 1
 */
export function partAnnee(jour: Jour): number {
  const { annee } = dateCivile(jour)
  const debut = jourDe(annee, 1, 1) ?? 0
  const suivante = jourDe(annee + 1, 1, 1) ?? 1
  return (jour - debut + 1) / (suivante - debut)
}
