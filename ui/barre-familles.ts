import { html, nothing, type TemplateResult } from 'lit'
import { serie } from './series.ts'
import './barre-familles.css'

export interface Part {
  readonly nom: string
  readonly points: number
  /** The points written in French, with their sign when they are taken off. */
  readonly texte: string
  /** Sentences: why these points. */
  readonly phrases?: readonly string[]
}

export interface BarreFamilles {
  /** In the order of the grid: a family keeps its colour and its pattern whatever the others give. */
  readonly parts: readonly Part[]
  /** The total, written in French. */
  readonly total: string
  /** Points at the right end of the bar: the same for bars that are compared. */
  readonly maximum: number
  /** Ends of the axis, written in French. */
  readonly bornes?: readonly [string, string]
}

const somme = (parts: readonly Part[]): number => parts.reduce((total, { points }) => total + points, 0)

function retraits(ajouts: number, retires: number, maximum: number): TemplateResult {
  const variables = `--debut: ${String((ajouts + retires) / maximum)}; --part: ${String(-retires / maximum)}`
  return html`<div class="barre-retraits" .style=${variables}></div>`
}

/** The bar alone: points given end to end, points taken off below, from the end. Its statement says the same in words. */
export function barreFamilles({ parts, maximum, bornes }: BarreFamilles): TemplateResult {
  const ajouts = parts.filter(({ points }) => points > 0)
  const retires = somme(parts.filter(({ points }) => points < 0))
  return html`<div class="barre" aria-hidden="true">
    <div class="barre-piste">
      ${parts.map(({ points }, i) =>
        points > 0
          ? html`<span data-serie=${serie(i)} .style=${`--part: ${String(points / maximum)}`}></span>`
          : nothing,
      )}
    </div>
    ${retires < 0 ? retraits(somme(ajouts), retires, maximum) : nothing}
    ${bornes && html`<div class="barre-axe"><span>${bornes[0]}</span><span>${bornes[1]}</span></div>`}
  </div>`
}

function ligne({ nom, points, texte, phrases = [] }: Part, rang: number): TemplateResult {
  return html`<li>
    <div class="releve-tete">
      <span class="releve-cle" data-serie=${points < 0 ? 'retrait' : serie(rang)}></span>
      <span>${nom}</span><span class="releve-conduite"></span><span class="releve-points">${texte}</span>
    </div>
    ${phrases.map((phrase) => html`<p class="releve-phrase">${phrase}</p>`)}
  </li>`
}

/** The statement of points: each family, its points, why; then the total. */
export function releve({ parts, total }: Pick<BarreFamilles, 'parts' | 'total'>): TemplateResult {
  return html`<ul class="releve">
    ${parts.map(ligne)}
    <li class="releve-tete releve-total">
      <span>Total</span><span class="releve-conduite"></span><span class="releve-points">${total}</span>
    </li>
  </ul>`
}
