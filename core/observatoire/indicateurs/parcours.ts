import { motsDe, nomsDe, reponse, reponsesDe } from '../calcul/lire-listes.ts'
import {
  auMoins,
  champ,
  compter,
  type Lire,
  partDe,
  quand,
  repartir,
  repartirTranches,
  vaut,
} from '../calcul/mesurage.ts'
import { CANDIDATS } from '../calcul/peupler-attributions.ts'
import { attribution } from './attribution.ts'
import type { IndicateurCalcule } from './modele.ts'

const DECISIONS = reponsesDe('decision')

/** What a reason for refusal is counted as: the first of these whose words it holds, without accents nor spaces. */
const MOTIFS_REFUS = [
  ['Sans réponse', /sansreponse|nonreponse|pasdereponse|injoignable|silence|aucunereponse/],
  ['Quartier ou environnement', /quartier|environnement|qpv|insecurite|voisin|nuisance/],
  ['Localisation', /locali|commune|secteur|eloign|distance|transport|situationgeo/],
  ['Loyer ou charges', /loyer|charge|cher|cout|prix|ressource/],
  ['Taille ou type du logement', /taille|petit|grand|typologie|surface|piece|chambre|superficie/],
  ['Étage, ascenseur, accessibilité', /etage|ascenseur|access|pmr|handicap/],
  ['État du logement ou de l’immeuble', /etat|travaux|vetust|humid|insalub|isolation|chauffage|equipement/],
  [
    'Situation du ménage',
    /situation|famil|sante|separation|emploi|deja|autrelogement|reloge|achat|renonce|desist|personnel/,
  ],
  ['Autre motif', /^$/],
] as const

const REFUS = vaut('decision', 'refus_candidat')

/** Refused among what was offered: allocated, or refused by the candidate. */
const REFUSE_PARMI_PROPOSES: Lire = quand(
  vaut('decision', 'attribution', 'attribution_rang', 'sous_condition', 'refus_candidat'),
  REFUS,
)

const MOTIF_REFUS = quand(REFUS, motsDe('refus_motif', MOTIFS_REFUS))
const SANS_REPONSE: Lire = (part) => {
  const motif = MOTIF_REFUS(part)
  return (i) => {
    const rang = motif(i)
    return rang >= 0 ? Number(rang === 0) : rang
  }
}

const EXAMEN = 'CCH, art. L. 441-2 et R. 441-3'
const PRESENTES = 'Candidatures présentées en commission dans la période'
const FICHIER =
  'Calculé seulement quand le fichier contient aussi ce qui n’a pas été attribué (non-attributions, rejets, refus).'

