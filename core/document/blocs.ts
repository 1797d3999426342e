import { francais } from '../socle/typographie.ts'
import type { Bloc, ColonneDocument, Paragraphe } from './document.ts'

/** Blocks whose sentences get their French no-break spaces. */
export function intertitre(texte: string, niveau: 1 | 2 = 1): Bloc {
  return { genre: 'intertitre', niveau, texte: francais(texte) }
}

export function paragraphe(texte: string, ton?: Paragraphe['ton']): Bloc {
  return { genre: 'paragraphe', texte: francais(texte), ...(ton === undefined ? {} : { ton }) }
}

/** Nothing when there is nothing to list. */
export function liste(elements: readonly string[]): readonly Bloc[] {
  return elements.length === 0 ? [] : [{ genre: 'liste', elements: elements.map(francais) }]
}

/** Columns as « title, share of the width »; the first one names the row, the others are numbers unless told. */
export function tableau(
  legende: string,
  colonnes: readonly (readonly [titre: string, largeur: number, texte?: 'texte'])[],
  lignes: readonly (readonly string[])[],
): Bloc {
  const decrites: readonly ColonneDocument[] = colonnes.map(([titre, largeur, texte], k) => ({
    titre: francais(titre),
    largeur,
    ...(k > 0 && texte === undefined ? { aDroite: true } : {}),
  }))
  return {
    genre: 'tableau',
    legende: francais(legende),
    colonnes: decrites,
    lignes: lignes.map((l) => l.map(francais)),
  }
}
