import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Figure } from '../../figures/figure.ts'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import type { Hote } from '../vue.ts'
import { synchroniser, type Lecture } from './synchroniser.ts'

/** One or two maps, side by side. */
export interface ModeleCartes {
  readonly figures: readonly Figure[]
  readonly hote: Hote
}

function lire(figures: readonly Figure[], code: string): Lecture | undefined {
  const vus = figures.flatMap(({ dessin, titre }) => {
    const lieu = dessin?.genre === 'carte' ? dessin.lieux.find((l) => l.code === code) : undefined
    return lieu === undefined ? [] : [{ nom: lieu.nom, texte: `${titre}, ${lieu.texte}` }]
  })
  const [premier] = vus
  return premier && { nom: premier.nom, textes: vus.map(({ texte }) => texte) }
}

/** Maps that show the same place at the same time. */
export class CartesElement extends LitElement {
  static override properties = { modele: { attribute: false } }

  declare modele: ModeleCartes | undefined

  /** Light DOM: one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override firstUpdated(changes: PropertyValues<this>): void {
    super.firstUpdated(changes)
    synchroniser(this, (code) => lire(this.modele?.figures ?? [], code))
  }

  protected override render(): TemplateResult {
    const { figures = [], hote } = this.modele ?? {}
    const consigne = `Survolez un territoire, ou parcourez-les avec les flèches, pour le lire ${figures.length > 1 ? 'sur les deux cartes' : 'ici'}.`
    // A property: what is read out replaces it, and no part of the template is lost.
    return html`<p class="obs-lecture-carte" aria-live="polite" .textContent=${consigne}></p>
      <div class="obs-cartes">${hote && figures.map((figure) => afficherFigure(figure, hote, SANS_DESSIN))}</div>`
  }
}

const SANS_DESSIN = {
  sansDessin: {
    titre: 'Rien à dessiner',
    texte: 'Moins de deux territoires ont un chiffre à cette date. Changez de fond, de période ou d’indicateur.',
  },
}

if (customElements.get('att-cartes') === undefined) customElements.define('att-cartes', CartesElement)

export function cartes(modele: ModeleCartes): TemplateResult {
  return html`<att-cartes .modele=${modele}></att-cartes>`
}
