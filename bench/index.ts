import { mesurerBoutEnBout } from './bout-en-bout.ts'
import { direMesure, tenue } from './chrono.ts'
import { mesurerBoucle, mesurerMoteur } from './moteur.ts'
import { mesurerObjectifs } from './objectifs.ts'
import { mesurerJeuxPublies } from './jeux-publies.ts'
import { mesurerObservatoire } from './observatoire.ts'
import { feuilleDemandes, lirePopulation } from './population.ts'
import { mesurerRobustesse, mesurerScenarios } from './scenarios.ts'

const METROPOLE = 150_000
const AGGLOMERATION = 20_000

const demandes = lirePopulation(METROPOLE)
const moteur = mesurerMoteur(demandes)
const essais = mesurerScenarios(demandes)
const robustesse = mesurerRobustesse(lirePopulation(AGGLOMERATION))
const feuille = feuilleDemandes(METROPOLE)
const mesures = [
  ...moteur,
  ...mesurerBoucle(feuille, moteur),
  ...essais,
  ...robustesse,
  ...mesurerObjectifs(),
  ...mesurerObservatoire(),
  ...mesurerBoutEnBout(feuille),
  ...mesurerJeuxPublies(),
]
process.stdout.write(`${mesures.map(direMesure).join('\n')}\n`)
process.exitCode = mesures.every(tenue) ? 0 : 1
