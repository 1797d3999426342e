export { DONNEES_EPCI } from './donnees-epci.ts'
export {
  creerTerritoires,
  type Commune,
  type DonneesCommunes,
  type DonneesEpci,
  type Region,
  type Territoires,
} from './territoires.ts'
