import { champ, type Lire, partSommee, rapport, repartirSommes, sommer } from '../calcul/mesurage.ts'
import { nomsDe } from '../calcul/lire-listes.ts'
import { calcule } from './calcule.ts'
import { TYPOLOGIES } from './demande-situation.ts'
import type { Echelle, IndicateurCalcule, IndicateurCatalogue } from './modele.ts'
import type { Mesurage } from '../calcul/mesurage.ts'

type LigneOffre = Pick<IndicateurCatalogue, 'id' | 'nom' | 'question' | 'numerateur' | 'denominateur' | 'definition'> &
  Partial<IndicateurCatalogue>

const BAILLEURS_ABSENTS = 'Les logements des bailleurs absents du fichier ne sont pas comptés.'
const SOURCE_PARC = 'Parc locatif social lu par le territoire : bailleurs, ou tableaux agrégés du répertoire RPLS'

function offre(
  ligne: LigneOffre,
  mesurage: Mesurage,
  options?: { readonly local: readonly Echelle[] },
): IndicateurCalcule {
  return calcule(
    {
      version: 1,
      theme: 'offre',
      source: SOURCE_PARC,
      unite: 'ratio',
      sens: null,
      additif: true,
      base_legale: 'CCH, art. L. 411-10',
      pieges: [BAILLEURS_ABSENTS],
      ...ligne,
    },
    mesurage,
    options,
  )
}

const LOCAL = { local: ['communes', 'quartiers'] as const }
const COMMUNES = { local: ['communes'] as const }
const PARC = champ('parc')
const RENSEIGNES = 'Seules les lignes qui donnent les deux nombres sont comptées.'

/** Let and vacant where both are given, else all the dwellings. */
const PROPOSES: Lire = (part) => {
  const [loues, vacants, parc] = [champ('loues')(part), champ('vacants')(part), PARC(part)]
  return (i) => {
    const proposes = loues(i) + vacants(i)
    if (proposes > parc(i)) return NaN
    return Number.isNaN(proposes) ? parc(i) : proposes
  }
}

/** Dwellings freed: as given, else the stock by its rotation. */
const LIBERES: Lire = (part) => {
  const [liberations, rotation, parc] = [champ('liberations')(part), champ('rotation')(part), PARC(part)]
  return (i) => {
    const donnes = liberations(i)
    return Number.isNaN(donnes) ? Math.round(parc(i) * rotation(i)) : donnes
  }
}

const DIMENSION = { dimension: 'typologie', modalites: nomsDe(TYPOLOGIES) }
const STOCK_ET_FLUX =
  'Deux définitions de la pression existent : demandes en stock par attribution, et attributions par demande. Elles ne se comparent pas.'
const TYPE_SOUHAITE =
  'Le premier type souhaité est rapporté à un type de logement : les ménages acceptent souvent un type voisin.'

