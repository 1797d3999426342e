import type { Bloc, Fragment, Paragraphe } from '../../document/document.ts'
import { francais } from '../../socle/typographie.ts'
import type { Cotation, Cotations } from '../coter.ts'
import type { NomsDeLieux } from '../feuilles/valeur-ecrite.ts'
import type { Source } from '../feuilles/provenance.ts'
import type { IndexSimilaires } from './similaires.ts'

/** Mean waits, from allocations already made. */
export interface Attentes {
  /** Where they come from, with their period: « attributions de 2025, fichier bail.xlsx ». */
  readonly source: string
  /** Undefined when no allocation is known for that commune and type; null is any of them. */
  moyenne(
    commune: string | null,
    typologie: string | null,
  ): { readonly mois: number; readonly attributions: number } | undefined
}

export interface OptionsReleve {
  readonly source: Source
  readonly lieux?: NomsDeLieux
  /** Without it, the mean wait is « non calculé ». */
  readonly attentes?: Attentes
}

/** One demande, and all that its statement is written from. */
export interface ContexteReleve {
  readonly cotations: Cotations
  readonly cotation: Cotation
  readonly similaires: IndexSimilaires
  readonly options: OptionsReleve
  /** Index of the demande. */
  readonly i: number
}

export function titre(texte: string, niveau: 1 | 2 = 1): Bloc {
  return { genre: 'intertitre', niveau, texte: francais(texte) }
}

export function paragraphe(texte: string, ton?: Paragraphe['ton']): Bloc {
  return { genre: 'paragraphe', texte: francais(texte), ...(ton === undefined ? {} : { ton }) }
}

export function gras(texte: string): readonly Fragment[] {
  return [{ texte, gras: true }]
}

export function liste(elements: readonly string[], numerotee = false): Bloc {
  return { genre: 'liste', elements: elements.map(francais), ...(numerotee ? { numerotee } : {}) }
}
