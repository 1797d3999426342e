import { html, type TemplateResult } from 'lit'

/** A measure: its title, then what it says. */
export function bloc(titre: string, corps: TemplateResult): TemplateResult {
  return html`<section class="essai-bloc">
    <h3>${titre}</h3>
    ${corps}
  </section>`
}
