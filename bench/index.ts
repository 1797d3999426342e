import { direMesure, tenue } from './chrono.ts'
import { mesurerMoteur } from './moteur.ts'
import { feuilleDemandes, lirePopulation } from './population.ts'

const feuille = feuilleDemandes()
const debut = performance.now()
const demandes = lirePopulation(feuille)
const lecture = performance.now() - debut
const mesures = [
  { nom: 'lire 150 000 lignes déjà en mémoire', valeur: lecture, unite: 'ms' as const },
  ...mesurerMoteur(demandes, feuille),
]
process.stdout.write(`${mesures.map(direMesure).join('\n')}\n`)
process.exitCode = mesures.every(tenue) ? 0 : 1
