import type { FeuilleBrute } from '../../core/index.ts'
import { feuillesDeResultat } from '../../core/tableur/index.ts'
import type { FichierOuvert } from './lire.ts'

/** The sheets of a file that may hold data: not the results of an earlier run, unless there is nothing else. */
export function feuillesSource({ octets, classeur }: FichierOuvert): readonly FeuilleBrute[] {
  const resultats = classeur.format === 'xlsx' ? feuillesDeResultat(octets) : []
  const sources = classeur.feuilles.filter(({ nom }) => !resultats.includes(nom))
  return sources.length === 0 ? classeur.feuilles : sources
}
