export { situerQuartile, lignesAuSeuil, type Menage, type SituationQuartile } from './assistant-quartile.ts'
export {
  creerLecteurAttributions,
  type AnomalieAttribution,
  type Attributions,
  type LecteurAttributions,
  type OptionsAttributions,
} from './attributions.ts'
export { AXES, type CodeAxe } from './axes.ts'
export { CHAMPS_ATTRIBUTION } from './champs.ts'
export { lireCibles, type CibleAppliquee, type CiblesLocales } from './cibles.ts'
export { completer, type ChampACompleter, type Completer } from './completer.ts'
export { preparerCompte, type Compte, type OptionsCompte } from './compte.ts'
export { compterObjectifs, objectifsDuCompte, type Objectifs } from './compter-objectifs.ts'
export { feuilleACompleter, feuilleObjectifs, feuilleRepartition, feuilleVentilation } from './feuilles.ts'
export { indicateurDe, INDICATEURS, type CodeIndicateur, type Indicateur } from './indicateurs.ts'
export type { LigneObjectif } from './lignes-legales.ts'
export { lignesDerriere, type FiltreAxe, type LigneDerriere } from './lignes-derriere.ts'
export type { CibleLocale } from './locales/cible-locale.ts'
export { avertissementsLocaux, lireCiblesLocales, type CiblesLocalesLues } from './locales/lire-cibles-locales.ts'
export { direCibleLocale } from './locales/dire-cible.ts'
export { CIBLES_LOCALES_PRETES } from './locales/pretes.ts'
export { indicateurLocal, suivreCible, type SuiviCible } from './locales/suivre-cible.ts'
export { manqueConstate, manqueEnAjoutant, mesurer, type Effectifs, type Mesure } from './mesure.ts'
export { MODELE_ATTRIBUTION } from './modele.ts'
export { direPerimetre } from './perimetres.ts'
export { AIDE_EFFECTIF, AIDE_MANQUE, AIDE_MANQUE_AJOUTE, AIDE_WILSON, regleRepartition } from './phrases.ts'
export { projeter, type OptionsProjection, type Projection } from './projeter.ts'
export { REGISTRE_ATTRIBUTION } from './registre.ts'
export { partiesDe } from './parties.ts'
export { repartirEffort, type Partie, type Repartition } from './repartir.ts'
export { tension, type Tension } from './tension.ts'
export { EFFECTIF_FAIBLE, ventiler, type CaseVentilee, type Ventilation } from './ventiler.ts'
export { wilson } from './wilson.ts'
