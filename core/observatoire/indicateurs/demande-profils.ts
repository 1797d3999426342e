import type { Calcul } from '../calcul/mesurer.ts'
import { auMoins, champ, medianeDe, partDe, repartirTranches } from '../calcul/mesurer.ts'
import { calcule } from './calcule.ts'
import type { IndicateurCalcule, IndicateurCatalogue } from './modele.ts'

type LignePart = Pick<IndicateurCatalogue, 'id' | 'nom' | 'definition' | 'question'> &
  Partial<Pick<IndicateurCatalogue, 'base_legale' | 'pieges' | 'sens' | 'unite' | 'additif'>>

const CONNUES = 'rapportées aux demandes pour lesquelles on le sait'
const DECLARATIF = 'Déclaré par le demandeur : vérifié seulement quand une pièce est demandée.'

function profil(ligne: LignePart, calculer: Calcul): IndicateurCalcule {
  return calcule(
    {
      version: 1,
      unite: 'ratio',
      sens: null,
      additif: true,
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-1',
      pieges: [DECLARATIF],
      ...ligne,
    },
    calculer,
  )
}

/** What the demandes of a territory say of the households and of their course. One row each. */
export const INDICATEURS_PROFILS: readonly IndicateurCalcule[] = [
  profil(
    {
      id: 'part_dalo',
      nom: 'Part des demandes reconnues DALO',
      question: 'Quelle part des demandes est reconnue DALO ?',
      definition: `Demandes reconnues prioritaires au titre du DALO, ${CONNUES}.`,
      base_legale: 'CCH, art. L. 441-2-3',
      pieges: ['Dépend du nombre de recours, très inégal d’un territoire à l’autre.'],
    },
    partDe(champ('dalo')),
  ),
  profil(
    {
      id: 'part_delai_anormal',
      nom: 'Part des demandes au-delà du délai anormalement long',
      sens: 'moins',
      question: 'Quelle part des demandes dépasse le délai anormalement long ?',
      definition: `Demandes signalées au-delà du délai anormalement long, ${CONNUES}.`,
      base_legale: 'CCH, art. L. 441-1-4',
      pieges: ['Le délai est fixé par arrêté préfectoral : il n’est pas le même partout.'],
    },
    partDe(champ('delai_anormalement_long')),
  ),
  profil(
    {
      id: 'part_handicap',
      nom: 'Part des demandes avec une personne en situation de handicap',
      question: 'Quelle part des demandes compte une personne en situation de handicap ?',
      definition: `Demandes dont le ménage compte une personne en situation de handicap, ${CONNUES}.`,
    },
    partDe(champ('handicap')),
  ),
  profil(
    {
      id: 'part_parents_isoles',
      nom: 'Part des parents isolés',
      question: 'Quelle part des demandes vient de parents isolés ?',
      definition: `Demandes d’une personne seule avec au moins un mineur à charge, ${CONNUES}.`,
    },
    partDe(champ('parent_isole')),
  ),
  profil(
    {
      id: 'part_sur_occupation',
      nom: 'Part des demandes en logement sur-occupé',
      question: 'Quelle part des demandes vient d’un logement sur-occupé ?',
      definition: `Demandes dont le logement actuel est plus petit que la surface minimale pour ses occupants, ${CONNUES}.`,
      base_legale: 'CCH, art. R. 822-25',
    },
    partDe(champ('sur_occupation')),
  ),
  profil(
    {
      id: 'part_sous_occupation',
      nom: 'Part des demandes en logement sous-occupé',
      question: 'Quelle part des demandes vient d’un logement sous-occupé ?',
      definition: `Demandes dont le logement actuel compte plus de pièces que ses occupants plus une, ${CONNUES}.`,
      base_legale: 'CCH, art. L. 621-2',
    },
    partDe(champ('sous_occupation')),
  ),
  profil(
    {
      id: 'part_qpv',
      nom: 'Part des demandes venant d’un quartier prioritaire',
      question: 'Quelle part des demandes vient d’un quartier prioritaire ?',
      definition: `Demandes de ménages qui habitent un quartier prioritaire de la politique de la ville, ${CONNUES}.`,
      base_legale: 'Loi n° 2014-173 du 21 février 2014',
    },
    partDe(champ('qpv_actuel')),
  ),
  profil(
    {
      id: 'part_expulsion',
      nom: 'Part des demandes sous procédure d’expulsion',
      question: 'Quelle part des demandes est sous procédure d’expulsion ?',
      definition: `Demandes de ménages sous procédure d’expulsion, ${CONNUES}.`,
    },
    partDe(champ('procedure_expulsion')),
  ),
  profil(
    {
      id: 'part_travailleurs_essentiels',
      nom: 'Part des travailleurs essentiels',
      question: 'Quelle part des demandes vient de travailleurs essentiels ?',
      definition: `Demandes d’un travailleur d’un secteur essentiel, ${CONNUES}.`,
      pieges: ['La liste des secteurs est locale : deux territoires ne comptent pas les mêmes métiers.'],
    },
    partDe(champ('travailleur_essentiel')),
  ),
  profil(
    {
      id: 'part_dossiers_a_jour',
      nom: 'Part des dossiers à jour',
      sens: 'plus',
      question: 'Quelle part des dossiers est à jour ?',
      definition: `Demandes dont le dossier est à jour, ${CONNUES}.`,
    },
    partDe(champ('dossier_a_jour')),
  ),
  profil(
    {
      id: 'part_refus',
      nom: 'Part des demandes ayant refusé une proposition',
      question: 'Quelle part des demandes a déjà refusé une proposition adaptée ?',
      definition: `Demandes actives avec au moins un refus d’une proposition adaptée, ${CONNUES}.`,
      pieges: ['Compte des demandes encore actives, et non des propositions : ce n’est pas un taux de refus.'],
    },
    partDe(auMoins('refus', 1)),
  ),
  profil(
    {
      id: 'part_non_reponses',
      nom: 'Part des demandes sans réponse à une proposition',
      sens: 'moins',
      question: 'Quelle part des demandes n’a pas répondu à une proposition ?',
      definition: `Demandes actives avec au moins une proposition restée sans réponse, ${CONNUES}.`,
      pieges: ['Compte des demandes encore actives, et non des propositions.'],
    },
    partDe(auMoins('non_reponses', 1)),
  ),
  profil(
    {
      id: 'part_presentees',
      nom: 'Part des demandes présentées sans succès',
      question: 'Quelle part des demandes est déjà passée en commission sans attribution ?',
      definition: `Demandes actives passées au moins une fois en commission d’attribution sans être retenues, ${CONNUES}.`,
      base_legale: 'CCH, art. L. 441-2 et R. 441-3',
    },
    partDe(auMoins('passages_cal', 1)),
  ),
  profil(
    {
      id: 'repartition_taille',
      nom: 'Répartition par taille du ménage',
      question: 'Combien de personnes comptent les ménages demandeurs ?',
      definition: 'Demandes selon le nombre de personnes à loger, rapportées aux demandes pour lesquelles on le sait.',
    },
    repartirTranches('taille', 'nb_personnes', [
      { debut: 1, nom: '1' },
      { debut: 2, nom: '2' },
      { debut: 3, nom: '3' },
      { debut: 4, nom: '4' },
      { debut: 5, nom: '5 et plus' },
    ]),
  ),
  profil(
    {
      id: 'repartition_anciennete',
      nom: 'Répartition par ancienneté',
      question: 'Depuis combien de temps les demandes sont-elles déposées ?',
      definition: 'Demandes par tranche d’ancienneté en mois révolus depuis le dépôt, rapportées aux demandes datées.',
      base_legale: 'CCH, art. L. 441-1-4 et L. 441-2-1',
      pieges: ['Ancienneté des demandes encore actives, et non délai d’attribution.'],
    },
    repartirTranches('anciennete', 'anciennete_mois', [
      { debut: 0, nom: 'moins de 1 an' },
      { debut: 12, nom: '1 à 2 ans' },
      { debut: 24, nom: '2 à 3 ans' },
      { debut: 36, nom: '3 à 5 ans' },
      { debut: 60, nom: '5 ans et plus' },
    ]),
  ),
  profil(
    {
      id: 'ressources_medianes',
      nom: 'Ressources médianes par unité de consommation',
      unite: 'euros_uc_an',
      additif: false,
      question: 'Sous quelles ressources se trouve la moitié des demandes ?',
      definition:
        'Ressources annuelles par unité de consommation que la moitié des demandes atteint ou dépasse, arrondies à la centaine d’euros.',
      pieges: [DECLARATIF, 'Une médiane ne s’additionne ni ne se moyenne d’un territoire à l’autre.'],
    },
    medianeDe(champ('ressources_uc'), 100),
  ),
]
