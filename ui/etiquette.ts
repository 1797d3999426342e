import { html, type TemplateResult } from 'lit'
import { icone, type NomIcone } from './icones.ts'
import './etiquette.css'

/** `neutre` carries any word; the others have one meaning and one text. */
export type GenreEtiquette = 'neutre' | 'a-verifier' | 'provisoire' | 'protege' | 'incomplet' | 'repere'

const GENRES: Readonly<Record<GenreEtiquette, { readonly texte: string; readonly icone?: NomIcone }>> = {
  neutre: { texte: '' },
  'a-verifier': { texte: 'à vérifier', icone: 'aide' },
  provisoire: { texte: 'provisoire', icone: 'provisoire' },
  protege: { texte: 'protégé', icone: 'protege' },
  incomplet: { texte: 'incomplet', icone: 'anomalie' },
  repere: { texte: 'votre territoire', icone: 'territoire' },
}

/** A word set beside a figure or a title. @example etiquette('a-verifier') // « à vérifier », with its icon */
export function etiquette(genre: GenreEtiquette, texte = GENRES[genre].texte): TemplateResult {
  const dessin = GENRES[genre].icone
  return html`<span class="etiquette" data-genre=${genre}>${dessin && icone(dessin)}${texte}</span>`
}
