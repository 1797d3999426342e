import { afficherObservatoire } from '../../dashboard/observatoire.ts'
import { garderHorsLigne } from '../hors-ligne/garder.ts'
import { racine } from '../racine.ts'

afficherObservatoire(racine())
garderHorsLigne()
