import type { Territoires } from '../../territoires/index.ts'
import type { Territoire } from './jeu.ts'

/**
 * An EPCI as a dataset names it, with its départements and its region; undefined when no EPCI has this SIREN.
 *
 * @example territoireEpci(territoires, '200093201')?.nom //=> 'Métropole Européenne de Lille'
 */
export function territoireEpci(territoires: Territoires, siren: string): Territoire | undefined {
  const nom = territoires.nomEpci(siren)
  if (nom === undefined) return undefined
  const region = territoires.regionDe(siren)?.code
  const departements = territoires.departementsDe(siren)
  return { code: siren, type: 'epci', nom, departements, ...(region === undefined ? {} : { region }) }
}
