/**
 * Fields, closed lists and defaults of an application, copied by hand from the tables of the contract: the second
 * implementation reads none of the product's own data.
 */
export interface Champ {
  readonly code: string
  readonly libelle: string
  readonly type: 'texte' | 'date' | 'booleen' | 'entier' | 'nombre' | 'liste' | 'liste multiple'
  /** Unit of a number, name of the closed list, or kind of code. */
  readonly unite: string
  readonly obligatoire: boolean
  readonly synonymes: readonly string[]
}

export interface Modalite {
  readonly code: string
  readonly libelle: string
  readonly synonymes: readonly string[]
}

export interface Defaut {
  readonly champ: string
  readonly valeur: string
  /** The default holds where this field has one of these values; without it, everywhere. */
  readonly quand?: { readonly champ: string; readonly valeurs: readonly string[] }
}

type LigneChamp = readonly [code: string, libelle: string, type: Champ['type'], unite: string, synonymes: string]

const OBLIGATOIRES = ['numero_unique', 'date_depot', 'nb_personnes']

const LIGNES_CHAMPS: readonly LigneChamp[] = [
  [
    'numero_unique',
    "Numéro unique d'enregistrement",
    'texte',
    '',
    'Numéro unique|N° unique|NUR|Numéro NUD|Numéro de demande|numUnique|N° demande|Num unique',
  ],
  [
    'date_depot',
    'Date de dépôt de la demande',
    'date',
    '',
    'Date de dépôt|Date de création|Date dépôt|Date de la demande|dateCreationDemande|Date initiale|Date 1ère demande',
  ],
  [
    'date_renouvellement',
    'Date du dernier renouvellement',
    'date',
    '',
    'Date de renouvellement|Dernier renouvellement|Date maj',
  ],
  [
    'delai_anormalement_long',
    'Délai anormalement long dépassé',
    'booleen',
    '',
    'DAL|Délai anormalement long|Délai dépassé',
  ],
  [
    'nature',
    'Nature de la demande',
    'liste',
    'nature',
    'Nature|Type de demande|Demande de mutation|Primo / mutation|Mutation',
  ],
  ['statut_demande', 'Statut de la demande', 'liste', 'statut_demande', 'Statut|État de la demande|Etat demande'],
  ['epci', 'EPCI (SIREN)', 'texte', 'siren', 'EPCI|SIREN EPCI|Code EPCI|Intercommunalité|Nom EPCI'],
  [
    'communes_souhaitees',
    'Communes souhaitées (INSEE)',
    'liste multiple',
    'insee',
    'Communes demandées|Commune souhaitée|Localisation souhaitée',
  ],
  [
    'commune_residence',
    'Commune de résidence (INSEE)',
    'texte',
    'insee',
    'Commune de résidence|Commune actuelle|Ville',
  ],
  ['commune_travail', 'Commune du lieu de travail (INSEE)', 'texte', 'insee', 'Commune de travail|Lieu de travail'],
  [
    'typologies_souhaitees',
    'Types de logement souhaités',
    'liste multiple',
    'typologie',
    'Typologie souhaitée|Type recherché|Type de logement demandé',
  ],
  [
    'nb_personnes',
    'Nombre de personnes à loger',
    'entier',
    'personnes',
    'Nb personnes|Nombre de personnes|Taille du ménage|Composition (nb pers)',
  ],
  ['nb_moins_14', 'dont moins de 14 ans', 'entier', 'personnes', 'Nb moins de 14 ans|Enfants < 14 ans'],
  ['nb_mineurs', 'dont mineurs à charge', 'entier', 'personnes', 'Nb enfants mineurs|Enfants mineurs|Mineurs à charge'],
  ['naissances_attendues', 'Enfants à naître', 'entier', 'personnes', 'Enfant à naître|Naissance attendue'],
  ['situation_familiale', 'Situation familiale', 'liste', 'situation_familiale', 'Situation familiale|Sit. familiale'],
  ['date_naissance', 'Date de naissance du titulaire', 'date', '', 'Date de naissance|Né(e) le'],
  [
    'situation_professionnelle',
    'Situation professionnelle',
    'liste',
    'contrat',
    'Situation professionnelle|Type de contrat|Emploi',
  ],
  [
    'travailleur_essentiel',
    "Travailleur d'un secteur essentiel",
    'booleen',
    '',
    'Travailleur essentiel|Travailleur clé',
  ],
  [
    'ressources_mensuelles',
    'Ressources mensuelles du ménage (hors APL/AL)',
    'nombre',
    '€/mois',
    'Ressources mensuelles|Revenus mensuels|Total ressources|Revenu mensuel',
  ],
  ['rfr_n2', 'Revenu fiscal de référence N-2', 'nombre', '€/an', 'RFR N-2|Revenu fiscal N-2'],
  ['rfr_n1', 'Revenu fiscal de référence N-1', 'nombre', '€/an', 'RFR N-1|Revenu fiscal N-1'],
  [
    'statut_logement',
    'Logement actuel',
    'liste',
    'logement_actuel',
    "Logement actuel|Statut d'occupation|Mode de logement actuel|Situation de logement",
  ],
  ['loyer_actuel', 'Loyer et charges actuels', 'nombre', '€/mois', 'Loyer actuel|Montant loyer|Loyer + charges'],
  ['aide_logement', 'APL ou AL perçue', 'nombre', '€/mois', 'APL|AL|Aide au logement'],
  ['surface_actuelle', 'Surface du logement actuel', 'nombre', 'm²', 'Surface|Surface actuelle'],
  [
    'pieces_actuelles',
    'Pièces habitables du logement actuel (hors cuisine)',
    'entier',
    'pièces',
    'Nb pièces|Type actuel|Nombre de pièces|Typologie actuelle',
  ],
  ['occupants_actuels', 'Occupants du logement actuel', 'entier', 'personnes', "Nb occupants|Nombre d'habitants"],
  [
    'motifs',
    "Motifs de la demande (le principal d'abord)",
    'liste multiple',
    'motif',
    'Motif|Motif principal|Motif 1|Motif 2|Motif 3|Motifs de la demande',
  ],
  [
    'handicap',
    'Personne en situation de handicap dans le ménage',
    'booleen',
    '',
    'Handicap|Situation de handicap|Personne handicapée',
  ],
  ['dalo', 'Reconnu prioritaire DALO', 'booleen', '', 'DALO|Reconnu DALO|Prioritaire DALO'],
  [
    'publics_prioritaires',
    'Publics prioritaires L. 441-1 labellisés (lettres)',
    'liste multiple',
    'l441_1',
    'Public prioritaire|Labellisation|Priorité L441-1',
  ],
  ['hebergement_depuis', 'Hébergé dans la structure depuis', 'date', '', 'Date entrée structure|Hébergé depuis'],
  ['qpv_actuel', 'Habite un QPV', 'booleen', '', 'QPV|En QPV'],
  ['bailleur_actuel', 'Bailleur actuel', 'texte', '', 'Bailleur|Organisme actuel'],
  ['impayes_mois', 'Impayés dans le logement actuel', 'nombre', 'mois de loyer', 'Impayés|Retard de loyer'],
  ['dossier_surendettement', 'Dossier de surendettement en cours', 'booleen', '', 'Surendettement'],
  ['procedure_expulsion', "Procédure d'expulsion en cours", 'booleen', '', "Expulsion|Procédure d'expulsion"],
  ['dette_ancien_locataire', 'Ancien locataire avec dette', 'booleen', '', 'Dette ancien locataire'],
  ['dossier_a_jour', 'Dossier à jour', 'booleen', '', 'Dossier à jour|Complet'],
  ['refus', "Refus d'une proposition adaptée", 'entier', 'refus', 'Nb refus|Refus'],
  ['non_reponses', 'Propositions restées sans réponse', 'entier', 'propositions', 'Sans réponse|Non-réponses'],
  [
    'passages_cal',
    'Passages en CALEOL sans attribution',
    'entier',
    'passages',
    'Nb passages CAL|Passages en commission|Passages CALEOL',
  ],
  ['fausse_declaration', 'Fausse déclaration établie', 'booleen', '', 'Fausse déclaration'],
  [
    'justifies',
    'Champs justifiés par une pièce (codes)',
    'liste multiple',
    'champ',
    'Pièces justifiées|Champs vérifiés',
  ],
  [
    'note_officielle',
    'Note calculée par le système national ou partagé',
    'nombre',
    'points',
    'Note|Cotation SNE|Note de cotation|Score',
  ],
  [
    'quartile_declare',
    'Quartile affiché par le système national',
    'entier',
    '1-4',
    'Quartile|Quartile SNE|Quartile de ressources',
  ],
]

