import { FONCTIONS, fonctionsLivrees } from './fonctions.ts'
import type { Fonction, ParametreFonction } from './catalogue.ts'

export type Langue = 'fr' | 'en'

function parametre(p: ParametreFonction, langue: Langue) {
  return {
    name: p.nom[langue],
    description: p.description[langue],
    type: p.type,
    dimensionality: p.matrice === true ? 'matrix' : 'scalar',
    ...(p.facultatif === true ? { optional: true } : {}),
  }
}

/**
 * The metadata of the shipped functions in one language. Ids and names are the same in both: only descriptions and the
 * names of parameters are translated. Errors in arguments reach the functions, which answer for them.
 */
export function metadonnees(langue: Langue, fonctions: readonly Fonction[] = FONCTIONS) {
  return {
    allowCustomDataForDataTypeAny: false,
    allowErrorForDataTypeAny: true,
    functions: fonctionsLivrees(fonctions).map((f) => ({
      id: f.id,
      name: f.id,
      description: f.description[langue],
      parameters: f.parametres.map((p) => parametre(p, langue)),
      result: { type: 'any', dimensionality: f.etendue === true ? 'matrix' : 'scalar' },
    })),
  }
}
