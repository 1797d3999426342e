import { html, nothing, type TemplateResult } from 'lit'
import './onglets.css'

export interface Onglets<Code extends string> {
  /** Said of the whole. */
  readonly nom: string
  /** Class of its own. */
  readonly classe: string
  readonly onglets: readonly { readonly code: Code; readonly nom: string }[]
  readonly courant: Code
  readonly surChoix: (code: Code) => void
}

/** The screens of one job of the pane, side by side. */
export function onglets<Code extends string>(modele: Onglets<Code>): TemplateResult {
  const { nom: ensemble, classe, onglets: tous, courant, surChoix } = modele
  return html`<nav class="onglets ${classe} sans-impression" aria-label=${ensemble}>
    ${tous.map(
      ({ code, nom }) =>
        html`<button
          type="button"
          aria-current=${code === courant ? 'page' : nothing}
          @click=${() => {
            surChoix(code)
          }}
        >
          ${nom}
        </button>`,
    )}
  </nav>`
}
