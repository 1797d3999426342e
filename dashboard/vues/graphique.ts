import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Graphique, Niveau } from '../modeles/vue.ts'
import type { Dessin } from './dessin.ts'

const VIDE: Graphique = {
  titre: '',
  description: '',
  genre: 'noms',
  unSeul: false,
  barres: [],
  niveaux: [],
  axe: '',
  ecrire: String,
}
const THEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** A chart and the key of its levels. Its figures are also in the table beside it. */
export class GraphiqueElement extends LitElement {
  static override properties = { modele: { attribute: false } }

  declare modele: Graphique
  private dessin: Dessin | undefined
  private readonly themes = THEMES.map((requete) => matchMedia(requete))
  private readonly observateur = new MutationObserver(() => {
    this.redessiner()
  })
  private readonly redessiner = (): void => {
    void this.tracer()
  }
  private theme: string | undefined
  /** Ink on paper, whatever the theme on screen. */
  private readonly avantImpression = (): void => {
    this.theme = document.documentElement.dataset.theme
    document.documentElement.dataset.theme = 'clair'
    this.redessiner()
  }
  private readonly apresImpression = (): void => {
    if (this.theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = this.theme
    this.redessiner()
  }

  constructor() {
    super()
    this.modele = VIDE
  }

  /** What is on the canvas, for those who check it against the table. */
  get donneesDessinees(): ReturnType<Dessin['donnees']> {
    return this.dessin?.donnees() ?? []
  }

  /** Light DOM: one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    for (const theme of this.themes) theme.addEventListener('change', this.redessiner)
    this.observateur.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    window.addEventListener('beforeprint', this.avantImpression)
    window.addEventListener('afterprint', this.apresImpression)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const theme of this.themes) theme.removeEventListener('change', this.redessiner)
    this.observateur.disconnect()
    window.removeEventListener('beforeprint', this.avantImpression)
    window.removeEventListener('afterprint', this.apresImpression)
    this.dessin?.detruire()
    this.dessin = undefined
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('modele')) this.redessiner()
  }

  private async tracer(): Promise<void> {
    const { dessiner } = await import('./dessin.ts')
    const toile = this.querySelector('canvas')
    if (toile === null || !this.isConnected) return
    this.dessin?.detruire()
    this.dessin = dessiner(toile, this.modele)
    this.toggleAttribute('data-dessine', true)
  }

  private niveau({ nom, texte, trait }: Niveau): TemplateResult {
    return html`<li>
      <span class="graphique-trait" data-trait=${trait}></span>${nom}&#8239;: <strong>${texte}</strong>
    </li>`
  }

  protected override render(): TemplateResult {
    const { genre, barres, description, niveaux } = this.modele
    return html`<div class="graphique-toile" data-genre=${genre} .style=${`--barres: ${String(barres.length)}`}>
        <canvas role="img" aria-label=${description}></canvas>
      </div>
      ${
        niveaux.length === 0
          ? ''
          : html`<ul class="graphique-cle">
              ${niveaux.map((n) => this.niveau(n))}
            </ul>`
      }`
  }
}

if (customElements.get('att-graphique') === undefined) customElements.define('att-graphique', GraphiqueElement)

/** A chart, its model checked by the compiler. The drawing library is loaded when the first one shows. */
export function graphique(modele: Graphique): TemplateResult {
  return html`<att-graphique .modele=${modele}></att-graphique>`
}