/** What happens between the commission and the lease. One row each. */
export const INDICATEURS_PARCOURS: readonly IndicateurCalcule[] = [
  attribution(
    {
      id: 'presentes',
      nom: 'Candidatures présentées en commission',
      theme: 'parcours',
      unite: 'candidatures',
      question: 'Combien de candidatures les commissions ont-elles examinées ?',
      numerateur: PRESENTES,
      denominateur: null,
      definition: 'Candidatures présentées en commission dans la période, quelle que soit la décision.',
      base_legale: EXAMEN,
      pieges: [FICHIER, 'Un ménage présenté deux fois compte deux fois.'],
    },
    compter('presentes'),
  ),
  attribution(
    {
      id: 'repartition_decisions',
      nom: 'Répartition des décisions des commissions',
      theme: 'parcours',
      question: 'Que décident les commissions d’attribution ?',
      numerateur: 'Candidatures de chaque décision',
      denominateur: `${PRESENTES}, dont la décision est connue`,
      definition: 'Candidatures présentées selon la décision, rapportées à celles dont la décision est connue.',
      base_legale: EXAMEN,
      pieges: [FICHIER],
    },
    repartir('presentes', 'decision', nomsDe(DECISIONS), reponse('decision', DECISIONS)),
  ),
  attribution(
    {
      id: 'refus_candidats',
      nom: 'Part des propositions refusées par le candidat',
      theme: 'parcours',
      sens: 'moins',
      question: 'Quelle part des logements proposés est refusée ?',
      numerateur: 'Refus du candidat',
      denominateur: 'Attributions (de tout rang et sous condition) et refus du candidat de la période',
      definition: 'Refus du candidat, rapportés aux attributions et aux refus de la période.',
      base_legale: EXAMEN,
      pieges: [FICHIER, 'Un refus avant la commission n’est pas compté.'],
    },
    partDe('presentes', REFUSE_PARMI_PROPOSES),
    { local: ['communes', 'quartiers'] },
  ),
  attribution(
    {
      id: 'refus_motifs',
      nom: 'Refus par motif',
      theme: 'parcours',
      question: 'Pourquoi les candidats refusent-ils ?',
      numerateur: 'Refus du candidat de chaque motif',
      denominateur: 'Refus du candidat de la période dont le motif est écrit',
      definition:
        'Refus selon le motif, rapportés aux refus dont le motif est écrit ; le texte libre est rangé dans un motif par ses mots, et n’est jamais publié.',
      base_legale: EXAMEN,
      pieges: [FICHIER, 'Un texte qui ne contient aucun mot connu est rangé dans « Autre motif ».'],
    },
    repartir(
      'presentes',
      'motif_refus',
      MOTIFS_REFUS.map(([nom]) => nom),
      MOTIF_REFUS,
      'refus_motifs',
    ),
  ),
  attribution(
    {
      id: 'refus_sans_reponse',
      nom: 'Part des non-réponses dans les refus',
      theme: 'parcours',
      sens: 'moins',
      question: 'Quelle part des refus est une absence de réponse ?',
      numerateur: 'Refus dont le motif écrit est l’absence de réponse du candidat',
      denominateur: 'Refus du candidat de la période dont le motif est écrit',
      definition: 'Absences de réponse du candidat, rapportées aux refus dont le motif est écrit.',
      base_legale: 'CCH, art. R. 441-10',
      pieges: [FICHIER],
    },
    partDe('presentes', SANS_REPONSE, 'refus_motifs'),
  ),
  attribution(
    {
      id: 'attributions_rang_1',
      nom: 'Part des attributions au premier candidat',
      theme: 'parcours',
      question: 'Quelle part des logements va au candidat classé premier ?',
      numerateur: 'Décisions pour un candidat de rang 1',
      base_legale: EXAMEN,
      pieges: ['Le rang est celui de la commission, et non celui de la cotation.'],
    },
    partDe('decisions', vautNombre('rang_cal', 1)),
  ),
  attribution(
    {
      id: 'lots_presentes',
      nom: 'Logements présentés en commission',
      theme: 'parcours',
      unite: 'logements',
      question: 'Combien de logements ont été présentés en commission ?',
      numerateur: 'Logements présentés en commission dans la période',
      denominateur: null,
      definition:
        'Logements présentés en commission : une référence, un bailleur et un jour de commission comptent une fois.',
      base_legale: EXAMEN,
      pieges: [FICHIER, 'Un logement présenté de nouveau un autre jour compte de nouveau.'],
    },
    compter('lots'),
  ),
  attribution(
    {
      id: 'lots_trois_candidats',
      nom: 'Part des logements présentés avec trois candidats',
      theme: 'parcours',
      sens: 'plus',
      question: 'Quelle part des logements est présentée avec trois candidats au moins ?',
      numerateur: 'Logements présentés avec trois candidatures au moins',
      denominateur: 'Logements présentés en commission dans la période',
      definition: 'Logements présentés avec trois candidatures au moins, rapportés aux logements présentés.',
      base_legale: EXAMEN,
      pieges: [
        'La loi prévoit des exceptions (ménages DALO, insuffisance de candidats) : 100 % n’est pas attendu.',
        FICHIER,
      ],
    },
    partDe('lots', auMoins(CANDIDATS, 3)),
    { local: ['communes', 'quartiers'] },
  ),
  attribution(
    {
      id: 'repartition_candidats',
      nom: 'Logements présentés par nombre de candidats',
      theme: 'parcours',
      question: 'Avec combien de candidats les logements sont-ils présentés ?',
      numerateur: 'Logements présentés avec chaque nombre de candidatures',
      denominateur: 'Logements présentés en commission dans la période',
      definition: 'Logements présentés selon le nombre de candidatures, rapportés aux logements présentés.',
      base_legale: EXAMEN,
      pieges: [FICHIER],
    },
    repartirTranches('lots', 'candidats', champ(CANDIDATS), [
      { debut: 1, nom: '1' },
      { debut: 2, nom: '2' },
      { debut: 3, nom: '3' },
      { debut: 4, nom: '4 et plus' },
    ]),
  ),
]

function vautNombre(code: string, attendu: number): Lire {
  return (part) => {
    const lire = champ(code)(part)
    return (i) => {
      const valeur = lire(i)
      return Number.isNaN(valeur) ? NaN : Number(valeur === attendu)
    }
  }
}
