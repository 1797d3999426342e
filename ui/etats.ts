import { html, type TemplateResult } from 'lit'
import { icone, type NomIcone } from './icones.ts'
import './etats.css'

export interface EtatVide {
  readonly icone?: NomIcone
  readonly titre: string
  /** What will be here, and how to get it. */
  readonly texte: string
  readonly actions?: TemplateResult
}

/** Nothing to show yet, or nothing found: says why, and offers the next move. */
export function etatVide({ icone: dessin, titre, texte, actions }: EtatVide): TemplateResult {
  return html`<div class="vide">
    ${dessin && icone(dessin)}
    <h3>${titre}</h3>
    <p>${texte}</p>
    ${actions && html`<div class="vide-actions">${actions}</div>`}
  </div>`
}

/** What is coming, at its size, so that the page does not jump. */
export function etatChargement(texte: string, lignes = 4): TemplateResult {
  return html`<div class="attente" role="status">
    <p>${texte}</p>
    ${Array.from({ length: lignes }, () => html`<div class="attente-ligne"></div>`)}
  </div>`
}
