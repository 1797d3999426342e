/** A grid that must be refused, and what the reasons must name. */
export interface GrilleRefusee {
  readonly nom: string
  readonly grille: unknown
  /** Words that must all be found in the reasons given, accents and case aside: the criterion, then what is wrong in it. */
  readonly nomme: readonly string[]
}

type Objet = Readonly<Record<string, unknown>>

const VALIDE: Objet = { code: 'AUTRE', nom: 'Autre', points: 1, si: { champ: 'handicap', est: true } }

function grille(critere: Objet, reste: Objet = {}): Objet {
  const criteres = [VALIDE, { code: 'FAUTIF', nom: 'Critère fautif', ...critere }]
  return { format: 'grille-cotation/1', id: 'refusee', nom: 'Grille refusée', criteres, ...reste }
}

function si(nom: string, condition: Objet, ...nomme: readonly string[]): GrilleRefusee {
  return { nom, grille: grille({ points: 5, si: condition }), nomme: ['FAUTIF', ...nomme] }
}

function critere(nom: string, fautif: Objet, ...nomme: readonly string[]): GrilleRefusee {
  return { nom, grille: grille(fautif), nomme: ['FAUTIF', ...nomme] }
}

const OUI: Objet = { champ: 'dalo', est: true }

const CHAMPS_INCONNUS: readonly GrilleRefusee[] = [
  si('champ inconnu', { champ: 'revenus', est: 1 }, 'revenus'),
  si('champ inconnu sous « tous »', { tous: [OUI, { champ: 'revenus', min: 1 }] }, 'revenus'),
  si('champ inconnu sous « un_de » et « non »', { un_de: [OUI, { non: { champ: 'revenus', min: 1 } }] }, 'revenus'),
  si('champ inconnu sous « connu »', { connu: 'revenus' }, 'revenus'),
  si('nom hérité des objets', { connu: 'constructor' }, 'constructor'),
  si('libellé au lieu du code', { champ: 'Nature de la demande', est: 'mutation' }, 'Nature de la demande'),
  critere('champ inconnu sous « par »', { points: 1, par: { champ: 'revenus', chaque: 1 } }, 'revenus'),
  critere(
    'champ inconnu sous « tranches »',
    { tranches: { champ: 'revenus', bornes: [1], points: [0, 1] } },
    'revenus',
  ),
  {
    nom: 'champ inconnu au départage',
    grille: grille({ points: 1, si: OUI }, { departage: [{ champ: 'revenus', ordre: 'croissant' }] }),
    nomme: ['revenus'],
  },
  {
    nom: 'champ inconnu dans la portée',
    grille: grille({ points: 1, si: OUI }, { portee: { champ: 'revenus', min: 1 } }),
    nomme: ['revenus'],
  },
]

const HORS_LISTE: readonly GrilleRefusee[] = [
  si('valeur hors de la liste', { champ: 'statut_logement', est: 'YOURTE' }, 'YOURTE'),
  si('une valeur hors de la liste parmi de bonnes', { champ: 'motifs', parmi: ['05', '99'] }, '99'),
  si('code de motif sans son zéro', { champ: 'motifs', est: '5' }, '5'),
  si('libellé au lieu du code', { champ: 'situation_familiale', est: 'Célibataire' }, 'Célibataire'),
  si('lettre qui n’est pas un public prioritaire', { champ: 'publics_prioritaires', parmi: ['a', 'z'] }, 'z'),
  {
    nom: 'valeur hors de la liste au départage',
    grille: grille({ points: 1, si: OUI }, { departage: [{ champ: 'nature', premier: 'echange' }] }),
    nomme: ['echange'],
  },
]

const TESTS_DEPLACES: readonly GrilleRefusee[] = [
  si('borne sur un booléen', { champ: 'dalo', min: 1 }, 'dalo'),
  si('texte pour un booléen', { champ: 'dalo', est: 'oui' }, 'dalo'),
  si('nombre pour un booléen', { champ: 'dalo', est: 1 }, 'dalo'),
  si('borne sur une liste', { champ: 'statut_logement', min: 'HLM' }, 'statut_logement'),
  si('borne sur une liste à plusieurs valeurs', { champ: 'motifs', plus_de: 1 }, 'motifs'),
  si('booléen pour une liste', { champ: 'nature', est: true }, 'nature'),
  si('texte pour un nombre', { champ: 'nb_personnes', est: '3' }, 'nb_personnes'),
  si('booléen pour un nombre', { champ: 'quartile', est: true }, 'quartile'),
  si('texte pour la borne d’un nombre', { champ: 'taux_effort', plus_de: '0.33' }, 'taux_effort'),
  si('nombre pour la borne d’une date', { champ: 'date_depot', min: 2024 }, 'date_depot'),
  si('jour impossible', { champ: 'date_depot', min: '2025-02-30' }, 'date_depot'),
  si('borne sur un texte', { champ: 'commune_residence', min: '59350' }, 'commune_residence'),
  si('borne sur un champ dérivé booléen', { champ: 'sur_occupation', min: 1 }, 'sur_occupation'),
  si('aucun test', { champ: 'dalo' }, 'dalo'),
  si('test inconnu', { champ: 'dalo', egal: true }, 'egal'),
  si('« parmi » sans liste', { champ: 'motifs', parmi: '05' }, 'motifs'),
  critere('« par » sur un booléen', { points: 1, par: { champ: 'dalo', chaque: 1 } }, 'dalo'),
  critere('« par » sur une liste', { points: 1, par: { champ: 'motifs', chaque: 1 } }, 'motifs'),
  critere('« par » sur une date', { points: 1, par: { champ: 'date_depot', chaque: 1 } }, 'date_depot'),
  critere(
    '« tranches » sur une liste',
    { tranches: { champ: 'statut_logement', bornes: [1], points: [0, 1] } },
    'statut_logement',
  ),
  critere(
    '« tranches » sur un booléen dérivé',
    { tranches: { champ: 'parent_isole', bornes: [1], points: [0, 1] } },
    'parent_isole',
  ),
]

