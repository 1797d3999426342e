import {
  auMoins,
  champ,
  type Lire,
  medianeDe,
  type Mesurage,
  partDe as part,
  repartirTranches as tranches,
  type Tranche,
} from '../calcul/mesurage.ts'
import { calcule } from './calcule.ts'
import type { Echelle, IndicateurCalcule, IndicateurCatalogue } from './modele.ts'

type LigneProfil = Pick<IndicateurCatalogue, 'id' | 'nom' | 'numerateur' | 'question'> &
  Partial<Omit<IndicateurCatalogue, 'id' | 'nom' | 'numerateur' | 'question'>>

const CONNUES = 'Demandes actives pour lesquelles on le sait'
export const DECLARATIF = 'Déclaré par le demandeur : vérifié seulement quand une pièce est demandée.'

/** A row about the households that ask: a share unless told, of the demandes for which it is known. */
export function profil(
  ligne: LigneProfil,
  mesurage: Mesurage,
  options?: { readonly local: readonly Echelle[] },
): IndicateurCalcule {
  return calcule(
    {
      version: 1,
      unite: 'ratio',
      sens: null,
      additif: true,
      denominateur: CONNUES,
      definition: `${ligne.numerateur}, rapportées aux demandes pour lesquelles on le sait.`,
      base_legale: 'CCH, art. L. 441-1 et L. 441-2-1',
      pieges: [DECLARATIF],
      ...ligne,
    },
    mesurage,
    options,
  )
}

const partDe = (condition: Lire, base?: string): Mesurage => part('demandes', condition, base)
const repartirTranches = (dimension: string, code: string, bandes: readonly Tranche[]): Mesurage =>
  tranches('demandes', dimension, champ(code), bandes)

/** What the demandes of a territory say of the households and of their course. One row each. */
export const INDICATEURS_PROFILS: readonly IndicateurCalcule[] = [
  profil(
    {
      id: 'part_dalo',
      nom: 'Part des demandes reconnues DALO',
      question: 'Quelle part des demandes est reconnue DALO ?',
      numerateur: 'Demandes reconnues prioritaires au titre du DALO',
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
      numerateur: 'Demandes signalées au-delà du délai anormalement long',
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
      numerateur: 'Demandes dont le ménage compte une personne en situation de handicap',
    },
    partDe(champ('handicap')),
  ),
  profil(
    {
      id: 'part_parents_isoles',
      nom: 'Part des parents isolés',
      question: 'Quelle part des demandes vient de parents isolés ?',
      numerateur: 'Demandes d’une personne seule avec au moins un mineur à charge',
    },
    partDe(champ('parent_isole')),
  ),
  profil(
    {
      id: 'part_sur_occupation',
      nom: 'Part des demandes en logement sur-occupé',
      question: 'Quelle part des demandes vient d’un logement sur-occupé ?',
      numerateur: 'Demandes dont le logement actuel est plus petit que la surface minimale pour ses occupants',
      base_legale: 'CCH, art. R. 822-25',
    },
    partDe(champ('sur_occupation')),
  ),
  profil(
    {
      id: 'part_sous_occupation',
      nom: 'Part des demandes en logement sous-occupé',
      question: 'Quelle part des demandes vient d’un logement sous-occupé ?',
      numerateur: 'Demandes dont le logement actuel compte plus de pièces que ses occupants plus une',
      base_legale: 'CCH, art. L. 621-2',
    },
    partDe(champ('sous_occupation')),
  ),
  profil(
    {
      id: 'part_qpv',
      nom: 'Part des demandes venant d’un quartier prioritaire',
      question: 'Quelle part des demandes vient d’un quartier prioritaire ?',
      numerateur: 'Demandes de ménages qui habitent un quartier prioritaire de la politique de la ville',
      base_legale: 'Loi n° 2014-173 du 21 février 2014',
    },
    partDe(champ('qpv_actuel')),
  ),
  profil(
    {
      id: 'part_expulsion',
      nom: 'Part des demandes sous procédure d’expulsion',
      question: 'Quelle part des demandes est sous procédure d’expulsion ?',
      numerateur: 'Demandes de ménages sous procédure d’expulsion',
    },
    partDe(champ('procedure_expulsion')),
  ),
  profil(
    {
      id: 'part_travailleurs_essentiels',
      nom: 'Part des travailleurs essentiels',
      question: 'Quelle part des demandes vient de travailleurs essentiels ?',
      numerateur: 'Demandes d’un travailleur d’un secteur essentiel',
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
      numerateur: 'Demandes dont le dossier est à jour',
    },
    partDe(champ('dossier_a_jour')),
  ),
  profil(
    {
      id: 'part_refus',
      nom: 'Part des demandes ayant refusé une proposition',
      question: 'Quelle part des demandes a déjà refusé une proposition adaptée ?',
      numerateur: 'Demandes actives avec au moins un refus d’une proposition adaptée',
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
      numerateur: 'Demandes actives avec au moins une proposition restée sans réponse',
      pieges: ['Compte des demandes encore actives, et non des propositions.'],
    },
    partDe(auMoins('non_reponses', 1)),
  ),
  profil(
    {
      id: 'part_presentees',
      nom: 'Part des demandes présentées sans succès',
      question: 'Quelle part des demandes est déjà passée en commission sans attribution ?',
      numerateur: 'Demandes actives passées au moins une fois en commission d’attribution sans être retenues',
      base_legale: 'CCH, art. L. 441-2 et R. 441-3',
    },
    partDe(auMoins('passages_cal', 1)),
  ),
  profil(
    {
      id: 'repartition_taille',
      nom: 'Répartition par taille du ménage',
      question: 'Combien de personnes comptent les ménages demandeurs ?',
      numerateur: 'Demandes de chaque taille de ménage (personnes à loger)',
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
      numerateur: 'Demandes de chaque tranche d’ancienneté',
      denominateur: 'Demandes actives dont la date de dépôt est connue',
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
      numerateur: 'Ressources annuelles par unité de consommation, rangées',
      denominateur: 'Demandes actives dont les ressources par unité de consommation sont connues',
      definition:
        'Ressources annuelles par unité de consommation que la moitié des demandes atteint ou dépasse, arrondies à la centaine d’euros.',
      pieges: [DECLARATIF, 'Une médiane ne s’additionne ni ne se moyenne d’un territoire à l’autre.'],
    },
    medianeDe('demandes', champ('ressources_uc'), 100),
  ),
]
