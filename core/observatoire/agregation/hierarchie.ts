import type { Territoires } from '../../territoires/territoires.ts'

/** Where a commune lies in the two hierarchies: commune, EPCI, France; commune, département, région, France. */
export interface Rattachement {
  /** SIREN; null for a commune of no EPCI. */
  readonly epci: string | null
  readonly departement: string
  /** Null when it is not known. */
  readonly region: string | null
}

export interface Hierarchie {
  /** Undefined when the commune is not known. */
  rattachement(commune: string): Rattachement | undefined
  /** The région of a département; undefined when it is not known. */
  regionDe(departement: string): string | undefined
}

/** The département of a commune, from its INSEE code. @example departementDe('97411') //=> '974' */
export function departementDe(commune: string): string {
  return commune.slice(0, /^9[78]/.test(commune) ? 3 : 2)
}

/**
 * The two hierarchies of the official list. A département is in the région of the EPCI that lie in it alone.
 *
 * @param territoires with its communes
 * @example creerHierarchie(territoires).rattachement('59350') //=> { epci: '200093201', departement: '59', region: '32' }
 */
export function creerHierarchie(territoires: Territoires): Hierarchie {
  const regions = new Map<string, string>()
  const communes = new Map<string, { readonly epci: string; readonly taille: number }>()
  for (const { siren } of territoires.epci()) {
    const [departement, ...autres] = territoires.departementsDe(siren)
    const region = territoires.regionDe(siren)?.code
    if (departement !== undefined && autres.length === 0 && region !== undefined) regions.set(departement, region)
    const siennes = territoires.communesDe(siren)
    // A métropole made of the communes of others is not the EPCI of each of them: the smaller one is.
    for (const { code } of siennes)
      if ((communes.get(code)?.taille ?? Infinity) > siennes.length)
        communes.set(code, { epci: siren, taille: siennes.length })
  }
  const regionDe = (departement: string): string | undefined => regions.get(departement)
  return {
    regionDe,
    rattachement: (commune) => {
      const epci = communes.get(commune)?.epci
      const departement = departementDe(commune)
      if (epci === undefined && !regions.has(departement)) return undefined
      return { epci: epci ?? null, departement, region: regionDe(departement) ?? null }
    },
  }
}