function decouper(texte: string): readonly string[] {
  return texte === '' ? [] : texte.split('|')
}

export const CHAMPS: readonly Champ[] = LIGNES_CHAMPS.map(([code, libelle, type, unite, synonymes]) => ({
  code,
  libelle,
  type,
  unite,
  obligatoire: OBLIGATOIRES.includes(code),
  synonymes: decouper(synonymes),
}))

const LIGNES_LISTES: readonly (readonly [liste: string, code: string, libelle: string, synonymes: string])[] = [
  ['motif', '01', 'Sans logement, hébergé ou en logement temporaire', ''],
  ['motif', '02', 'Démolition', ''],
  ['motif', '03', "Logement non décent, insalubre ou dangereux, ou local impropre à l'habitation", ''],
  ['motif', '04', 'Logement repris ou mis en vente par son propriétaire', ''],
  ['motif', '05', "En procédure d'expulsion", ''],
  ['motif', '06', 'Violences familiales', ''],
  ['motif', '07', 'Handicap', ''],
  ['motif', '08', 'Raisons de santé', ''],
  ['motif', '09', 'Logement trop cher', ''],
  ['motif', '10', 'Logement trop grand', ''],
  ['motif', '11', 'Divorce, séparation', ''],
  ['motif', '12', 'Décohabitation', ''],
  ['motif', '13', 'Logement trop petit', ''],
  ['motif', '14', 'Futur mariage, concubinage, PACS', ''],
  ['motif', '15', 'Regroupement familial', ''],
  ['motif', '16', 'Assistant(e) maternel(le) ou familial(e)', ''],
  ['motif', '17', "Problèmes d'environnement ou de voisinage", ''],
  ['motif', '18', 'Mutation professionnelle', ''],
  ['motif', '19', 'Rapprochement du lieu de travail', ''],
  ['motif', '20', 'Rapprochement des équipements et services', ''],
  ['motif', '21', 'Rapprochement de la famille', ''],
  ['motif', '22', 'Accédant à la propriété en difficulté', ''],
  ['motif', '23', 'Autre motif particulier', ''],
  ['logement_actuel', 'HLM', 'Logement HLM', 'Locataire HLM|Parc social'],
  ['logement_actuel', 'LP', 'Locataire parc privé', 'Locataire parc privé|Parc privé'],
  ['logement_actuel', 'RS', 'Résidence sociale, foyer ou pension de famille', ''],
  ['logement_actuel', 'RHVS', 'Résidence hôtelière à vocation sociale', ''],
  ['logement_actuel', 'RE', 'Résidence étudiante', ''],
  ['logement_actuel', 'SLHT', 'Sous-locataire ou hébergé à titre temporaire', ''],
  ['logement_actuel', 'SH', "Structure d'hébergement", ''],
  ['logement_actuel', 'CDEFCM', "Centre départemental de l'enfance et de la famille ou centre maternel", ''],
  ['logement_actuel', 'CPE', 'Chez vos parents ou vos enfants', ''],
  ['logement_actuel', 'CP', 'Chez un particulier', ''],
  ['logement_actuel', 'LTG', 'Logé à titre gratuit', ''],
  ['logement_actuel', 'FONC', 'Logement de fonction', ''],
  ['logement_actuel', 'POCC', 'Propriétaire occupant', ''],
  ['logement_actuel', 'CAMCAR', 'Camping, caravaning', ''],
  ['logement_actuel', 'HOT', 'Logé dans un hôtel', 'Hôtel'],
  ['logement_actuel', 'SD', 'Sans abri ou abri de fortune', 'SDF|Sans domicile|Sans abri'],
  ['logement_actuel', 'SQUAT', 'Dans un squat', ''],
  ['situation_familiale', 'C', 'Célibataire', ''],
  ['situation_familiale', 'M', 'Marié(e)', 'Marié|Mariée'],
  ['situation_familiale', 'D', 'Divorcé(e)', 'Divorcé|Divorcée'],
  ['situation_familiale', 'S', 'Séparé(e)', 'Séparé|Séparée'],
  ['situation_familiale', 'P', 'Pacsé(e)', 'Pacsé|Pacsée|PACS'],
  ['situation_familiale', 'U', 'Concubin(e)', 'Concubin|Concubine|Union libre'],
  ['situation_familiale', 'V', 'Veuf(ve)', 'Veuf|Veuve'],
  ['contrat', 'CDI', 'CDI ou fonctionnaire', 'CDI|Fonctionnaire'],
  ['contrat', 'CDD', 'CDD, stage, intérim', 'CDD|Intérim|Stage'],
  ['contrat', 'ART', 'Artisan, commerçant, profession libérale', ''],
  ['contrat', 'CHO', 'Chômage', "Demandeur d'emploi|Chômeur"],
  ['contrat', 'APP', 'Apprenti', ''],
  ['contrat', 'ETU', 'Étudiant', 'Etudiant'],
  ['contrat', 'RET', 'Retraité', 'Retraite'],
  ['contrat', 'AUT', 'Autre', ''],
  ['typologie', 'C', 'Chambre', ''],
  ['typologie', 'T1', 'T1', ''],
  ['typologie', 'T2', 'T2', ''],
  ['typologie', 'T3', 'T3', ''],
  ['typologie', 'T4', 'T4', ''],
  ['typologie', 'T5', 'T5', ''],
  ['typologie', 'T6P', 'T6 et plus', 'T6|T6+|T7'],
  ['nature', 'nouvelle', 'Nouvelle demande', 'Nouvelle|Primo|Primo-demandeur|non|Hors mutation'],
  ['nature', 'mutation', 'Demande de mutation (déjà locataire du parc social)', 'Mutation|oui|Locataire HLM'],
  ['l441_1', 'dalo', 'Décision favorable DALO (L. 441-2-3)', ''],
  ['l441_1', 'viol', "Victimes de viol ou d'agression sexuelle à leur domicile ou à ses abords", ''],
  ['l441_1', 'a', 'Situation de handicap, ou famille ayant à charge une personne en situation de handicap', ''],
  ['l441_1', 'b', "Sortant d'un appartement de coordination thérapeutique", ''],
  ['l441_1', 'c', "Mal logé ou défavorisé, difficultés particulières financières ou d'insertion", ''],
  ['l441_1', 'd', 'Hébergé ou logé temporairement dans un établissement ou logement de transition', ''],
  ['l441_1', 'e', "Reprise d'activité après une période de chômage de longue durée", ''],
  ['l441_1', 'f', "Exposé à une situation d'habitat indigne", ''],
  ['l441_1', 'g', 'Violences au sein du couple, menace de mariage forcé', ''],
  ['l441_1', 'h', 'Parcours de sortie de la prostitution', ''],
  ['l441_1', 'i', 'Victime de traite des êtres humains ou de proxénétisme', ''],
  ['l441_1', 'j', 'Enfant mineur à charge et logement suroccupé ou non décent', ''],
  ['l441_1', 'k', 'Dépourvu de logement', ''],
  ['l441_1', 'l', "Menacé d'expulsion sans relogement", ''],
  ['l441_1', 'm', "Sortant de l'aide sociale à l'enfance (âge et durée à vérifier)", ''],
  ['statut_demande', 'active', 'Active', 'Valide|En cours'],
  ['statut_demande', 'radiee', 'Radiée', 'Radiation|Non renouvelée'],
  ['statut_demande', 'satisfaite', 'Satisfaite', 'Attribuée|Logé'],
]

