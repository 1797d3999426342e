import { champ } from '../lecture/modele.ts'

const RATIO = { maximum: 1 } as const

/**
 * The fields of the stock of a landlord and of its reservation agreements. One row is a landlord in a département for a
 * year; further rows of the same landlord, département and year may give one agreement each (`reservataire`, `taux`).
 */
export const CHAMPS_PARC = [
  champ('bailleur', 'Bailleur', 'texte', '', ['Organisme', 'Bailleur social'], { obligatoire: true }),
  champ('departement', 'Département', 'texte', 'departement', ['Département', 'Dép']),
  champ('annee', 'Année', 'entier', '', ['Année', 'Exercice', 'Année du flux'], { minimum: 2000, maximum: 2100 }),
  champ('parc', 'Logements locatifs sociaux au 1er janvier', 'entier', 'logements', [
    'Parc',
    'Patrimoine',
    'Nombre de logements',
    'Logements',
    'Patrimoine locatif social',
  ]),
  champ('rotation', 'Taux de rotation', 'nombre', 'ratio', ['Rotation', 'Taux de rotation annuel'], RATIO),
  champ('liberations', 'Logements libérés dans l’année', 'entier', 'logements', [
    'Libérations',
    'Logements libérés',
    'Libérés',
    'Congés',
  ]),
  champ('mutations', 'Logements nécessaires aux mutations internes', 'entier', 'logements', [
    'Mutations',
    'Exclus mutations',
    'Mutations internes',
  ]),
  champ('relogements', 'Logements nécessaires aux relogements', 'entier', 'logements', [
    'Relogements',
    'Exclus relogements',
    'Relogements NPNRU, ORCOD, insalubrité, vente',
  ]),
  champ('identifies', 'Logements réservés identifiés (défense, sécurité, santé)', 'entier', 'logements', [
    'Identifiés',
    'Réservations identifiées',
    'Défense, sécurité, santé',
  ]),
  champ('premieres_locations', 'Premières mises en location', 'entier', 'logements', [
    'Premières locations',
    'Mises en service',
    'Livraisons',
    'Programmes neufs',
  ]),
  champ('premieres_locations_comptees', 'La convention compte les premières mises en location', 'booleen', '', [
    'Premières locations comptées',
    'Mises en service comptées',
    'Neuf compté',
  ]),
  champ('reservataire', 'Réservataire', 'liste', 'reservataire', ['Contingent', 'Type de réservataire']),
  champ('reservataire_nom', 'Nom du réservataire', 'texte', '', ['Nom réservataire', 'Réservataire (nom)']),
  champ('taux', 'Part du flux réservée', 'nombre', 'ratio', ['Taux', 'Taux de réservation', 'Part du flux'], RATIO),
  champ(
    'taux_colter',
    'Part du flux : collectivités',
    'nombre',
    'ratio',
    ['Taux COLTER', 'Taux collectivités', 'Part collectivités', 'Collectivités'],
    RATIO,
  ),
  champ(
    'taux_colact',
    'Part du flux : Action Logement',
    'nombre',
    'ratio',
    ['Taux COLACT', 'Taux Action Logement', 'Part Action Logement', 'Action Logement'],
    RATIO,
  ),
  champ(
    'taux_pprior',
    'Part du flux : État, prioritaires',
    'nombre',
    'ratio',
    ['Taux PPRIOR', 'Taux État prioritaires', 'Part État', 'État', 'Taux État', 'Contingent préfectoral'],
    RATIO,
  ),
  champ(
    'taux_pfonct',
    'Part du flux : État, agents',
    'nombre',
    'ratio',
    ['Taux PFONCT', 'Taux État agents', 'Part agents de l’État', 'Agents de l’État', 'Fonctionnaires'],
    RATIO,
  ),
  champ(
    'taux_autres',
    'Part du flux : autres réservataires',
    'nombre',
    'ratio',
    ['Taux AUTRES', 'Taux autres réservataires', 'Autres réservataires'],
    RATIO,
  ),
] as const

/** The holder of each column of rates. */
export const COLONNES_TAUX = [
  ['taux_colter', 'COLTER'],
  ['taux_colact', 'COLACT'],
  ['taux_pprior', 'PPRIOR'],
  ['taux_pfonct', 'PFONCT'],
  ['taux_autres', 'AUTRES'],
] as const
