import { html, svg, type TemplateResult } from 'lit'
import { formatNombre } from '../../../core/index.ts'
import type { EffetVu } from '../../travail/essai/contrat-essai.ts'

const LARGEUR = 400
const HAUTEUR = 120

/** The outline of a histogram, from its foot on the left to its foot on the right. */
function contour(comptes: readonly number[], maximum: number): string {
  const pas = LARGEUR / Math.max(1, comptes.length)
  const hauteur = (n: number): string => String(Math.round(10 * (HAUTEUR - (HAUTEUR - 4) * (n / maximum))) / 10)
  const x = (k: number): string => String(Math.round(k * pas * 10) / 10)
  const marches = comptes.map((n, k) => `H${x(k)}V${hauteur(n)}H${x(k + 1)}`).join('')
  return `M0 ${String(HAUTEUR)}${marches}V${String(HAUTEUR)}`
}

/** The totals before and after: one filled, the other outlined, so that they are told apart without colour. */
export function graphiqueDistribution(
  { debut, largeur, a, b }: EffetVu['distribution'],
  phrase: string,
): TemplateResult {
  const maximum = Math.max(1, ...a, ...b)
  const fin = debut + largeur * a.length
  return html`<figure class="essai-distribution">
    <svg viewBox="0 0 ${LARGEUR} ${HAUTEUR}" preserveAspectRatio="none" role="img" aria-label=${phrase}>
      ${svg`<path class="essai-aire" d=${contour(a, maximum)} />`}
      ${svg`<path class="essai-trait" d=${contour(b, maximum)} vector-effect="non-scaling-stroke" />`}
    </svg>
    <p class="essai-axe" aria-hidden="true">
      <span>${formatNombre(debut)}</span><span>points</span><span>${formatNombre(fin)}</span>
    </p>
    <p class="essai-legende" aria-hidden="true">
      <span data-cle="avant">grille en vigueur</span><span data-cle="apres">grille essayée</span>
    </p>
  </figure>`
}

/** A bar from the middle of a chart outwards, its figure at the far end. @param part of the longest bar, from 0 to 1 */
export function cote(sens: 'baisse' | 'hausse', part: number, texte: string): TemplateResult {
  return html`<span class="essai-cote" data-cote=${sens}
    ><span class="essai-barre" .style=${`--part: ${String(part)}`}></span><span>${texte}</span></span
  >`
}

/** Moves by length: down on the left, up on the right. */
export function graphiqueMouvements({ classes }: EffetVu['deplacements']): TemplateResult {
  const maximum = Math.max(1, ...classes.flatMap(({ montent, descendent }) => [montent, descendent]))
  return html`<table class="essai-mouvements">
    <caption class="hors-ecran">
      Demandes selon le nombre de places dont elles bougent
    </caption>
    <thead>
      <tr>
        <th scope="col">Descendent</th>
        <th scope="col">Places</th>
        <th scope="col">Montent</th>
      </tr>
    </thead>
    <tbody>
      ${classes.map(
        ({ nom, montent, descendent }) =>
          html`<tr>
            <td>${cote('baisse', descendent / maximum, formatNombre(descendent))}</td>
            <th scope="row">${nom}</th>
            <td>${cote('hausse', montent / maximum, formatNombre(montent))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** From tenth to tenth: rows before, columns after. */
export function tableauBandes(table: readonly (readonly number[])[]): TemplateResult {
  const maximum = Math.max(1, ...table.flat())
  const dixieme = (k: number): string => (k === 0 ? '1er' : `${String(k + 1)}e`)
  return html`<div class="essai-bandes" role="region" tabindex="0" aria-label="Passages d’un dixième à l’autre">
    <table>
      <caption>
        En ligne, le dixième avec la grille en vigueur&#8239;; en colonne, avec la grille essayée.
      </caption>
      <thead>
        <tr>
          <td></td>
          ${table.map((_, k) => html`<th scope="col">${dixieme(k)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.map(
          (ligne, i) =>
            html`<tr>
              <th scope="row">${dixieme(i)}</th>
              ${ligne.map(
                (n, j) =>
                  html`<td ?data-meme=${i === j} .style=${`--part: ${String(Math.sqrt(n / maximum))}`}>
                    <span>${n === 0 ? '·' : formatNombre(n)}</span>
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
