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
export { estFictif, PRODUCTEUR_FICTIF } from './jeu/fictif.ts'
export { comparerPeriodes, intervalleDe } from './jeu/periode.ts'
export { lireJeu, lireTexteJeu, type JeuLu } from './jeu/lire-jeu.ts'
export { ecrireJeu, empreinteDuJeu, sceller } from './jeu/ecrire-jeu.ts'

// Figures
export { ConstructeurTable } from './table/constructeur.ts'
export { creerTable } from './table/creer-table.ts'
export type { CleGroupe, Groupe, Lieu, Provenance, Table } from './table/table.ts'
export { chiffreDe, chiffresDe, groupesDe, type Chiffre } from './table/chiffre.ts'
export { classer, mediane, type Classe, type Classement } from './table/classement.ts'
export { contient, ensembleDe, ensemblesDe, type Ensemble } from './table/ensemble.ts'

// Comparing
export { bornesDe, intervallesDeRang, type Bornes, type IntervalleRang } from './comparer/rangs.ts'
export { cibleDe, ecartDe, type Cible, type Ecart } from './comparer/cible.ts'
export { decouper, type Classes } from './comparer/classes.ts'
export { depuisQuand, type Depuis } from './comparer/depuis.ts'
export { positionDe } from './comparer/position.ts'
export { pairsPossibles, touche, type Pairs } from './comparer/pairs.ts'

// Making a dataset
export { CATALOGUE } from './indicateurs/index.ts'
export { pageIndicateurs } from './indicateurs/page.ts'
export { INDICATEURS_DEMANDE } from './indicateurs/demande.ts'
export type { IndicateurCalcule, IndicateurCatalogue } from './indicateurs/modele.ts'
export { observer, type Observatoire, type OptionsObservation, type Retenu } from './calcul/observer.ts'
export { PROFIL_SECRET, SEUIL_MENAGES } from './calcul/seuil.ts'
export { phraseSecret } from './protection/messages.ts'
export { MENAGES_11, PROFILS, profilDe, type Profil } from './protection/profils.ts'

// Federation by files
export { direConflit, REGLE_CONFLITS, type Conflit } from './fusion/conflit.ts'
export { fusionner, type FichierJeu, type Fusion, type PublicationLue } from './fusion/fusionner.ts'
export { estIndex, indexDe, lireIndex, type EntreeIndex, type IndexJeux } from './fusion/index-jeux.ts'
export { partitionner, type Partition } from './fusion/partitionner.ts'