const TRANCHES: Objet = { champ: 'taux_effort', bornes: [0.3, 0.4], points: [0, 5, 10] }

const POINTS: readonly GrilleRefusee[] = [
  critere('points absents', { si: OUI }, 'points'),
  critere('zéro point', { points: 0, si: OUI }, 'points'),
  critere('trois décimales', { points: 1.005, si: OUI }, 'points'),
  critere('points en texte', { points: '5', si: OUI }, 'points'),
  critere('points en trop à côté de tranches', { points: 5, tranches: TRANCHES }, 'points'),
  critere('ni condition, ni « par », ni tranches', { points: 5 }),
  critere('« par » et « tranches » ensemble', { par: { champ: 'nb_mineurs', chaque: 1 }, tranches: TRANCHES }),
  critere('trop peu de points', { tranches: { ...TRANCHES, points: [0, 5] } }, 'points'),
  critere('trop de points', { tranches: { ...TRANCHES, points: [0, 5, 10, 15] } }, 'points'),
  critere('bornes décroissantes', { tranches: { ...TRANCHES, bornes: [0.4, 0.3] } }, 'bornes'),
  critere('bornes égales', { tranches: { ...TRANCHES, bornes: [0.3, 0.3] } }, 'bornes'),
  critere('trois décimales dans une tranche', { tranches: { ...TRANCHES, points: [0, 5.001, 10] } }, 'points'),
  critere('pas nul', { points: 1, par: { champ: 'nb_mineurs', chaque: 0 } }, 'chaque'),
  critere('pas négatif', { points: 1, par: { champ: 'nb_mineurs', chaque: -1 } }, 'chaque'),
  critere('pas absent', { points: 1, par: { champ: 'nb_mineurs' } }, 'chaque'),
]

const DISCRIMINATOIRES: readonly GrilleRefusee[] = [
  'nationalite',
  'sexe',
  'civilite',
  'nom',
  'prenom',
  'origine',
  'religion',
  'lieu_naissance',
].map((champ) => si(`champ discriminatoire : ${champ}`, { champ, est: 'x' }, champ))

const ENTETE: readonly GrilleRefusee[] = [
  { nom: 'code en double', grille: grille({ code: 'AUTRE', points: 5, si: OUI }), nomme: ['AUTRE'] },
  { nom: 'format inconnu', grille: grille({ points: 5, si: OUI }, { format: 'grille-cotation/2' }), nomme: ['format'] },
  { nom: 'format absent', grille: { id: 'x', nom: 'x', criteres: [VALIDE] }, nomme: ['format'] },
  { nom: 'id absent', grille: { format: 'grille-cotation/1', nom: 'x', criteres: [VALIDE] }, nomme: ['id'] },
  { nom: 'nom absent', grille: { format: 'grille-cotation/1', id: 'x', criteres: [VALIDE] }, nomme: ['nom'] },
  { nom: 'critères absents', grille: { format: 'grille-cotation/1', id: 'x', nom: 'x' }, nomme: ['criteres'] },
  {
    nom: 'cumul inconnu',
    grille: grille({ points: 5, si: OUI }, { familles: [{ code: 'FAM', nom: 'x', cumul: 'moyenne' }] }),
    nomme: ['FAM', 'cumul'],
  },
  { nom: 'pas un objet', grille: [VALIDE], nomme: [] },
]

/** Grids that no reader may accept, one fault each. */
export const GRILLES_REFUSEES: readonly GrilleRefusee[] = [
  ...CHAMPS_INCONNUS,
  ...HORS_LISTE,
  ...TESTS_DEPLACES,
  ...POINTS,
  ...DISCRIMINATOIRES,
  ...ENTETE,
]

/** Grids that are accepted with a warning, and what the warning must name. */
export const GRILLES_AVERTIES: readonly GrilleRefusee[] = [
  {
    nom: 'rien n’atteint le DALO ni un public de l’article L. 441-1',
    grille: {
      format: 'grille-cotation/1',
      id: 'sans-publics',
      nom: 'Sans publics prioritaires',
      criteres: [{ code: 'JOUR', nom: 'Dossier à jour', points: 1, si: { champ: 'dossier_a_jour', est: true } }],
    },
    nomme: ['DALO'],
  },
  {
    nom: 'deux critères ont la même condition',
    grille: grille({ points: 5, si: { champ: 'handicap', est: true } }),
    nomme: ['AUTRE', 'FAUTIF'],
  },
  {
    nom: 'une condition que rien ne remplit',
    grille: grille({ points: 5, si: { champ: 'nb_personnes', min: 4, max: 3 } }),
    nomme: ['FAUTIF'],
  },
]
