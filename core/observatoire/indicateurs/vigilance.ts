import type { IndicateurCatalogue } from './modele.ts'
import { typographierIndicateur } from './typographie.ts'

/** The index of vigilance of priority districts: made of other indicators, never added up. */
export const INDICATEUR_VIGILANCE: IndicateurCatalogue = typographierIndicateur({
  id: 'indice_vigilance',
  version: 1,
  nom: 'Indice de vigilance du quartier',
  theme: 'vigilance',
  unite: 'points sur 100',
  sens: 'moins',
  additif: false,
  question: 'Quels quartiers prioritaires appellent le plus de vigilance dans les attributions ?',
  numerateur:
    'Somme pondérée des indicateurs connus du quartier, chacun ramené entre 0 et 100 sur les quartiers comparés (attributions aux trois autres quartiles, publics prioritaires, refus, logements à trois candidats, vacance, rotation)',
  denominateur: 'Somme des poids des indicateurs connus du quartier',
  definition:
    'Moyenne pondérée d’indicateurs du quartier, chacun ramené entre 0 (le quartier qui appelle le moins de vigilance) et 100 (le plus) parmi les quartiers du territoire.',
  base_legale:
    'CCH, art. L. 441-1-5 et L. 441-1-6 (équilibre territorial des attributions) ; aucun texte ne fixe d’indice',
  source: 'Indicateurs publiés de chaque quartier prioritaire ; méthode : docs/methodes/vigilance.md',
  pieges: [
    'Compare les quartiers d’un territoire entre eux : l’indice d’un autre territoire n’est pas sur la même échelle.',
    'Le choix des indicateurs et des poids est le nôtre, à arrêter localement : l’intervalle des rangs dit ce qui en dépend.',
    'Un indicateur retenu ou absent est laissé de côté ; sous deux tiers des poids connus, le quartier n’a pas d’indice.',
    'Dit où regarder, et non où attribuer : aucune décision ne peut s’en déduire pour un ménage.',
  ],
})
