// The observatory: its own door, since a page that only shows figures needs nothing of the rest. The datasets shipped stand
// apart in `donnees/livrees.ts`, for their weight.

// Datasets
export type {
  Diffusion,
  Indicateur,
  Jeu,
  Observations,
  Secret,
  Sens,
  Source,
  Territoire,
  TypeTerritoire,
} from './jeu/jeu.ts'
export { enColonnes } from './jeu/jeu.ts'
export { territoireEpci } from './jeu/territoire-epci.ts'
export { comparerPeriodes, intervalleDe } from './jeu/periode.ts'
export { lireJeu, lireTexteJeu, type JeuLu } from './jeu/lire-jeu.ts'
export { ecrireJeu, empreinteDuJeu, sceller } from './jeu/ecrire-jeu.ts'

// Figures
export { creerTable } from './table/creer-table.ts'
export type { CleGroupe, Groupe, Lieu, Provenance, Table } from './table/table.ts'
export { chiffreDe, chiffresDe, groupesDe, type Chiffre } from './table/chiffre.ts'
export { classer, mediane, type Classe, type Classement } from './table/classement.ts'
export { contient, ensembleDe, ensemblesDe, type Ensemble } from './table/ensemble.ts'

// Making a dataset
export { CATALOGUE } from './indicateurs/index.ts'
export { pageIndicateurs } from './indicateurs/page.ts'
export { INDICATEURS_DEMANDE } from './indicateurs/demande.ts'
export type { IndicateurCalcule, IndicateurCatalogue } from './indicateurs/modele.ts'
export { observer, type Observatoire, type OptionsObservation, type Retenu } from './calcul/observer.ts'
export {
  apercuPublication,
  type ApercuPublication,
  type CompteRaison,
  type IndicateurApercu,
  type LigneApercu,
} from './publication/apercu.ts'
export { PROFIL_SECRET, SEUIL_MENAGES } from './calcul/seuil.ts'
export { phraseSecret } from './protection/messages.ts'
export { MENAGES_11, PROFILS, profilDe, type Profil } from './protection/profils.ts'

// Federation by files
export { direConflit, REGLE_CONFLITS, type Conflit } from './fusion/conflit.ts'
export { fusionner, type FichierJeu, type Fusion, type PublicationLue } from './fusion/fusionner.ts'
export { estIndex, indexDe, lireIndex, type EntreeIndex, type IndexJeux } from './fusion/index-jeux.ts'
