import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { icone, type NomIcone } from '../../ui/icones.ts'
import type { Faute } from './etat.ts'

export interface Bouton {
  readonly texte: string
  readonly surClic: () => void
  readonly icone?: NomIcone
  readonly principal?: boolean
  readonly discret?: boolean
  readonly desactive?: boolean
  /** Said instead of the text when the text alone is not enough: « Corriger la colonne Nature ». */
  readonly nom?: string
}

export function bouton({ texte, surClic, icone: dessin, principal, discret, desactive, nom }: Bouton): TemplateResult {
  return html`<fluent-button
    appearance=${principal === true ? 'primary' : discret === true ? 'subtle' : nothing}
    ?disabled=${desactive}
    aria-label=${nom ?? nothing}
    @click=${surClic}
    >${dessin && icone(dessin, 'start')}${texte}</fluent-button
  >`
}

/** Title of a step, which takes the focus when the step opens. */
export function titre(texte: string | TemplateResult, chapeau?: string | TemplateResult): TemplateResult {
  return html`<header class="volet-entete">
    <h1 class="volet-titre" tabindex="-1">${texte}</h1>
    ${chapeau && html`<p class="chapeau">${chapeau}</p>`}
  </header>`
}

/** The one obvious next move of a step, always in sight. */
export function suite(principal: Bouton, ...autres: readonly TemplateResult[]): TemplateResult {
  return html`<div class="volet-suite sans-impression">${autres} ${bouton({ ...principal, principal: true })}</div>`
}

export function panneau(intitule: string, corps: TemplateResult | TemplateResult[], aide?: string): TemplateResult {
  return html`<section class="panneau volet-panneau">
    <div>
      <h2>${intitule}</h2>
      ${aide && html`<p class="aide">${aide}</p>`}
    </div>
    ${corps}
  </section>`
}

export function faute(f: Faute | undefined, actions?: TemplateResult): TemplateResult | typeof nothing {
  if (f === undefined) return nothing
  return bandeau({ genre: 'erreur', titre: f.titre, textes: f.raisons, ...(actions && { actions }) })
}
