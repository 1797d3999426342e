// The observatory: its own door, since a page that only shows figures needs nothing of the rest. The datasets shipped stand
// apart in `donnees/livrees.ts`, for their weight.

// Datasets
export type {
  Diffusion,
  Indicateur,
  Initiative,
  Jeu,
  Observations,
  Secret,
  Sens,
  Source,
  Territoire,
  ThemeInitiative,
  TypeTerritoire,
} from './jeu/jeu.ts'
export { enColonnes } from './jeu/jeu.ts'
export { territoireEpci } from './jeu/territoire-epci.ts'
export { estFictif, PRODUCTEUR_FICTIF } from './jeu/fictif.ts'
export { comparerPeriodes, intervalleDe } from './jeu/periode.ts'
export { lireJeu, lireJeuVerifie, lireJsonJeu, lireTexteJeu, type EtapeLecture, type JeuLu } from './jeu/lire-jeu.ts'
export { ecrireJeu, empreinteDuJeu, sceller } from './jeu/ecrire-jeu.ts'

// Figures
export { ConstructeurTable } from './table/constructeur.ts'
export { creerTable } from './table/creer-table.ts'
export { observationsDe } from './table/observations.ts'
export type { CleGroupe, Groupe, Lieu, Provenance, Table } from './table/table.ts'
export { chiffreDe, chiffresDe, groupesDe, type Chiffre } from './table/chiffre.ts'
export { classer, mediane, type Classe, type Classement } from './table/classement.ts'
export { contient, ensembleDe, ensemblesDe, type Ensemble } from './table/ensemble.ts'

// Comparing
export { bornesDe, intervalleDuRang, intervallesDeRang, type Bornes, type IntervalleRang } from './comparer/rangs.ts'
export { cibleDe, ecartDe, type Cible, type Ecart } from './comparer/cible.ts'
export { decouper, type Classes } from './comparer/classes.ts'
export { depuisQuand, type Depuis } from './comparer/depuis.ts'
export { positionDe, positionsDe } from './comparer/position.ts'
export { pairsPossibles, touche, type Pairs } from './comparer/pairs.ts'

// Making a dataset
export { CATALOGUE } from './indicateurs/index.ts'
export { pageIndicateurs } from './indicateurs/page.ts'
export { INDICATEURS_CALCULES } from './indicateurs/calcules.ts'
export { INDICATEURS_DEMANDE } from './indicateurs/demande.ts'
export type { IndicateurCalcule, IndicateurCatalogue } from './indicateurs/modele.ts'
export { observer, type Comptees, type Observatoire, type Retenu } from './calcul/observer.ts'
export type { OptionsObservation } from './calcul/options.ts'
export { MODELE_PARC_OBSERVE } from './parc/champs.ts'
export { creerLecteurParcObserve, type Parc } from './parc/lire-parc.ts'
export {
  apercuPublication,
  type ApercuPublication,
  type CompteRaison,
  type IndicateurApercu,
  type LigneApercu,
} from './publication/apercu.ts'
export { PROFIL_SECRET, SEUIL_MENAGES } from './calcul/seuil.ts'
export { phraseSecret } from './protection/messages.ts'
export { lireProfil } from './protection/lire-profil.ts'
export {
  CONTRIBUTEURS_3_85,
  MENAGES_11,
  MENAGES_11_ARRONDI,
  PROFILS,
  profilDe,
  type Profil,
} from './protection/profils.ts'

// Larger territories
export { agreger, type Agregation, type NonAgrege } from './agregation/agreger.ts'
export {
  compterTerritoires,
  type Colonnes,
  type Niveau,
  type TablesTerritoires,
} from './agregation/compter-territoires.ts'
export { creerHierarchie, departementDe, type Hierarchie, type Rattachement } from './agregation/hierarchie.ts'
export { medianeDesTranches, type EffectifTranche } from './agregation/mediane-des-tranches.ts'

// Vigilance of priority districts
export { calculerVigilance, type Contribution, type IndiceQuartier, type Vigilance } from './vigilance/indice.ts'
export { evolutionVigilance, type EvolutionQuartier, type EvolutionVigilance } from './vigilance/evolution.ts'
export {
  VIGILANCE,
  type Composante,
  type MesureQuartier,
  type ModeleVigilance,
  type Quartier,
} from './vigilance/modele.ts'
export { DIMENSION_QUARTIER, quartiersDeTable } from './vigilance/quartiers.ts'

// Federation by files
export { direConflit, REGLE_CONFLITS, type Conflit } from './fusion/conflit.ts'
export { mettreCoteACote, type CoteACote } from './fusion/cote-a-cote.ts'
export { fusionner, type FichierJeu, type Fusion, type PublicationLue } from './fusion/fusionner.ts'
export { estIndex, indexDe, lireIndex, type EntreeIndex, type IndexJeux } from './fusion/index-jeux.ts'
export { partitionner, type Partition } from './fusion/partitionner.ts'
