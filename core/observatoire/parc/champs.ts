import { champ, type Modele } from '../../lecture/modele.ts'

/**
 * The fields of the social housing stock: counts of dwellings, one row a landlord, a commune, a district or an EPCI, as far
 * as the file goes. The codes that the public register of the stock (RPLS, aggregated tables) puts in its headers are
 * synonyms.
 */
export const CHAMPS_PARC_OBSERVE = [
  champ(
    'parc',
    'Logements locatifs sociaux au 1er janvier',
    'entier',
    'logements',
    ['Parc', 'Patrimoine', 'Nombre de logements', 'Logements', 'Patrimoine locatif social', 'nb_ls'],
    { obligatoire: true },
  ),
  champ('bailleur', 'Bailleur', 'texte', '', ['Organisme', 'Bailleur social']),
  champ('departement', 'Département', 'texte', 'departement', ['Département', 'Dép']),
  champ('epci', 'EPCI (SIREN)', 'texte', 'siren', ['EPCI', 'SIREN EPCI', 'Intercommunalité', 'EPCI_DEP']),
  champ('commune', 'Commune (INSEE)', 'texte', 'insee', ['Commune', 'Code commune', 'INSEE', 'DEPCOM', 'DEPCOM_ARM']),
  champ('code_qpv', 'Code du QPV', 'texte', '', ['Code QPV']),
  champ('annee', 'Année', 'entier', '', ['Année', 'Exercice', 'Année du flux'], { minimum: 2000, maximum: 2100 }),
  champ('parc_qpv', 'dont logements en QPV', 'entier', 'logements', [
    'Logements en QPV',
    'Parc en QPV',
    'nb_ls_en_qpv',
  ]),
  champ('parc_plai', 'dont logements PLAI', 'entier', 'logements', ['Logements PLAI', 'Parc PLAI', 'nb_ls_plai']),
  champ('loues', 'Logements loués', 'entier', 'logements', ['Loués', 'nb_loues']),
  champ('vacants', 'Logements vacants', 'entier', 'logements', ['Vacants', 'Logements proposés vacants', 'nb_vacants']),
  champ('rotation', 'Taux de rotation', 'nombre', 'ratio', ['Rotation', 'Taux de rotation annuel'], { maximum: 1 }),
  champ('liberations', 'Logements libérés dans l’année', 'entier', 'logements', [
    'Libérations',
    'Logements libérés',
    'Libérés',
    'Congés',
  ]),
  champ('parc_1p', 'Logements de 1 pièce', 'entier', 'logements', ['1 pièce', 'T1', 'nb_ls_1piece']),
  champ('parc_2p', 'Logements de 2 pièces', 'entier', 'logements', ['2 pièces', 'T2', 'nb_ls_2piece']),
  champ('parc_3p', 'Logements de 3 pièces', 'entier', 'logements', ['3 pièces', 'T3', 'nb_ls_3piece']),
  champ('parc_4p', 'Logements de 4 pièces', 'entier', 'logements', ['4 pièces', 'T4', 'nb_ls_4piece']),
  champ('parc_5p', 'Logements de 5 pièces et plus', 'entier', 'logements', [
    '5 pièces et plus',
    'T5 et plus',
    'nb_ls_5piece_plus',
  ]),
] as const

/** The table of the stock. */
export const MODELE_PARC_OBSERVE: Modele = { nom: 'parc', champs: CHAMPS_PARC_OBSERVE, defauts: [], derives: [] }
