import { html, type TemplateResult } from 'lit'
import type { Bloc, Partie, Phrase, TableauDocument } from '../../core/document/index.ts'

function phrase(texte: Phrase): TemplateResult | string {
  if (typeof texte === 'string') return texte
  return html`${texte.map((piece) => {
    if (typeof piece === 'string') return piece
    return piece.gras === true
      ? html`<strong>${piece.texte}</strong>`
      : piece.italique === true
        ? html`<em>${piece.texte}</em>`
        : piece.texte
  })}`
}

function tableau({ legende, colonnes, lignes, total }: TableauDocument): TemplateResult {
  const cases = (ligne: readonly Phrase[]): TemplateResult[] =>
    ligne.map((cellule, c) => html`<td ?data-nombre=${colonnes[c]?.aDroite}>${phrase(cellule)}</td>`)
  return html`<div class="apercu" tabindex="0" role="region" aria-label=${legende}>
    <table class="document-tableau">
      <caption>
        ${legende}
      </caption>
      <thead>
        <tr>
          ${colonnes.map(({ titre, aDroite }) => html`<th scope="col" ?data-nombre=${aDroite}>${titre}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lignes.map(
          (ligne) =>
            html`<tr>
              ${cases(ligne)}
            </tr>`,
        )}
        ${
          total &&
          html`<tr class="document-total">
            ${cases(total)}
          </tr>`
        }
      </tbody>
    </table>
  </div>`
}

function bloc(b: Bloc): TemplateResult {
  switch (b.genre) {
    case 'intertitre':
      return b.niveau === 1 ? html`<h3>${b.texte}</h3>` : html`<h4>${b.texte}</h4>`
    case 'paragraphe':
      return html`<p class="document-${b.ton ?? 'texte'}">${phrase(b.texte)}</p>`
    case 'liste':
      return b.numerotee === true
        ? html`<ol>
            ${b.elements.map((e) => html`<li>${phrase(e)}</li>`)}
          </ol>`
        : html`<ul>
            ${b.elements.map((e) => html`<li>${phrase(e)}</li>`)}
          </ul>`
    case 'tableau':
      return tableau(b)
    case 'image':
      return html`<p class="document-note">${b.description}</p>`
    case 'saut-de-page':
      return html``
  }
}

/** A part of a document on screen, as it is in Word and in print. */
export function vueDocument({ titre, blocs }: Partie): TemplateResult {
  return html`<article class="document" aria-label=${titre}>${blocs.map(bloc)}</article>`
}
