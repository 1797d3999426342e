import type { IndicateurCatalogue } from './modele.ts'
import { typographierIndicateur } from './typographie.ts'

function seuil(rang: 1 | 2 | 3, ordinal: string, piege: string): IndicateurCatalogue {
  return typographierIndicateur({
    id: `seuil_q${String(rang)}`,
    version: 1,
    nom: `Seuil du ${ordinal} quartile de ressources`,
    theme: 'ressources',
    unite: 'euros_uc_an',
    sens: null,
    additif: false,
    question: `Sous quelles ressources un ménage est-il du ${ordinal} quartile${rang === 1 ? '' : ', ou d’un précédent'} ?`,
    definition: `Ressources annuelles par unité de consommation au-dessous desquelles se trouvent ${rang === 1 ? 'le quart' : rang === 2 ? 'la moitié' : 'les trois quarts'} des demandeurs de l’EPCI (de la région en Île-de-France).`,
    numerateur: 'Ressources annuelles par unité de consommation, rangées',
    denominateur: 'Demandeurs de l’EPCI (de la région en Île-de-France)',
    base_legale: 'CCH, art. L. 441-1, et arrêtés annuels',
    source: 'Arrêtés annuels fixant les seuils de ressources',
    pieges: [
      piege,
      'En Île-de-France, un seul jeu de seuils vaut pour toute la région.',
      'Un seuil ne s’additionne ni ne se moyenne d’un territoire à l’autre.',
    ],
  })
}

const A_VERIFIER =
  'Seul le premier quartile est fixé par l’arrêté ; que celui-ci publie aussi ce seuil reste à vérifier.'

/** The thresholds of the yearly arrêtés, as published. */
export const INDICATEURS_SEUILS: readonly IndicateurCatalogue[] = [
  seuil(1, 'premier', 'Dit ce que gagnent les demandeurs, et non les habitants ni les locataires.'),
  seuil(2, 'deuxième', A_VERIFIER),
  seuil(3, 'troisième', A_VERIFIER),
]
