import type { IndicateurCatalogue } from './modele.ts'
import { sansPoint, typographierIndicateur } from './typographie.ts'

type LigneBilan = Pick<IndicateurCatalogue, 'id' | 'nom' | 'question' | 'definition' | 'pieges'> &
  Partial<Pick<IndicateurCatalogue, 'unite' | 'additif' | 'sens' | 'base_legale' | 'numerateur' | 'denominateur'>>

function bilan(ligne: LigneBilan): IndicateurCatalogue {
  return typographierIndicateur({
    version: 1,
    theme: 'attributions',
    unite: 'ratio',
    sens: null,
    additif: true,
    source: 'Bilan annuel des attributions, infocentre du SNE',
    base_legale: 'CCH, art. L. 441-1',
    numerateur: sansPoint(ligne.definition),
    denominateur: null,
    ...ligne,
  })
}

const TAUX_NON_CALCULE =
  'La source ne calcule pas de pourcentage quand l’effectif est inférieur à 10 : seul le nombre est donné.'

/** Official yearly counts of allocations, shown as published. One row each. */
export const INDICATEURS_BILAN: readonly IndicateurCatalogue[] = [
  bilan({
    id: 'bilan_attributions',
    nom: 'Attributions (bilan officiel)',
    unite: 'attributions',
    question: 'Combien de logements sociaux ont été attribués ?',
    definition: 'Attributions de logements sociaux de l’année, toutes localisations.',
    pieges: [
      'Chaque EPCI est compté en entier dans un seul département : CC Flandre Lys, à cheval sur deux, explique les 59 attributions d’écart entre la somme des lignes et les totaux imprimés du Nord et du Pas-de-Calais.',
    ],
  }),
  bilan({
    id: 'bilan_prioritaires',
    nom: 'Attributions aux ménages prioritaires (bilan officiel)',
    sens: 'plus',
    question: 'Quelle part des attributions va aux ménages prioritaires ?',
    numerateur: 'Attributions aux ménages reconnus DALO ou prioritaires au titre de l’article L. 441-1',
    denominateur: 'Total des attributions',
    definition:
      'Attributions aux ménages reconnus DALO ou prioritaires au titre de l’article L. 441-1, rapportées au total des attributions.',
    base_legale: 'CCH, art. L. 441-1 et L. 441-2-3',
    pieges: [
      'L’objectif légal d’un quart porte sur les attributions de chaque réservataire : il ne se lit pas sur ce taux d’ensemble.',
      'Le total imprimé du Nord, donc de la région, déduit 320 attributions d’Action Logement, et d’autres sans explication : il est inférieur à la somme des EPCI (3 307 contre 3 650). Celui du Pas-de-Calais lui est supérieur de 8.',
      TAUX_NON_CALCULE,
    ],
  }),
  bilan({
    id: 'bilan_dalo',
    nom: 'Attributions aux ménages DALO (bilan officiel)',
    question: 'Quelle part des attributions va aux ménages reconnus DALO ?',
    numerateur: 'Attributions aux ménages reconnus prioritaires au titre du DALO',
    denominateur: 'Total des attributions',
    definition:
      'Attributions aux ménages reconnus prioritaires au titre du DALO, rapportées au total des attributions.',
    base_legale: 'CCH, art. L. 441-2-3',
    pieges: ['Dépend du nombre de ménages reconnus DALO, très inégal d’un territoire à l’autre.', TAUX_NON_CALCULE],
  }),
  bilan({
    id: 'bilan_sortants_hebergement',
    nom: 'Attributions aux sortants d’hébergement (bilan officiel)',
    question: 'Quelle part des attributions va aux ménages sortant d’hébergement ?',
    numerateur: 'Attributions aux ménages sortant d’un hébergement',
    denominateur: 'Total des attributions',
    definition: 'Attributions aux ménages sortant d’un hébergement, rapportées au total des attributions.',
    pieges: [
      'Le dispositif national d’asile est compté dans les lignes des EPCI et non dans les totaux : le département et la région ne sont pas la somme des EPCI.',
      TAUX_NON_CALCULE,
    ],
  }),
  bilan({
    id: 'bilan_sans_abri',
    nom: 'Attributions aux ménages sans abri (bilan officiel)',
    question: 'Quelle part des attributions va aux ménages sans abri ?',
    numerateur: 'Attributions aux ménages sans abri',
    denominateur: 'Total des attributions',
    definition: 'Attributions aux ménages sans abri, rapportées au total des attributions.',
    pieges: [
      'Les totaux imprimés ne sont pas la somme des EPCI : l’écart n’est expliqué qu’en partie par la source.',
      TAUX_NON_CALCULE,
    ],
  }),
  bilan({
    id: 'bilan_q1_toutes_localisations',
    nom: 'Ménages du premier quartile (toutes localisations, ne mesure pas l’objectif légal)',
    question: 'Quelle part des attributions va aux ménages les plus pauvres, toutes localisations confondues ?',
    numerateur: 'Attributions aux ménages du premier quartile de ressources, en quartier prioritaire comme ailleurs',
    denominateur: 'Total des attributions',
    definition:
      'Attributions aux ménages du premier quartile de ressources, en quartier prioritaire comme ailleurs, rapportées au total des attributions.',
    pieges: [
      'Toutes localisations : ne mesure pas l’objectif légal de 25 %, qui porte sur les baux signés hors quartier prioritaire.',
      'Les départements font ensemble 8 076 attributions, mais le total régional imprimé est de 8 120 : écart de la source.',
      TAUX_NON_CALCULE,
    ],
  }),
  bilan({
    id: 'bilan_part_qpv',
    nom: 'Part des attributions en quartier prioritaire (bilan officiel)',
    additif: false,
    question: 'Quelle part des attributions se fait en quartier prioritaire ?',
    numerateur: 'Attributions situées dans un quartier prioritaire de la politique de la ville',
    denominateur: 'Attributions, tous publics',
    definition:
      'Part des attributions, tous publics, situées dans un quartier prioritaire de la politique de la ville.',
    base_legale: 'CCH, art. L. 441-1 ; loi n° 2014-173 du 21 février 2014',
    pieges: [
      'La source ne donne qu’un pourcentage arrondi à l’unité, et aucun pour 51 des 91 EPCI.',
      'Dépend d’abord de la part du parc social qui se trouve en quartier prioritaire.',
    ],
  }),
]
