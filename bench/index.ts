import { mesurerBoutEnBout } from './bout-en-bout.ts'
import { direMesure, tenue } from './chrono.ts'
import { mesurerBoucle, mesurerMoteur } from './moteur.ts'
import { mesurerScenarios } from './scenarios.ts'
import { feuilleDemandes, lirePopulation } from './population.ts'

// The rows as cells are let go before the engine is measured: its users do not hold them either.
const debut = performance.now()
const demandes = lirePopulation(feuilleDemandes())
const lecture = performance.now() - debut
const moteur = mesurerMoteur(demandes)
const feuille = feuilleDemandes()
const mesures = [
  { nom: 'tirer et lire 150 000 lignes', valeur: lecture, unite: 'ms' as const },
  ...moteur,
  ...mesurerScenarios(demandes),
  ...mesurerBoucle(feuille, moteur),
  ...mesurerBoutEnBout(feuille),
]
process.stdout.write(`${mesures.map(direMesure).join('\n')}\n`)
process.exitCode = mesures.every(tenue) ? 0 : 1
