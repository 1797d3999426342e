import type { PairesLots } from '../mesures/recherches.ts'
import type { SourceSouhaits } from './souhaits.ts'
import { colonneSouhaits } from './souhaits.ts'

/** What the dwellings of a pair have in common; null for what stands in no wish: only those who seek everything seek it. */
export interface NomPaire {
  /** INSEE code. */
  readonly commune: string | null
  /** Code of the type. */
  readonly type: string | null
}

/** The code that stands at each row (or column). */
function codes(numeros: Int32Array): ReadonlyMap<number, number> {
  const parNumero = new Map<number, number>()
  numeros.forEach((numero, code) => {
    if (numero >= 0) parNumero.set(numero, code)
  })
  return parNumero
}

/**
 * The commune and the type of each pair, in their order: results name pairs by their rank.
 *
 * @example nomsDesPaires(banc.lots, demandes)[0] //=> { commune: '59410', type: 'T1' }
 */
export function nomsDesPaires(
  { lignes, colonnes, ligneDeCommune, colonneDeType }: PairesLots,
  demandes: SourceSouhaits,
): readonly NomPaire[] {
  const communes = colonneSouhaits(demandes, 'communes_souhaitees').dictionnaire
  const types = colonneSouhaits(demandes, 'typologies_souhaitees').dictionnaire
  const parLigne = codes(ligneDeCommune)
  const parColonne = codes(colonneDeType)
  return Array.from(lignes, (ligne, paire) => ({
    commune: communes[parLigne.get(ligne) ?? -1] ?? null,
    type: types[parColonne.get(colonnes[paire] ?? -1) ?? -1] ?? null,
  }))
}
