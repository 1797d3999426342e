import { jourFrancais, type Jour } from '../socle/jour.ts'
import type { Cellule } from '../socle/table.ts'
import type { AttributionExemple } from './attribution.ts'
import { EPCI_EXEMPLE, type FormatExemple } from './colonnes.ts'
import type { Hasard } from './hasard.ts'
import { COMMUNE, DECISION, NATURE, PUBLIC, RELOGEMENT, RESERVATAIRE, libelle } from './libelles.ts'
import { LACUNES } from './parts-attributions.ts'

/** What a cell is written from. */
export interface ContexteAttribution {
  readonly attribution: AttributionExemple
  /** Quartile of the household on the day of the decision, 1 to 4. */
  readonly quartile: number
  /** False for years of which the product does not hold the thresholds: the quartile is then always written. */
  readonly seuilsConnus: boolean
  readonly hasard: Hasard
}

/** One column of the table of allocations. */
export interface ColonneAttribution {
  readonly entete: string
  readonly format: FormatExemple
  /** Share of the cells left empty although someone knows the answer. */
  readonly vide: number
  readonly cellule: (contexte: ContexteAttribution) => Cellule
}

function colonne(
  entete: string,
  format: FormatExemple,
  vide: number,
  lire: (attribution: AttributionExemple, contexte: ContexteAttribution) => Cellule,
): ColonneAttribution {
  return { entete, format, vide, cellule: (contexte) => lire(contexte.attribution, contexte) }
}

const ouiNon = (valeur: boolean): string => (valeur ? 'Oui' : 'Non')

function date(jour: Jour | null, hasard: Hasard): Cellule {
  if (jour === null) return null
  return hasard.chance(0.02) ? jourFrancais(jour) : { jour }
}

function publics({ dossier }: AttributionExemple): string {
  return dossier.publics.length === 0 ? 'Aucun' : dossier.publics.map((lettre) => libelle(PUBLIC, lettre)).join(' ; ')
}

/** The columns of the table of allocations, as a follow-up sheet of an EPCI might have them; « Agence » has no field. */
export const COLONNES_ATTRIBUTIONS: readonly ColonneAttribution[] = [
  colonne('N° unique', 'texte', 0, ({ dossier }) => dossier.numero),
  colonne('Date CAL', 'date', 0, ({ decisionLe }, { hasard }) => date(decisionLe, hasard)),
  colonne('Rang CAL', 'nombre', 0.01, ({ rang }) => rang),
  colonne('Résultat CAL', 'texte', 0, ({ decision }) => libelle(DECISION, decision)),
  colonne('Bail signé le', 'date', 0, ({ bailLe }, { hasard }) => date(bailLe, hasard)),
  colonne('Organisme', 'texte', 0, ({ logement }) => logement.bailleur.nom),
  colonne('Agence', 'texte', 0.1, (_, { hasard }) => `Agence ${String(hasard.entier(1, 9))}`),
  colonne('Contingent', 'texte', LACUNES.reservataire, ({ logement }) => libelle(RESERVATAIRE, logement.reservataire)),
  colonne('Nom réservataire', 'texte', 0, ({ logement }) => logement.reservataireNom),
  colonne('Dép', 'texte', 0, () => '59'),
  colonne('EPCI', 'texte', 0, () => EPCI_EXEMPLE.nom),
  colonne('Commune', 'texte', 0.005, ({ logement }) => libelle(COMMUNE, logement.commune)),
  colonne('QPV', 'texte', LACUNES.qpv, ({ logement }) => ouiNon(logement.qpv)),
  colonne('Ressources mensuelles', 'nombre', LACUNES.ressources, ({ dossier }) => dossier.ressources),
  colonne('Nb personnes', 'nombre', 0.005, ({ dossier }) => dossier.personnes),
  colonne('Nb moins de 14 ans', 'nombre', 0.005, ({ dossier }) => dossier.moins14),
  colonne('Quartile', 'nombre', 0.02, (_, { quartile, seuilsConnus, hasard }) =>
    hasard.chance(seuilsConnus ? LACUNES.quartile : 0) ? null : quartile,
  ),
  colonne('Type de relogement', 'texte', LACUNES.relogement, ({ relogement }) => libelle(RELOGEMENT, relogement)),
  colonne('Reconnu DALO', 'texte', LACUNES.publics / 2, ({ dossier }) => ouiNon(dossier.dalo)),
  colonne('Labellisation', 'texte', LACUNES.publics, publics),
  colonne('Type de demande', 'texte', 0.01, ({ dossier }) => libelle(NATURE, dossier.nature)),
  colonne('Travailleur clé', 'texte', 0.04, ({ dossier }) => ouiNon(dossier.essentiel)),
  colonne('Typologie', 'texte', 0.005, ({ logement }) => (logement.typologie === 'T6P' ? 'T6' : logement.typologie)),
  colonne('Type de financement', 'texte', 0.01, ({ logement }) => logement.financement),
  colonne('Période de construction', 'texte', 0.03, ({ logement }) => logement.periode),
  colonne('Programme neuf', 'texte', 0.01, ({ logement }) => ouiNon(logement.neuf)),
  colonne('Date de dépôt', 'date', 0.01, ({ dossier }, { hasard }) => date(dossier.depot, hasard)),
  colonne('Motif refus', 'texte', 0, ({ refus }) => refus),
  colonne('N° logement', 'texte', 0, ({ logement }) => logement.reference),
]