/** The stock, and how demand presses on it. One row each. */
export const INDICATEURS_OFFRE: readonly IndicateurCalcule[] = [
  offre(
    {
      id: 'parc',
      nom: 'Logements locatifs sociaux',
      unite: 'logements',
      question: 'Combien y a-t-il de logements sociaux ?',
      numerateur: 'Logements locatifs sociaux au 1er janvier',
      denominateur: null,
      definition: 'Logements locatifs sociaux au 1er janvier de l’année.',
      pieges: [BAILLEURS_ABSENTS],
    },
    sommer(PARC),
    LOCAL,
  ),
  offre(
    {
      id: 'parc_qpv',
      nom: 'Part du parc social en quartier prioritaire',
      question: 'Quelle part du parc social est en quartier prioritaire ?',
      numerateur: 'Logements locatifs sociaux situés en quartier prioritaire',
      denominateur: 'Logements locatifs sociaux des lignes qui donnent les deux nombres',
      definition: 'Logements sociaux situés en quartier prioritaire, rapportés aux logements sociaux.',
      base_legale: 'Loi n° 2014-173 du 21 février 2014',
      pieges: [
        'Le contour des quartiers a changé en 2024 (en 2025 outre-mer) : deux millésimes ne se comparent pas.',
        RENSEIGNES,
      ],
    },
    partSommee(champ('parc_qpv'), PARC),
  ),
  offre(
    {
      id: 'parc_plai',
      nom: 'Part des logements PLAI dans le parc social',
      sens: 'plus',
      question: 'Quelle part du parc social est en PLAI ?',
      numerateur: 'Logements locatifs sociaux financés en PLAI',
      denominateur: 'Logements locatifs sociaux des lignes qui donnent les deux nombres',
      definition: 'Logements sociaux financés en PLAI, rapportés aux logements sociaux.',
      base_legale: 'CCH, art. L. 411-10 et R. 331-1',
      pieges: ['Beaucoup de logements anciens à bas loyer ne sont pas des PLAI.', RENSEIGNES],
    },
    partSommee(champ('parc_plai'), PARC),
    LOCAL,
  ),
  offre(
    {
      id: 'vacance',
      nom: 'Taux de vacance du parc social',
      sens: 'moins',
      question: 'Quelle part des logements sociaux est vacante ?',
      numerateur: 'Logements vacants',
      denominateur: 'Logements loués ou vacants (tout le parc quand les logements loués ne sont pas donnés)',
      definition: 'Logements vacants, rapportés aux logements proposés à la location.',
      pieges: ['Comprend la vacance de quelques semaines entre deux locataires.', RENSEIGNES],
    },
    partSommee(champ('vacants'), PROPOSES),
    LOCAL,
  ),
  offre(
    {
      id: 'rotation',
      nom: 'Taux de rotation du parc social',
      question: 'Quelle part des logements sociaux se libère en un an ?',
      numerateur: 'Logements libérés dans l’année (donnés, ou parc multiplié par le taux de rotation)',
      denominateur: 'Logements locatifs sociaux des lignes qui donnent les deux nombres',
      definition: 'Logements libérés dans l’année, rapportés aux logements sociaux.',
      pieges: ['Un taux bas peut dire un parc recherché, ou des ménages qui ne peuvent pas en partir.', RENSEIGNES],
    },
    partSommee(LIBERES, PARC),
    LOCAL,
  ),
  offre(
    {
      id: 'repartition_parc_typologies',
      nom: 'Parc social par nombre de pièces',
      question: 'De quelles tailles sont les logements sociaux ?',
      numerateur: 'Logements locatifs sociaux de chaque nombre de pièces',
      denominateur: 'Logements locatifs sociaux dont le nombre de pièces est donné',
      definition: 'Logements sociaux selon le nombre de pièces, rapportés à ceux dont on le connaît.',
    },
    repartirSommes(
      'typologie',
      [
        ['T1 et chambre', champ('parc_1p')],
        ['T2', champ('parc_2p')],
        ['T3', champ('parc_3p')],
        ['T4', champ('parc_4p')],
        ['T5 et plus', champ('parc_5p')],
      ],
      PARC,
    ),
  ),
  offre(
    {
      id: 'pression_demandes',
      nom: 'Pression : demandes par attribution',
      theme: 'tension',
      unite: 'demandes par attribution',
      sens: 'moins',
      source: 'Demandes et attributions lues par le territoire',
      base_legale: 'CCH, art. L. 441-2-1',
      question: 'Combien de demandes y a-t-il pour une attribution ?',
      numerateur: 'Demandes actives au jour du calcul',
      denominateur: 'Décisions d’attribution de la période',
      definition: 'Demandes actives au jour du calcul, divisées par les décisions d’attribution de la période.',
      pieges: [
        STOCK_ET_FLUX,
        'Sur une période de moins d’un an, le rapport est plus élevé : il ne se compare qu’à durée égale.',
      ],
    },
    rapport('demandes', { indicateur: 'demandes' }, [{ indicateur: 'attributions' }]),
    COMMUNES,
  ),
  offre(
    {
      id: 'pression_part_satisfaite',
      nom: 'Pression : attributions rapportées aux demandes de la période',
      theme: 'tension',
      sens: 'plus',
      source: 'Demandes et attributions lues par le territoire',
      base_legale: 'CCH, art. L. 441-2-1',
      question: 'Quelle part des demandes de la période a reçu une attribution ?',
      numerateur: 'Décisions d’attribution de la période',
      denominateur: 'Demandes encore actives au jour du calcul, plus décisions d’attribution de la période',
      definition:
        'Décisions d’attribution de la période, rapportées à ces décisions et aux demandes encore actives au jour du calcul.',
      pieges: [
        STOCK_ET_FLUX,
        'Les demandes radiées dans la période ne sont pas connues du fichier : le taux est plus élevé que celui que publie l’agence nationale de contrôle.',
      ],
    },
    rapport('demandes', { indicateur: 'attributions' }, [{ indicateur: 'demandes' }, { indicateur: 'attributions' }]),
    COMMUNES,
  ),
  offre(
    {
      id: 'pression_typologies',
      nom: 'Pression par type : demandes par attribution',
      theme: 'tension',
      unite: 'demandes par attribution',
      sens: 'moins',
      source: 'Demandes et attributions lues par le territoire',
      base_legale: 'CCH, art. L. 441-2-1',
      question: 'Sur quels types de logement la pression est-elle la plus forte ?',
      numerateur: 'Demandes dont le premier type souhaité est celui-ci',
      denominateur: 'Décisions d’attribution de la période pour un logement de ce type',
      definition: 'Demandes qui souhaitent d’abord un type, divisées par les décisions d’attribution de ce type.',
      pieges: [TYPE_SOUHAITE],
    },
    rapport(
      'demandes',
      { indicateur: 'repartition_typologies_souhaitees' },
      [{ indicateur: 'attributions_typologies' }],
      DIMENSION,
    ),
  ),
  offre(
    {
      id: 'typologies_souhaitees_parc',
      nom: 'Types souhaités rapportés au parc',
      theme: 'tension',
      unite: 'demandes par logement',
      question: 'Combien de demandes y a-t-il pour un logement de chaque type ?',
      numerateur: 'Demandes dont le premier type souhaité est celui-ci',
      denominateur: 'Logements locatifs sociaux de ce nombre de pièces',
      definition: 'Demandes qui souhaitent d’abord un type, divisées par les logements sociaux de ce nombre de pièces.',
      pieges: [
        TYPE_SOUHAITE,
        'Le parc entier est occupé : ce rapport dit la structure de la demande, et non l’attente.',
      ],
    },
    rapport(
      'demandes',
      { indicateur: 'repartition_typologies_souhaitees' },
      [{ indicateur: 'repartition_parc_typologies' }],
      DIMENSION,
    ),
  ),
  offre(
    {
      id: 'demandes_par_logement',
      nom: 'Demandes par logement social',
      theme: 'tension',
      unite: 'demandes par logement',
      sens: 'moins',
      question: 'Combien de demandes y a-t-il par logement social ?',
      numerateur: 'Demandes actives au jour du calcul',
      denominateur: 'Logements locatifs sociaux',
      definition: 'Demandes actives au jour du calcul, divisées par les logements sociaux.',
      pieges: ['Ne dit rien des logements qui se libèrent.'],
    },
    rapport('demandes', { indicateur: 'demandes' }, [{ indicateur: 'parc' }]),
    COMMUNES,
  ),
  offre(
    {
      id: 'attributions_par_logement',
      nom: 'Attributions rapportées au parc',
      unite: 'ratio',
      question: 'Quelle part du parc social a été attribuée dans la période ?',
      numerateur: 'Décisions d’attribution de la période',
      denominateur: 'Logements locatifs sociaux',
      definition: 'Décisions d’attribution de la période, rapportées aux logements sociaux.',
      pieges: ['Compte les programmes neufs : ce n’est pas le taux de rotation.'],
    },
    rapport('decisions', { indicateur: 'attributions' }, [{ indicateur: 'parc' }]),
    LOCAL,
  ),
]
