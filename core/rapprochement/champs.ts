import { champ } from '../lecture/modele.ts'

/** The fields of a dwelling offered: code, label, type, unit or list, synonyms of the header. One row a field. */
export const CHAMPS_LOGEMENT = [
  champ('reference', 'Référence du logement', 'texte', '', ['Référence', 'N° logement', 'Lot']),
  champ('bailleur', 'Bailleur', 'texte', '', ['Organisme', 'Bailleur']),
  champ('reservataire', 'Réservataire', 'liste', 'reservataire', ['Contingent']),
  champ('epci', 'EPCI (SIREN)', 'texte', 'siren', ['EPCI', 'SIREN EPCI']),
  champ('commune', 'Commune (INSEE)', 'texte', 'insee', ['Commune', 'Code commune', 'Code INSEE', 'Ville']),
  champ('qpv', 'Situé en QPV', 'booleen', '', ['QPV', 'En QPV']),
  champ('typologie', 'Type de logement', 'liste', 'typologie', ['Typologie', 'Type', 'Type logement']),
  champ('pieces', 'Pièces habitables', 'entier', 'pièces', ['Nb pièces']),
  champ('surface', 'Surface habitable', 'nombre', 'm²', ['Surface', 'Surface habitable']),
  champ('loyer', 'Loyer et charges', 'nombre', '€/mois', ['Loyer', 'Loyer + charges']),
  champ('financement', 'Financement', 'liste', 'financement', ['Financement']),
  champ('etage', 'Étage', 'entier', 'étage', ['Étage']),
  champ('ascenseur', 'Ascenseur', 'booleen', '', ['Ascenseur']),
  champ('accessible', 'Accessible (PMR)', 'booleen', '', ['PMR', 'Accessible']),
  champ('disponible_le', 'Disponible le', 'date', '', ['Date de disponibilité', 'Libre le']),
] as const
