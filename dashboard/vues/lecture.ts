import { html, type TemplateResult } from 'lit'
import type { Vue } from '../modeles/vue.ts'

function source({ texte, url }: Vue['sources'][number]): TemplateResult {
  return html`${url === undefined ? texte : html`<a href=${url} rel="noreferrer">${texte}</a>`}`
}

/** What stands under every figure: source, date, protection. */
export function ligneSource({ sources, protection }: Vue): TemplateResult {
  return html`<p class="obs-source">
    Source&#8239;: ${sources.map((s, i) => html`${i === 0 ? '' : '\u202f; '}${source(s)}`)}. ${protection}
  </p>`
}

/** Definition, legal basis, and what the figure does not say. */
export function lecture({ definition, baseLegale, pieges }: Vue): TemplateResult {
  return html`<section class="obs-lecture" aria-labelledby="titre-lecture">
    <h2 id="titre-lecture">Comment lire ce chiffre</h2>
    <p>${definition}</p>
    ${
      pieges.length === 0
        ? ''
        : html`<h3>Ce qu’il ne dit pas</h3>
            <ul>
              ${pieges.map((piege) => html`<li>${piege}</li>`)}
            </ul>`
    }
    ${baseLegale === undefined ? '' : html`<p class="aide">Base légale&#8239;: ${baseLegale}</p>`}
  </section>`
}
