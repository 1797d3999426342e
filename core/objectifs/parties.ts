import { cleNom } from './noms.ts'
import type { Partie } from './repartir.ts'
import type { Ventilation } from './ventiler.ts'

/**
 * Those among whom an effort is shared, from a breakdown by one axis and the dwellings that each expects to let: present
 * gaps come from the first, vacancies from the second; whoever is in one only counts 0 in the other.
 *
 * @param vacances dwellings expected, by name
 * @example
 * partiesDe(ventiler(compte, indicateur, ['bailleur']), new Map([['Habitat nouveau', 12]])).at(-1)
 * //=> { nom: 'Habitat nouveau', manque: 0, vacances: 12 }
 */
export function partiesDe({ cases }: Ventilation, vacances: ReadonlyMap<string, number>): readonly Partie[] {
  const parNom = new Map([...vacances].map(([nom, nombre]) => [cleNom(nom), { nom, nombre }]))
  const presentes = cases.flatMap(({ modalites: [nom], manque }) => {
    if (nom === undefined || nom === null) return []
    const attendues = parNom.get(cleNom(nom))?.nombre ?? 0
    parNom.delete(cleNom(nom))
    return [{ nom, manque: manque ?? 0, vacances: attendues }]
  })
  return [...presentes, ...[...parNom.values()].map(({ nom, nombre }) => ({ nom, manque: 0, vacances: nombre }))]
}
