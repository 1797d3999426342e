import { racine } from '../racine.ts'
import { afficherVitrine } from './vitrine.ts'

afficherVitrine(racine())
