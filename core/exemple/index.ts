export { COLONNES_ATTRIBUTIONS } from './colonnes-attributions.ts'
export { COLONNES_PARC } from './parc.ts'
export { COLONNES, EPCI_EXEMPLE, type ColonneExemple, type FormatExemple } from './colonnes.ts'
export { genererDemandes, type ClasseurExemple, type DemandeExemple, type FeuilleExemple } from './generer.ts'
