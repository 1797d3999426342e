import type { Calcul } from '../calcul/mesurer.ts'
import type { IndicateurCalcule, IndicateurCatalogue } from './modele.ts'
import { typographierIndicateur } from './typographie.ts'

const SOURCE_DEMANDES = 'Demandes actives de l’export du système national d’enregistrement (SNE) lu par le territoire'

/** An indicator computed from demandes. */
export function calcule(
  indicateur: Omit<IndicateurCatalogue, 'theme' | 'source'> & { readonly theme?: string },
  calculer: Calcul,
): IndicateurCalcule {
  return { indicateur: typographierIndicateur({ theme: 'demande', source: SOURCE_DEMANDES, ...indicateur }), calculer }
}
