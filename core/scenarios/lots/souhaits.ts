import type { ColonneMultiple } from '../../lecture/colonne.ts'
import { CONNU, VIDE } from '../../lecture/colonne.ts'
import type { Recherches, Souhaits } from '../mesures/recherches.ts'
import type { Population } from '../population/population.ts'

/** Where the wishes are read: the table of demandes, or its columns. */
export interface SourceSouhaits {
  colonne(code: string): { readonly genre: string }
}

export function colonneSouhaits(source: SourceSouhaits, code: string): ColonneMultiple {
  const colonne = source.colonne(code)
  if (colonne.genre !== 'multiple') throw new Error(`wishes are lists: got ${code}`)
  return colonne as ColonneMultiple
}

/**
 * The wishes of a population. An empty wish (an empty cell, or the empty list) seeks everything; one that could not be
 * read seeks nothing that is known.
 */
function souhaits({ etats, debuts, elements }: ColonneMultiple, population: Population): Souhaits {
  const longueur = (i: number): number => (etats[i] === CONNU ? (debuts[i + 1] ?? 0) - (debuts[i] ?? 0) : 0)
  const nouveaux = new Uint32Array(population.length + 1)
  population.forEach((i, p) => {
    nouveaux[p + 1] = (nouveaux[p] ?? 0) + longueur(i)
  })
  const valeurs = new Uint16Array(nouveaux[population.length] ?? 0)
  population.forEach((i, p) => {
    const debut = debuts[i] ?? 0
    valeurs.set(elements.subarray(debut, debut + longueur(i)), nouveaux[p])
  })
  const vide = Uint8Array.from(population, (i) =>
    Number(etats[i] === VIDE || (etats[i] === CONNU && longueur(i) === 0)),
  )
  return { debuts: nouveaux, valeurs, vide }
}

/**
 * What the demandes of a population seek.
 *
 * @example recherchesDe(demandes, banc.demandes).communes.vide.filter((vide) => vide === 1).length //=> 5
 */
export function recherchesDe(source: SourceSouhaits, population: Population): Recherches {
  return {
    communes: souhaits(colonneSouhaits(source, 'communes_souhaitees'), population),
    types: souhaits(colonneSouhaits(source, 'typologies_souhaitees'), population),
  }
}
