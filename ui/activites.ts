import { html, nothing, type TemplateResult } from 'lit'
import { icone, type NomIcone } from './icones.ts'
import './activites.css'

export interface OngletActivite {
  readonly code: string
  readonly nom: string
  readonly icone: NomIcone
}

export interface Activites {
  readonly activites: readonly OngletActivite[]
  /** Code of the one on screen. */
  readonly courante: string
  readonly surChoix: (code: string) => void
}

/** The jobs of the pane, side by side: always on screen, one click from each other. */
export function activites({ activites: toutes, courante, surChoix }: Activites): TemplateResult {
  return html`<nav class="activites sans-impression" aria-label="Activités">
    ${toutes.map(
      ({ code, nom, icone: dessin }) =>
        html`<button
          type="button"
          class="activite"
          aria-current=${code === courante ? 'page' : nothing}
          @click=${() => {
            surChoix(code)
          }}
        >
          ${icone(dessin)}<span>${nom}</span>
        </button>`,
    )}
  </nav>`
}
