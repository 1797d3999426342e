import { afficherObservatoire } from '../../dashboard/observatoire.ts'
import { racine } from '../racine.ts'

afficherObservatoire(racine())
