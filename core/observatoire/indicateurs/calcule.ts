import type { Mesurage } from '../calcul/mesurage.ts'
import type { Echelle, IndicateurCalcule, IndicateurCatalogue } from './modele.ts'
import { typographierIndicateur } from './typographie.ts'

const SOURCE_DEMANDES = 'Demandes actives de l’export du système national d’enregistrement (SNE) lu par le territoire'

/** An indicator that we compute: from demandes unless told. */
export function calcule(
  indicateur: Omit<IndicateurCatalogue, 'theme' | 'source'> & Partial<Pick<IndicateurCatalogue, 'theme' | 'source'>>,
  mesurage: Mesurage,
  { local = [] }: { readonly local?: readonly Echelle[] } = {},
): IndicateurCalcule {
  return {
    indicateur: typographierIndicateur({ theme: 'demande', source: SOURCE_DEMANDES, ...indicateur }),
    mesurage,
    local,
  }
}
