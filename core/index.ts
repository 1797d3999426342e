// The public door of the core, in the order of the pipeline. Three more doors stand apart for their weight:
// `tableur/index.ts` (bytes of workbooks), `document/index.ts` (Word, print), `territoires/donnees-communes.ts`.

// Days, numbers, faults, plain tables
export { formatCompte, formatEuros, formatJour, formatNombre, formatPoints, formatTaux, MOIS } from './socle/format.ts'
export { isoJour, jourFrancais, jourIso, type Jour } from './socle/jour.ts'
export type { Anomalie, CodeAnomalie, Gravite } from './socle/anomalie.ts'
export { TITRES_ANOMALIES } from './socle/messages.ts'
export { Refus } from './socle/refus.ts'
export { menerEtapes, type Etapes } from './socle/etapes.ts'
export { francais } from './socle/typographie.ts'
export { entetesFiges } from './socle/entetes-figes.ts'
export {
  ancreDe,
  COULEUR_REPERE,
  COULEURS_SERIES,
  FORMATS_AXE,
  lignesDessinees,
  PREFIXE_GRAPHIQUE,
  TAILLE_GRAPHIQUE,
} from './socle/graphique.ts'
export { MARQUE_FEUILLE, VALEUR_MARQUE } from './socle/marque-feuille.ts'
export { lettresColonne, rangColonne } from './socle/lettres-colonne.ts'
export { cleTexte, comparerCodes } from './socle/texte.ts'
export type {
  Cellule,
  ColonneEcrite,
  FeuilleBrute,
  FeuilleEcrite,
  FormatColonne,
  GenreGraphique,
  GraphiqueEcrit,
  LigneBrute,
  ValeurEcrite,
  ValeursProposees,
} from './socle/table.ts'

// The law's figures, places
export { lireSeuils, SEUILS_QUARTILES, seuilsDe, type TableSeuils } from './baremes/index.ts'
export { creerTerritoires, DONNEES_EPCI, type Territoires } from './territoires/index.ts'

// Reading
export { texteCellule } from './lecture/cellules/lecteur.ts'
export { CONNU, VIDE, type Colonne } from './lecture/colonne.ts'
export { accepteVideNon } from './lecture/remplissage.ts'
export { exigerColonnes } from './lecture/lire.ts'
export { feuilleListes, gabarit } from './lecture/gabarit.ts'
export type { CellulesRemplies } from './lecture/lire.ts'
export type { Appariement, ChoixColonnes } from './lecture/reconnaitre.ts'
export type { Proposition } from './lecture/proposer.ts'
export { MODELE_DEMANDE } from './demande/modele.ts'
export { creerLecteurDemandes, type Demandes } from './demande/demandes.ts'
export { lireDemandes, reconnaitreDemandes } from './travaux/ouvrir-demandes.ts'
export { lireTable, reconnaitreTable, type ChoixTable, type TableReconnue } from './travaux/ouvrir-table.ts'
export { creerDonnees } from './demande/donnees.ts'
export { calculerChamp, type ChampCalcule } from './demande/calculer-champ.ts'
export { quartileDe } from './demande/derives/quartile.ts'
export { champ, type Champ } from './lecture/modele.ts'
export { lireValeur } from './lecture/lire-valeur.ts'
export type { Lieux } from './lecture/cellules/lieu.ts'
export { anomaliesQuartile } from './demande/anomalies-quartile.ts'
export type { BorneQuartile } from './demande/derives/derive.ts'

// Scoring
export { lireGrille, lireJsonGrille, type GrilleLue } from './cotation/grille/lire-grille.ts'
export { grilleEnTables } from './cotation/table/grille-en-tables.ts'
export { lireGrilleTables } from './cotation/table/lire-grille-tables.ts'
export { direFaute } from './cotation/table/lire-grille-tables.ts'
export { verifierTables } from './cotation/table/verifier-tables.ts'
export { TESTS } from './cotation/table/tests-mots.ts'
export { COLONNES_GRILLE, COLONNES_GRILLE_FACULTATIVES } from './cotation/table/criteres-ecrits.ts'
export { exigerRemplacable, remplacer } from './cotation/edition/remplacer.ts'
export type { FauteTable, NomTable } from './cotation/table/faute-table.ts'
export { ecrireDepartage } from './cotation/table/departages.ts'
export type { Grille } from './cotation/grille/grille.ts'
export type { FeuilleLignes } from './cotation/table/trouver-tables.ts'
export {
  aEnregistrer,
  annuler,
  estVerrouille,
  executer,
  ouvrirEdition,
  ouvrirSurSocle,
  retablir,
  type Edition,
  type ResultatEdition,
} from './cotation/edition/edition.ts'
export type { Chemin, GenreRegle, Operation } from './cotation/edition/operation.ts'
export { CHAMPS_PROPOSES, genresPour } from './cotation/edition/modeles.ts'
export {
  formulaireCritere,
  reglesProposees,
  testsPour,
  type Choix,
  type FeuilleFormulaire,
  type FormulaireCritere,
  type NoeudFormulaire,
  type Saisie,
} from './cotation/edition/formulaire.ts'
export { differences } from './cotation/edition/differences.ts'
export { differencesParCouche } from './cotation/edition/differences-par-couche.ts'
export { remettreCritere } from './cotation/edition/remettre.ts'
export { champNommable, CHAMPS_NOMMABLES } from './cotation/grille/champs-nommables.ts'
export { coter, type Cotation, type Cotations } from './cotation/coter.ts'
export { direCritere } from './cotation/dire/dire-regle.ts'
export { direChamp } from './cotation/dire/dire-valeur.ts'
export { expliquer, expliquerAjustements } from './cotation/expliquer.ts'
export type { EtatLigne } from './cotation/lignes.ts'
export { manqueDe } from './cotation/lignes.ts'
export { enPoints } from './cotation/centiemes.ts'

