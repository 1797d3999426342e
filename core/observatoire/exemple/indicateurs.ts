import { INDICATEURS } from '../../objectifs/indicateurs.ts'
import { CATALOGUE } from '../indicateurs/index.ts'
import type { IndicateurCatalogue } from '../indicateurs/modele.ts'
import { typographierIndicateur } from '../indicateurs/typographie.ts'

/** What the example publishes, beside what the catalogue already describes. */
const AUTRES: readonly Pick<IndicateurCatalogue, 'id' | 'nom' | 'question' | 'unite' | 'sens' | 'pieges'>[] = [
  {
    id: 'q1_hors_qpv',
    nom: 'Baux du premier quartile hors QPV',
    question: 'Quelle part des baux signés hors quartier prioritaire va au premier quartile ?',
    unite: 'ratio',
    sens: 'plus',
    pieges: [
      'L’objectif d’un quart se mesure sur l’année : un trimestre l’éclaire sans le mesurer.',
      'Sur un petit nombre de baux, quelques ménages changent le taux : lisez l’intervalle.',
    ],
  },
  {
    id: 'autres_quartiles_qpv',
    nom: 'Attributions en QPV aux trois autres quartiles',
    question: 'Quelle part des attributions en quartier prioritaire va aux trois autres quartiles ?',
    unite: 'ratio',
    sens: 'plus',
    pieges: ['À défaut d’un objectif local, la loi demande la moitié ; la rédaction de l’assiette est à vérifier.'],
  },
  {
    id: 'prioritaires',
    nom: 'Attributions aux publics prioritaires',
    question: 'Quelle part des attributions va aux publics prioritaires ?',
    unite: 'ratio',
    sens: 'plus',
    pieges: ['L’objectif d’un quart lie chaque réservataire : il ne se lit pas sur ce taux d’ensemble.'],
  },
]

function definir(ligne: (typeof AUTRES)[number]): IndicateurCatalogue {
  const { definition = '', baseLegale = '' } = INDICATEURS.find(({ code }) => code === ligne.id) ?? {}
  return typographierIndicateur({
    ...ligne,
    version: 1,
    theme: 'objectifs',
    additif: true,
    definition,
    base_legale: baseLegale,
    source: 'Attributions lues par le territoire',
  })
}

const ATTRIBUTIONS = typographierIndicateur({
  id: 'attributions',
  version: 1,
  nom: 'Attributions',
  theme: 'attributions',
  unite: 'attributions',
  sens: null,
  additif: true,
  question: 'Combien de logements ont été attribués ?',
  definition: 'Décisions d’attribution de la période, suivies ou non d’un bail.',
  base_legale: 'CCH, art. L. 441-1',
  source: 'Attributions lues par le territoire',
  pieges: ['Une décision n’est pas un bail : certaines sont refusées par le ménage.'],
})

const REPRIS = ['demandes', 'part_mutations', 'part_delai_anormal', 'anciennete_mediane']

/** The indicators of the example, as the catalogue has them when it does. */
export const INDICATEURS_EXEMPLE: readonly IndicateurCatalogue[] = [...AUTRES.map(definir), ATTRIBUTIONS]
  .map((propre) => CATALOGUE.find(({ id }) => id === propre.id) ?? propre)
  .concat(CATALOGUE.filter(({ id }) => REPRIS.includes(id)))
