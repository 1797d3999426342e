import { afficherAtelier } from '../../addin/atelier/atelier.ts'
import { racine } from '../racine.ts'

afficherAtelier(racine())