// Results
export { creerReleves, type Releves } from './cotation/releve/releve.ts'
export { cotationsEcrites, enteteCotations } from './cotation/resultat.ts'
export { colonneChamp } from './cotation/feuilles/valeur-ecrite.ts'
export { feuilleAnomalies } from './cotation/feuilles/feuille-anomalies.ts'
export { CHAMPS_PAR_DEFAUT } from './cotation/feuilles/feuille-cotation.ts'
export { feuillesResultat } from './travaux/feuilles-resultat.ts'

// Trying grids: comparison, live trial, robustness, equity, evaluation
export { lireLots } from './travaux/lire-lots.ts'
export { lotsDe } from './scenarios/lots/logements.ts'
export { nomsDesPaires } from './scenarios/lots/noms-paires.ts'
export { recherchesDe } from './scenarios/lots/souhaits.ts'
export { pairesRecherchees } from './scenarios/lots/paires-recherchees.ts'
export { pairesLots, type Lots, type PairesLots } from './scenarios/mesures/recherches.ts'
export { comparer, type Comparaisons, type LogementsLus } from './scenarios/comparer/comparer.ts'
export { comparaisonEcrite, type ComparaisonEcrite } from './scenarios/comparer/resultat.ts'
export { direComparaisons } from './scenarios/comparer/dire.ts'
export { casDe, type Cas } from './scenarios/comparer/cas.ts'
export { annexePpgdid } from './cotation/annexe/annexe-ppgdid.ts'
export { avecListesRecherchees } from './scenarios/comparer/listes-recherchees.ts'
export { dossierConference, type OptionsDossier } from './scenarios/dossier/dossier-conference.ts'
export { feuillesScenario, nomsDeFeuilles } from './scenarios/dossier/feuilles-scenario.ts'
export { comparerPaire, premierDixieme, type MesuresPaire } from './scenarios/comparer/paire.ts'
export { gainsDesGroupes, type GainsDimension } from './scenarios/comparer/gains.ts'
export {
  PHRASE_DISTRIBUTION,
  PHRASE_GAINS,
  phraseAccord,
  phraseBandes,
  phraseDeplacements,
  phraseListes,
  phraseTop,
  sensDesDeplacements,
  type GenreLots,
} from './scenarios/comparer/phrases.ts'
export { accord } from './scenarios/mesures/accord.ts'
export { bilanMouvements, transitions } from './scenarios/mesures/bandes.ts'
export { partTop } from './scenarios/mesures/part-top.ts'
export { topCommuns } from './scenarios/mesures/top-communs.ts'
export { ordreParmi, populationCommune, populationDe, totauxDe } from './scenarios/population/population.ts'
export { groupesParDimension, type GroupesDimension } from './scenarios/population/groupes.ts'
export { creerEvaluateur } from './cotation/condition.ts'
export { feuillesComparaison } from './scenarios/comparer/feuille-comparaison.ts'
export { creerEssai, type Essai } from './scenarios/essai/essai.ts'
export { creerTemoin, type EffetEssai, type Temoin } from './scenarios/essai/temoin.ts'
export {
  mesurerRobustesse,
  type BarreTornade,
  type DemandeAuBord,
  type DemandeFragile,
  type IntervalleVu,
  type RobustesseVue,
} from './scenarios/robustesse/panneau.ts'
export { preparerBanc, type Banc } from './scenarios/robustesse/banc.ts'
export { MOUVEMENTS, tornade, tornadeParEtapes, type LigneTornade } from './scenarios/robustesse/tornade.ts'
export { intervallesParEtapes, intervallesStables, type IntervalleStable } from './scenarios/robustesse/intervalles.ts'
export { acceptabilite, acceptabiliteParEtapes, type Acceptabilite } from './scenarios/robustesse/acceptabilite.ts'
export { demandesEnBordure, type DemandeEnBordure } from './scenarios/robustesse/bordure.ts'
export { composition, type Composition } from './scenarios/equite/composition.ts'
export { effetsDesCriteres, effetsParEtapes, type EffetCritere } from './scenarios/equite/effets.ts'
export { evaluerSuites, type Evaluation } from './scenarios/bilan/evaluer.ts'
export type { AttributionPassee } from './scenarios/bilan/rapprocher.ts'
