import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { champ, type Champ } from './champ.ts'
import { icone } from './icones.ts'
import './recherche-choix.css'

export interface OptionTrouvee {
  readonly valeur: string
  readonly libelle: string
  /** What tells it from another of the same name. */
  readonly detail?: string
}

export interface RechercheChoix extends Champ {
  /** Label of what is chosen; empty when nothing is. */
  readonly choisi: string
  /** Value of what is chosen. */
  readonly valeur?: string | undefined
  readonly exemple?: string
  /** What fits what was typed (everything when nothing was), and how many more there are. */
  readonly chercher: (saisie: string) => { readonly options: readonly OptionTrouvee[]; readonly autres: number }
  readonly surChoix: (valeur: string) => void
}

/** A field that searches a long list and proposes what fits. Write it with `rechercheChoix`, which checks its model. */
export class RechercheChoixElement extends LitElement {
  static override properties = {
    modele: { attribute: false },
    saisie: { state: true },
    active: { state: true },
    ouverte: { state: true },
  }

  declare modele: RechercheChoix
  declare private saisie: string | undefined
  declare private active: number
  declare private ouverte: boolean

  constructor() {
    super()
    this.active = -1
    this.ouverte = false
  }

  /** Light DOM: one style sheet, and ids that the page can refer to. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('active')) this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }

  private get trouvees(): ReturnType<RechercheChoix['chercher']> {
    return this.ouverte ? this.modele.chercher(this.saisie ?? '') : { options: [], autres: 0 }
  }

  private fermer(): void {
    this.ouverte = false
    this.saisie = undefined
    this.active = -1
  }

  private choisir(option: OptionTrouvee | undefined): void {
    if (option === undefined) return
    this.fermer()
    this.modele.surChoix(option.valeur)
    // What is typed next replaces the choice, as when the field is entered.
    void this.updateComplete.then(() => {
      this.querySelector('input')?.select()
    })
  }

  private deplacer(pas: number): void {
    const nombre = this.trouvees.options.length
    if (!this.ouverte) this.ouverte = true
    else if (nombre > 0) this.active = (this.active + pas + nombre) % nombre
  }

  private surTouche(evenement: KeyboardEvent): void {
    const { key } = evenement
    if (key === 'ArrowDown') this.deplacer(1)
    else if (key === 'ArrowUp') this.deplacer(this.active < 0 ? 0 : -1)
    else if (key === 'Enter' && this.ouverte) {
      const { options } = this.trouvees
      this.choisir(options[this.active] ?? (options.length === 1 ? options[0] : undefined))
    } else if (key === 'Escape' && this.ouverte) this.fermer()
    else return
    evenement.preventDefault()
  }

  private option(option: OptionTrouvee, i: number): TemplateResult {
    const { id, valeur } = this.modele
    return html`<div
      class="recherche-option"
      role="option"
      id="${id}-option-${i}"
      aria-selected=${String(option.valeur === valeur)}
      ?data-active=${i === this.active}
      @mousedown=${(evenement: Event) => {
        // The field keeps the focus, so that its blur does not close the list before the click.
        evenement.preventDefault()
      }}
      @click=${() => {
        this.choisir(option)
      }}
    >
      <span class="recherche-libelle">${option.libelle}</span
      >${option.detail && html`<span class="aide">${option.detail}</span>`}
    </div>`
  }

  private liste(): TemplateResult {
    const { id, libelle } = this.modele
    const { options, autres } = this.trouvees
    const reste =
      options.length === 0
        ? 'Aucun résultat. Essayez un mot du nom, ou le SIREN.'
        : autres > 0
          ? `Et ${String(autres)} autres\u202f: précisez le nom.`
          : undefined
    return html`<div class="recherche-liste" ?hidden=${!this.ouverte}>
        <div role="listbox" id="${id}-liste" aria-label=${libelle}>${options.map((o, i) => this.option(o, i))}</div>
        ${reste && html`<p class="recherche-reste aide">${reste}</p>`}
      </div>
      <p class="hors-ecran" role="status">
        ${this.ouverte ? `${String(options.length + autres)} résultat${options.length + autres > 1 ? 's' : ''}` : nothing}
      </p>`
  }

  private champ(): TemplateResult {
    const { choisi, exemple } = this.modele
    const active = this.ouverte && this.active >= 0
    return champ(
      this.modele,
      ({ id, describedby, invalid }) =>
        html`<div class="saisie">
          ${icone('recherche')}
          <input
            id=${id}
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded=${String(this.ouverte)}
            aria-controls="${id}-liste"
            aria-activedescendant=${active ? `${id}-option-${String(this.active)}` : nothing}
            aria-describedby=${describedby}
            aria-invalid=${invalid}
            placeholder=${exemple ?? nothing}
            .value=${this.saisie ?? choisi}
            @focus=${(evenement: Event) => {
              ;(evenement.currentTarget as HTMLInputElement).select()
            }}
            @input=${(evenement: Event) => {
              this.saisie = (evenement.currentTarget as HTMLInputElement).value
              this.ouverte = true
              this.active = 0
            }}
            @click=${() => {
              this.ouverte = true
            }}
            @keydown=${this.surTouche}
            @blur=${this.fermer}
          />
          <span class="saisie-fleche">${icone('deplier')}</span>
        </div>`,
    )
  }

  protected override render(): TemplateResult {
    return html`${this.champ()}${this.liste()}`
  }
}

if (customElements.get('att-recherche') === undefined) customElements.define('att-recherche', RechercheChoixElement)

/** A search field over a long list, its model checked by the compiler. */
export function rechercheChoix(modele: RechercheChoix): TemplateResult {
  return html`<att-recherche .modele=${modele}></att-recherche>`
}
