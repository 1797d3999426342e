/*
 * The wording of the example's export. Written here and not taken from the lists that the product reads with, so that
 * reading the example proves something: the labels are those of the register's form.
 */

export const LOGEMENT: Readonly<Record<string, string>> = {
  HLM: 'Logement HLM',
  LP: 'Locataire parc privé',
  RS: 'Résidence sociale, foyer ou pension de famille',
  RHVS: 'Résidence hôtelière à vocation sociale',
  RE: 'Résidence étudiante',
  SLHT: 'Sous-locataire ou hébergé à titre temporaire',
  SH: 'Structure d’hébergement',
  CDEFCM: 'Centre départemental de l’enfance et de la famille ou centre maternel',
  CPE: 'Chez vos parents ou vos enfants',
  CP: 'Chez un particulier',
  LTG: 'Logé à titre gratuit',
  FONC: 'Logement de fonction',
  POCC: 'Propriétaire occupant',
  CAMCAR: 'Camping, caravaning',
  HOT: 'Logé dans un hôtel',
  SD: 'Sans abri ou abri de fortune',
  SQUAT: 'Dans un squat',
}

export const SITUATION_FAMILIALE: Readonly<Record<string, string>> = {
  C: 'Célibataire',
  M: 'Marié(e)',
  D: 'Divorcé(e)',
  S: 'Séparé(e)',
  P: 'Pacsé(e)',
  U: 'Concubin(e)',
  V: 'Veuf(ve)',
}

export const CONTRAT: Readonly<Record<string, string>> = {
  CDI: 'CDI ou fonctionnaire',
  CDD: 'CDD, stage, intérim',
  ART: 'Artisan, commerçant, profession libérale',
  CHO: 'Chômage',
  APP: 'Apprenti',
  ETU: 'Étudiant',
  RET: 'Retraité',
  AUT: 'Autre',
}

export const MOTIF: Readonly<Record<string, string>> = {
  '01': 'Sans logement, hébergé ou en logement temporaire',
  '02': 'Démolition',
  '03': 'Logement non décent, insalubre ou dangereux, ou local impropre à l’habitation',
  '04': 'Logement repris ou mis en vente par son propriétaire',
  '05': 'En procédure d’expulsion',
  '06': 'Violences familiales',
  '07': 'Handicap',
  '08': 'Raisons de santé',
  '09': 'Logement trop cher',
  '10': 'Logement trop grand',
  '11': 'Divorce, séparation',
  '12': 'Décohabitation',
  '13': 'Logement trop petit',
  '14': 'Futur mariage, concubinage, PACS',
  '15': 'Regroupement familial',
  '17': 'Problèmes d’environnement ou de voisinage',
  '18': 'Mutation professionnelle',
  '19': 'Rapprochement du lieu de travail',
  '20': 'Rapprochement des équipements et services',
  '21': 'Rapprochement de la famille',
  '23': 'Autre motif particulier',
}

export const PUBLIC: Readonly<Record<string, string>> = {
  dalo: 'Décision favorable DALO (L. 441-2-3)',
  viol: 'Victimes de viol ou d’agression sexuelle à leur domicile ou à ses abords',
  a: 'Situation de handicap, ou famille ayant à charge une personne en situation de handicap',
  b: 'Sortant d’un appartement de coordination thérapeutique',
  c: 'Mal logé ou défavorisé, difficultés particulières financières ou d’insertion',
  d: 'Hébergé ou logé temporairement dans un établissement ou logement de transition',
  e: 'Reprise d’activité après une période de chômage de longue durée',
  f: 'Exposé à une situation d’habitat indigne',
  g: 'Violences au sein du couple, menace de mariage forcé',
  h: 'Parcours de sortie de la prostitution',
  i: 'Victime de traite des êtres humains ou de proxénétisme',
  j: 'Enfant mineur à charge et logement suroccupé ou non décent',
  k: 'Dépourvu de logement',
  l: 'Menacé d’expulsion sans relogement',
  m: 'Sortant de l’aide sociale à l’enfance (âge et durée à vérifier)',
}

export const NATURE: Readonly<Record<string, string>> = {
  nouvelle: 'Nouvelle demande',
  mutation: 'Demande de mutation (déjà locataire du parc social)',
}

export const STATUT: Readonly<Record<string, string>> = {
  active: 'Active',
  radiee: 'Radiée',
  satisfaite: 'Satisfaite',
}

export const DECISION: Readonly<Record<string, string>> = {
  attribution: 'Attribution du logement',
  attribution_rang: 'Attribution de rang 2 ou suivant',
  sous_condition: 'Attribution sous condition suspensive',
  non_attribution: 'Non-attribution',
  irrecevable: 'Rejet pour irrecevabilité',
  refus_candidat: 'Refus du candidat',
}

export const RESERVATAIRE: Readonly<Record<string, string>> = {
  COLTER: 'Collectivités territoriales et EPCI',
  COLACT: 'Action Logement',
  PPRIOR: 'Préfet, publics prioritaires',
  PFONCT: 'Préfet, fonctionnaires et agents',
  AUTRES: 'Autres réservataires',
  AUCUN: 'Hors contingent (bailleur)',
}

export const RELOGEMENT: Readonly<Record<string, string>> = {
  aucun: 'Aucun',
  anru: 'NPNRU',
  orcod: 'ORCOD',
  insalubrite: 'Péril, insalubrité (L. 521-3-1 à L. 521-3-3)',
  vente: 'Vente de logements locatifs sociaux',
}

/** Names of the communes that the example uses, as the register writes them. */
export const COMMUNE: Readonly<Record<string, string>> = {
  '59350': 'Lille',
  '59512': 'Roubaix',
  '59599': 'Tourcoing',
  '59009': 'Villeneuve-d’Ascq',
  '59650': 'Wattrelos',
  '59378': 'Marcq-en-Baroeul',
  '59328': 'Lambersart',
  '59017': 'Armentières',
  '59410': 'MONS EN BAROEUL',
  '59368': 'La Madeleine',
  '59360': 'Loos',
  '59299': 'Hem',
  '59163': 'Croix',
  '59646': 'Wasquehal',
  '59507': 'Ronchin',
  '59220': 'Faches-Thumesnil',
  '59279': 'Halluin',
  '59286': 'Haubourdin',
  '59648': 'Wattignies',
  '59527': 'Saint-André-lez-Lille',
  '59560': 'Seclin',
  '59421': 'Mouvaux',
}

export function libelle(libelles: Readonly<Record<string, string>>, code: string): string {
  const texte = libelles[code]
  if (texte === undefined) throw new Error(`No label for ${code}.`)
  return texte
}
