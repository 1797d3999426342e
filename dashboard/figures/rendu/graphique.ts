import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { DessinCategories, Niveau, Serie } from '../figure.ts'
import type { DessinFait, OptionsDessin } from './dessiner.ts'
import { barresParRang, formeDe } from './forme.ts'
import { TIRETS, tiretsDe } from './tirets.ts'

/** A drawing, and what the page adds to it. */
export interface ModeleGraphique extends OptionsDessin {
  readonly dessin: DessinCategories
  /** The sentence that stands in place of the picture. */
  readonly description: string
}

function echantillon(genre: string, tirets: readonly number[]): TemplateResult {
  return html`<svg class="graphique-trait" data-genre=${genre} viewBox="0 0 36 12" aria-hidden="true">
    <line x1="0" x2="36" y1="6" y2="6" stroke-dasharray=${tirets.join(' ')}></line>
  </svg>`
}

const THEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** A chart and its key. Its figures are also in the table beside it. */
export class GraphiqueElement extends LitElement {
  static override properties = { modele: { attribute: false } }

  declare modele: ModeleGraphique | undefined
  private fait: DessinFait | undefined
  private readonly themes = THEMES.map((requete) => matchMedia(requete))
  private readonly observateur = new MutationObserver(() => {
    this.redessiner()
  })
  private readonly redessiner = (): void => {
    void this.tracer()
  }

  /** What is on the canvas, for those who check it against the table. */
  get donneesDessinees(): ReturnType<DessinFait['donnees']> {
    return this.fait?.donnees() ?? []
  }

  /** Light DOM: one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    for (const theme of this.themes) theme.addEventListener('change', this.redessiner)
    this.observateur.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-affichage'] })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const theme of this.themes) theme.removeEventListener('change', this.redessiner)
    this.observateur.disconnect()
    this.fait?.detruire()
    this.fait = undefined
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('modele')) this.redessiner()
  }

  private async tracer(): Promise<void> {
    const { dessiner } = await import('./dessiner.ts')
    const toile = this.querySelector('canvas')
    const { modele } = this
    if (toile === null || modele === undefined || !this.isConnected) return
    this.fait?.detruire()
    this.fait = dessiner(toile, modele.dessin, modele)
    this.toggleAttribute('data-dessine', true)
  }

  private cleNiveau(niveau: Niveau, dessin: DessinCategories): TemplateResult {
    const trait = echantillon(niveau.genre ?? 'niveau', tiretsDe(dessin.niveaux, niveau))
    return html`<li>${trait}${niveau.nom}&#8239;: <strong>${niveau.texte}</strong></li>`
  }

  private cleSerie(serie: Serie, dessin: DessinCategories): TemplateResult {
    const rang = dessin.series.filter(({ role }) => role === serie.role).indexOf(serie)
    const marque =
      dessin.genre === 'lignes'
        ? echantillon(serie.role, serie.role === 'reference' ? (TIRETS[rang % TIRETS.length] ?? []) : [])
        : html`<span class="graphique-carre" data-serie=${dessin.series.indexOf(serie) + 1}></span>`
    return html`<li>${marque}${serie.nom}</li>`
  }

  private cle(dessin: DessinCategories): TemplateResult | typeof nothing {
    const series = dessin.series.length > 1 ? dessin.series : []
    if (series.length + dessin.niveaux.length === 0) return nothing
    return html`<ul class="graphique-cle">
      ${series.map((serie) => this.cleSerie(serie, dessin))}
      ${dessin.niveaux.map((niveau) => this.cleNiveau(niveau, dessin))}
    </ul>`
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.modele === undefined) return nothing
    const { dessin, description } = this.modele
    const rangs = dessin.categories.length * Math.max(1, barresParRang(dessin) * 0.7)
    return html`<div class="graphique-toile" data-forme=${formeDe(dessin)} .style=${`--rangs: ${String(rangs)}`}>
        <canvas role="img" aria-label=${description}></canvas>
      </div>
      ${this.cle(dessin)}`
  }
}

if (customElements.get('att-graphique') === undefined) customElements.define('att-graphique', GraphiqueElement)

/** A chart, its model checked by the compiler. The drawing library is loaded when the first one shows. */
export function graphique(modele: ModeleGraphique): TemplateResult {
  return html`<att-graphique .modele=${modele}></att-graphique>`
}
