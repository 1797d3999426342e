import { champ } from '../lecture/modele.ts'

/** The fields of an allocation (decision of the CALEOL, lease): code, label, type, unit or list, synonyms of the header. One row a field. */
export const CHAMPS_ATTRIBUTION = [
  champ('numero_unique', 'Numéro unique d’enregistrement', 'texte', 'numero', [
    'Numéro unique',
    'N° unique',
    'NUR',
    'Numéro de demande',
  ]),
  champ('date_decision', 'Date de la décision d’attribution (CALEOL)', 'date', '', [
    'Date de décision',
    'Date CAL',
    'Date CALEOL',
    'Date d’attribution',
  ]),
  champ('date_bail', 'Date de signature du bail', 'date', '', [
    'Date du bail',
    'Bail signé le',
    'Date signature',
    'Date d’entrée',
  ]),
  champ('decision', 'Décision de la CALEOL', 'liste', 'decision', ['Décision', 'Résultat CAL', 'Avis CAL']),
  champ('bailleur', 'Bailleur', 'texte', '', ['Organisme', 'Bailleur social']),
  champ('reservataire', 'Réservataire', 'liste', 'reservataire', ['Contingent', 'Type de réservataire']),
  champ('reservataire_nom', 'Nom du réservataire', 'texte', '', ['Nom réservataire', 'Réservataire (nom)']),
  champ('departement', 'Département', 'texte', 'departement', ['Département', 'Dép']),
  champ('epci', 'EPCI (SIREN)', 'texte', 'siren', ['EPCI', 'SIREN EPCI', 'Intercommunalité']),
  champ('commune', 'Commune (INSEE)', 'texte', 'insee', ['Commune', 'Code commune', 'INSEE']),
  champ('qpv', 'Logement situé en QPV', 'booleen', '', ['QPV', 'En QPV', 'Localisation QPV']),
  champ('ex_qpv', 'Secteur assimilé à un QPV au jour du bail', 'booleen', '', ['Ex-QPV', 'Ex-ZUS', 'QVA']),
  champ('code_qpv', 'Code du QPV', 'texte', '', ['Code QPV']),
  champ('ressources_mensuelles', 'Ressources mensuelles du ménage (hors APL/AL)', 'nombre', '€/mois', [
    'Ressources mensuelles',
    'Revenus mensuels',
  ]),
  champ('nb_personnes', 'Nombre de personnes logées', 'entier', 'personnes', ['Nb personnes', 'Taille du ménage'], {
    minimum: 1,
  }),
  champ('nb_moins_14', 'dont moins de 14 ans', 'entier', 'personnes', ['Nb moins de 14 ans', 'Enfants < 14 ans']),
  champ('quartile', 'Quartile de ressources', 'entier', '', ['Quartile'], { minimum: 1, maximum: 4 }),
  champ('relogement', 'Relogement', 'liste', 'relogement', ['Relogement', 'Type de relogement', 'ANRU']),
  champ('dalo', 'Reconnu prioritaire DALO', 'booleen', '', ['DALO', 'Reconnu DALO']),
  champ('publics_prioritaires', 'Publics prioritaires L. 441-1 (lettres)', 'liste multiple', 'l441_1', [
    'Public prioritaire',
    'Labellisation',
  ]),
  champ('nature', 'Nature de la demande', 'liste', 'nature', ['Nature', 'Type de demande', 'Mutation']),
  champ('travailleur_essentiel', 'Travailleur d’un secteur essentiel', 'booleen', '', [
    'Travailleur essentiel',
    'Travailleur clé',
  ]),
  champ('typologie', 'Type de logement', 'liste', 'typologie', ['Typologie', 'Type']),
  champ('financement', 'Financement', 'liste', 'financement', ['Financement', 'Type de financement']),
  champ('periode_construction', 'Période de construction', 'texte', '', [
    'Période de construction',
    'Année de construction',
  ]),
  champ('premiere_location', 'Première mise en location', 'booleen', '', ['Programme neuf', 'Première location']),
  champ('date_depot', 'Date de dépôt de la demande', 'date', '', ['Date de dépôt', 'Date de la demande']),
  champ('rang_cal', 'Rang en CALEOL', 'entier', 'rang', ['Rang', 'Rang CAL']),
  champ('refus_motif', 'Motif de refus', 'texte', '', ['Motif de refus', 'Motif refus']),
  champ('reference_logement', 'Référence du logement', 'texte', '', ['Référence logement', 'N° logement']),
] as const
