import { html, nothing, type TemplateResult } from 'lit'
import { icone, type NomIcone } from './icones.ts'
import './bandeau.css'

export type GenreBandeau = 'info' | 'succes' | 'attention' | 'erreur'

const GENRES: Readonly<Record<GenreBandeau, { readonly icone: NomIcone; readonly mot: string }>> = {
  info: { icone: 'info', mot: 'Information' },
  succes: { icone: 'succes', mot: 'Succès' },
  attention: { icone: 'anomalie', mot: 'Attention' },
  erreur: { icone: 'erreur', mot: 'Erreur' },
}

export interface Bandeau {
  readonly genre: GenreBandeau
  readonly titre: string
  /** What happened and what to do; several sentences are a list. */
  readonly textes?: readonly string[]
  readonly actions?: TemplateResult
  /** Given, the message can be closed. */
  readonly surFermer?: () => void
}

function corps(textes: readonly string[]): TemplateResult | typeof nothing {
  if (textes.length === 0) return nothing
  return textes.length === 1
    ? html`<p>${textes[0]}</p>`
    : html`<ul>
        ${textes.map((texte) => html`<li>${texte}</li>`)}
      </ul>`
}

/** A message inside the page, never over it. An error is announced at once, the others when the reader pauses. */
export function bandeau({ genre, titre, textes = [], actions, surFermer }: Bandeau): TemplateResult {
  const { icone: dessin, mot } = GENRES[genre]
  return html`<div class="bandeau" data-genre=${genre} role=${genre === 'erreur' ? 'alert' : 'status'}>
    ${icone(dessin)}
    <div class="bandeau-texte">
      <p class="bandeau-titre"><span class="hors-ecran">${mot}&#8239;: </span>${titre}</p>
      ${corps(textes)} ${actions && html`<div class="bandeau-actions">${actions}</div>`}
    </div>
    ${
      surFermer &&
      html`<button
        class="bandeau-fermer sans-impression"
        type="button"
        aria-label="Fermer le message"
        @click=${surFermer}
      >
        ${icone('croix')}
      </button>`
    }
  </div>`
}
