import type { Parametre } from '../socle/parametre.ts'

/**
 * Least living area by number of persons: the n-th surface, in m², is for n persons; the last one for that many and
 * more.
 *
 * Source: CCH art. R. 822-25.
 */
export const OCCUPATION_MINIMALE: Parametre<{ readonly surfaces: readonly number[] }> = {
  description: 'Surface habitable minimale selon le nombre de personnes, de 1 à 8 et plus',
  unite: 'm²',
  verifieLe: '2026-11-22',
  valeurs: [
    {
      depuis: '2019-09-01',
      valeur: { surfaces: [9, 16, 25, 34, 43, 52, 61, 70] },
      reference: {
        titre: 'CCH, art. R. 822-25',
        url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000038878945',
      },
      etat: 'verifie',
    },
  ],
}

/**
 * A dwelling is under-occupied when it has more habitable rooms (kitchen excluded) than persons plus this margin.
 *
 * Source: CCH art. L. 621-2.
 */
export const MARGE_SOUS_OCCUPATION: Parametre<{ readonly pieces: number }> = {
  description: 'Pièces habitables au-delà du nombre de personnes, sans sous-occupation (article L. 621-2)',
  unite: 'pièces',
  verifieLe: '2026-11-22',
  valeurs: [
    {
      depuis: '2019-09-01',
      valeur: { pieces: 1 },
      reference: { titre: 'CCH, art. L. 621-2 (date de la rédaction en vigueur non relue)' },
      etat: 'verifie',
    },
  ],
}

/** The same margin in the circular of 18 April 1996, which was not read: shown as « à vérifier » wherever it is used. */
export const MARGE_SOUS_OCCUPATION_1996: Parametre<{ readonly pieces: number }> = {
  description: 'Pièces habitables au-delà du nombre de personnes, sans sous-occupation (circulaire de 1996)',
  unite: 'pièces',
  verifieLe: '2026-11-22',
  valeurs: [
    {
      depuis: '1996-04-18',
      valeur: { pieces: 2 },
      reference: { titre: 'Circulaire du 18 avril 1996 (texte non relu)' },
      etat: 'a-verifier',
    },
  ],
}

/**
 * Least living area for a number of persons, in m²; undefined when nobody lives there or the number is not whole.
 *
 * Source: CCH art. R. 822-25, newest table known.
 *
 * @example surfaceMinimale(3) //=> 25
 * @example surfaceMinimale(12) //=> 70
 * @example surfaceMinimale(0) //=> undefined
 */
export function surfaceMinimale(personnes: number): number | undefined {
  const surfaces = OCCUPATION_MINIMALE.valeurs[0]?.valeur.surfaces ?? []
  return surfaces[Math.min(personnes, surfaces.length) - 1]
}
