import { afficherAtelier } from '../../addin/atelier/atelier.ts'
import { garderHorsLigne } from '../hors-ligne/garder.ts'
import { racine } from '../racine.ts'

afficherAtelier(racine())
garderHorsLigne()
