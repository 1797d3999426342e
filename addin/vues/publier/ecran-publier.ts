import type { Ecran } from '../activites/ecran.ts'
import type { Volet } from '../volet.ts'
import { Publier } from './publier.ts'
import { vuePublier } from './vue-publier.ts'

/** « Publier »: what will be published, what is withheld and why, the file. */
export function ecranPublier(volet: Volet): Ecran {
  const publier = new Publier(volet)
  return { dessiner: () => vuePublier(publier), ouvrir: () => publier.ouvrir() }
}