/** The values of a closed list, in their order; nothing for a name that is no list. */
export function modalites(liste: string): readonly Modalite[] {
  return LIGNES_LISTES.filter(([nom]) => nom === liste).map(([, code, libelle, synonymes]) => ({
    code,
    libelle,
    synonymes: decouper(synonymes),
  }))
}

export const DEFAUTS: readonly Defaut[] = [
  {
    champ: 'loyer_actuel',
    valeur: '0',
    quand: { champ: 'statut_logement', valeurs: ['SD', 'SQUAT', 'CAMCAR', 'CPE', 'CP', 'LTG', 'SH', 'CDEFCM'] },
  },
  { champ: 'refus', valeur: '0' },
  { champ: 'non_reponses', valeur: '0' },
  { champ: 'passages_cal', valeur: '0' },
  { champ: 'fausse_declaration', valeur: 'non' },
  { champ: 'naissances_attendues', valeur: '0' },
]

/** The kind of value of each derived field, and the base fields that it needs (contract, table of §2). */
export const DERIVES: ReadonlyMap<
  string,
  { readonly type: 'nombre' | 'booleen'; readonly besoins: readonly string[] }
> = new Map([
  ['anciennete_mois', { type: 'nombre', besoins: ['date_depot'] }],
  ['anciennete_ans', { type: 'nombre', besoins: ['date_depot'] }],
  ['hebergement_mois', { type: 'nombre', besoins: ['hebergement_depuis'] }],
  ['age_titulaire', { type: 'nombre', besoins: ['date_naissance'] }],
  ['uc', { type: 'nombre', besoins: ['nb_personnes', 'nb_moins_14'] }],
  ['ressources_uc', { type: 'nombre', besoins: ['ressources_mensuelles', 'nb_personnes', 'nb_moins_14'] }],
  ['quartile', { type: 'nombre', besoins: ['ressources_mensuelles', 'nb_personnes', 'nb_moins_14'] }],
  ['taux_effort', { type: 'nombre', besoins: ['loyer_actuel', 'ressources_mensuelles'] }],
  [
    'reste_a_vivre',
    { type: 'nombre', besoins: ['loyer_actuel', 'ressources_mensuelles', 'nb_personnes', 'nb_moins_14'] },
  ],
  ['sur_occupation', { type: 'booleen', besoins: ['surface_actuelle', 'nb_personnes'] }],
  ['sous_occupation', { type: 'booleen', besoins: ['pieces_actuelles', 'nb_personnes'] }],
  ['sous_occupation_1996', { type: 'booleen', besoins: ['pieces_actuelles', 'nb_personnes'] }],
  ['parent_isole', { type: 'booleen', besoins: ['situation_familiale', 'nb_mineurs'] }],
  ['prioritaire', { type: 'booleen', besoins: ['dalo', 'publics_prioritaires'] }],
  ['habite_commune_souhaitee', { type: 'booleen', besoins: ['commune_residence', 'communes_souhaitees'] }],
  ['travaille_commune_souhaitee', { type: 'booleen', besoins: ['commune_travail', 'communes_souhaitees'] }],
  ['nb_motifs', { type: 'nombre', besoins: ['motifs'] }],
])
