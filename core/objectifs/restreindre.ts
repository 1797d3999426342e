import type { Colonne, ColonneMultiple, ColonneSimple } from '../lecture/colonne.ts'
import type { Attributions } from './attributions.ts'

function simple({ etats, valeurs, dictionnaire }: ColonneSimple, rangs: Uint32Array): ColonneSimple {
  const gardes = { etats: new Uint8Array(rangs.length), valeurs: new Float64Array(rangs.length) }
  rangs.forEach((rang, i) => {
    gardes.etats[i] = etats[rang] ?? 0
    gardes.valeurs[i] = valeurs[rang] ?? 0
  })
  return { genre: 'simple', ...gardes, dictionnaire }
}

function multiple(colonne: ColonneMultiple, rangs: Uint32Array): ColonneMultiple {
  const { etats, debuts, elements, dictionnaire } = colonne
  const gardes = { etats: new Uint8Array(rangs.length), debuts: new Uint32Array(rangs.length + 1) }
  const suite: number[] = []
  rangs.forEach((rang, i) => {
    gardes.etats[i] = etats[rang] ?? 0
    suite.push(...elements.subarray(debuts[rang] ?? 0, debuts[rang + 1] ?? 0))
    gardes.debuts[i + 1] = suite.length
  })
  return { genre: 'multiple', ...gardes, elements: Uint16Array.from(suite), dictionnaire }
}

function restreindreColonne(colonne: Colonne, rangs: Uint32Array): Colonne {
  return colonne.genre === 'simple' ? simple(colonne, rangs) : multiple(colonne, rangs)
}

/**
 * Some of the allocations, in their order, as a reading of these alone would give them: whatever is counted on all of them
 * is counted on these. Files, anomalies and filled cells stay those of the whole reading.
 *
 * @param garder told the index of an allocation
 * @example restreindre(attributions, (i) => i < 100).nombre //=> 100
 */
export function restreindre(attributions: Attributions, garder: (i: number) => boolean): Attributions {
  const rangs = new Uint32Array(attributions.nombre)
  let nombre = 0
  for (let i = 0; i < attributions.nombre; i++) if (garder(i)) rangs[nombre++] = i
  const gardes = rangs.slice(0, nombre)
  const colonnes = new Map<string, Colonne>()
  return {
    ...attributions,
    nombre,
    lignes: Uint32Array.from(gardes, (rang) => attributions.lignes[rang] ?? 0),
    origines: Uint16Array.from(gardes, (rang) => attributions.origines[rang] ?? 0),
    colonne: (code) => {
      const connue = colonnes.get(code)
      if (connue !== undefined) return connue
      const colonne = restreindreColonne(attributions.colonne(code), gardes)
      colonnes.set(code, colonne)
      return colonne
    },
  }
}
