import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { choix } from './champ.ts'
import { icone } from './icones.ts'
import { fenetre, ligneVisee, triSuivant, type ColonneTable, type ModeleTable } from './table-modele.ts'
import './table-donnees.css'

/** In rem, so that they follow the reader's text size. */
const PAS_LARGE = 2.25
const PAS_ETROIT = 3.75
/** A card with more details than this takes a third line. */
const DETAILS = 5
const PAS_HAUT = 4.75
const LARGEUR_ETROITE = 30
/** More would freeze the print preview; the whole table is in the file that is saved. */
const LIGNES_IMPRIMEES = 500

const SENS_ARIA = { croissant: 'ascending', decroissant: 'descending' } as const
let tables = 0

/** The two lines of a card, left and right, in the order of reading. */
const ETAGES = [
  ['titre', 'valeur'],
  ['detail', 'marque'],
] as const
type Groupe = (typeof ETAGES)[number][number]

/** A table of any length: only the rows on screen exist. Write it with `tableDonnees`, which checks its model. */
export class TableDonnees extends LitElement {
  static override properties = {
    modele: { attribute: false },
    etroite: { state: true },
    active: { state: true },
    imprimee: { state: true },
    premiere: { state: true },
    nombre: { state: true },
  }

  declare modele: ModeleTable
  declare private etroite: boolean
  declare private active: number
  declare private imprimee: boolean
  declare private premiere: number
  declare private nombre: number
  private readonly prefixe = `att-table-${String(++tables)}`
  private readonly observateur = new ResizeObserver(() => {
    this.mesurer()
  })
  private readonly avantImpression = (): void => {
    this.imprimer(true)
  }
  private readonly apresImpression = (): void => {
    this.imprimer(false)
  }

  constructor() {
    super()
    this.modele = { libelle: '', colonnes: [], nombreLignes: 0, cellule: () => '' }
    this.etroite = false
    this.active = 0
    this.imprimee = false
    this.premiere = 0
    this.nombre = 30
  }

  /** Light DOM: one style sheet, and ids that the page can refer to. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.observateur.observe(this)
    window.addEventListener('beforeprint', this.avantImpression)
    window.addEventListener('afterprint', this.apresImpression)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.observateur.disconnect()
    window.removeEventListener('beforeprint', this.avantImpression)
    window.removeEventListener('afterprint', this.apresImpression)
  }

  /** Shows a row, in the middle of the window, and makes it the active one. */
  allerA(ligne: number): void {
    const vue = this.vue
    this.active = Math.max(0, Math.min(this.modele.nombreLignes - 1, ligne))
    if (vue !== null) vue.scrollTop = this.active * this.pas - (vue.clientHeight - this.pas) / 2
    this.cadrer()
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('modele')) return
    const { nombreLignes, selection } = this.modele
    this.active = Math.max(0, Math.min(selection ?? this.active, nombreLignes - 1))
    this.cadrer()
  }

  private get vue(): HTMLElement | null {
    return this.querySelector('.table-vue')
  }

  private get pas(): number {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    if (!this.etroite) return PAS_LARGE * rem
    return (this.haute ? PAS_HAUT : PAS_ETROIT) * rem
  }

  private get haute(): boolean {
    return this.modele.colonnes.filter(({ etroit }) => etroit === 'detail').length > DETAILS
  }

  private mesurer(): void {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    this.etroite = this.clientWidth < LARGEUR_ETROITE * rem
    this.cadrer()
  }

  private cadrer(): void {
    const vue = this.vue
    const cadre = fenetre(vue?.scrollTop ?? 0, vue?.clientHeight ?? 600, this.pas, this.modele.nombreLignes)
    this.premiere = cadre.premiere
    this.nombre = cadre.nombre
  }

  private imprimer(imprimee: boolean): void {
    this.imprimee = imprimee
    this.performUpdate()
  }

  private montrerActive(): void {
    const vue = this.vue
    if (vue === null) return
    const tete = this.etroite ? 0 : this.pas
    const haut = this.active * this.pas
    const bas = haut + this.pas + tete
    if (haut < vue.scrollTop) vue.scrollTop = haut
    else if (bas > vue.scrollTop + vue.clientHeight) vue.scrollTop = bas - vue.clientHeight
    this.cadrer()
  }

  private surTouche(evenement: KeyboardEvent): void {
    if (evenement.target !== evenement.currentTarget || this.modele.nombreLignes === 0) return
    const page = Math.max(1, Math.floor((this.vue?.clientHeight ?? 0) / this.pas) - 2)
    const visee = ligneVisee(evenement.key, this.active, page, this.modele.nombreLignes)
    if (visee !== undefined) {
      this.active = visee
      this.montrerActive()
    } else if (evenement.key === 'Enter' || evenement.key === ' ') this.modele.surSelection?.(this.active)
    else return
    evenement.preventDefault()
  }

  private surClic(evenement: MouseEvent): void {
    const ligne = (evenement.target as HTMLElement).closest<HTMLElement>('[data-ligne]')?.dataset.ligne
    if (ligne === undefined) return
    this.active = Number(ligne)
    this.modele.surSelection?.(this.active)
  }

  private enTete(colonne: ColonneTable): TemplateResult {
    const { tri, surTri } = this.modele
    const sens = tri?.colonne === colonne.code ? tri.sens : undefined
    const bouton = colonne.triable === true && surTri !== undefined && !this.etroite
    return html`<div
      role="columnheader"
      aria-colindex=${this.modele.colonnes.indexOf(colonne) + 1}
      ?data-nombre=${colonne.nombre}
      aria-sort=${sens === undefined ? nothing : SENS_ARIA[sens]}
    >
      ${
        bouton
          ? html`<button
              type="button"
              @click=${() => {
                surTri(colonne.code, triSuivant(this.modele, colonne.code))
              }}
            >
              <span>${colonne.titre}</span>${icone(sens === undefined ? 'tri' : `tri-${sens}`)}
            </button>`
          : html`<span>${colonne.titre}</span>`
      }
    </div>`
  }

  private case(i: number, c: number): TemplateResult {
    const colonne = this.modele.colonnes[c]
    return html`<div
      role="gridcell"
      aria-colindex=${c + 1}
      ?data-nombre=${colonne?.nombre}
      ?data-suite=${colonne?.suite}
    >
      ${this.etroite ? colonne?.prefixe : nothing} ${this.modele.cellule(i, c)}
    </div>`
  }

  private groupe(i: number, groupe: Groupe): TemplateResult {
    const places = this.modele.colonnes.flatMap(({ etroit }, c) => (etroit === groupe ? [c] : []))
    return html`<div class="table-groupe" role="presentation" data-groupe=${groupe}>
      ${places.map((c) => this.case(i, c))}
    </div>`
  }

  private etage(i: number, groupes: readonly Groupe[]): TemplateResult {
    return html`<div class="table-etage" role="presentation">${groupes.map((groupe) => this.groupe(i, groupe))}</div>`
  }

  private ligne(i: number): TemplateResult {
    const { colonnes, selection, surSelection, repere } = this.modele
    return html`<div
      role="row"
      class="table-ligne"
      id="${this.prefixe}-${i}"
      data-ligne=${i}
      aria-rowindex=${i + 2}
      aria-selected=${surSelection === undefined ? nothing : String(i === selection)}
      ?data-active=${i === this.active}
      ?data-repere=${repere?.(i)}
      .style=${this.imprimee ? '' : `transform: translateY(${String(i * this.pas)}px)`}
    >
      ${
        this.etroite && !this.imprimee
          ? ETAGES.map((etage) => this.etage(i, etage))
          : colonnes.map((_, c) => this.case(i, c))
      }
    </div>`
  }

  /** On cards there are no headings to press: a list and a button do the same. */
  private triEtroit(): TemplateResult | typeof nothing {
    const { colonnes, tri, surTri } = this.modele
    const triables = colonnes.filter(({ triable }) => triable)
    if (!this.etroite || surTri === undefined || triables.length === 0) return nothing
    const sens = tri?.sens ?? 'croissant'
    return html`<div class="table-tri sans-impression">
      ${choix({
        id: `${this.prefixe}-tri`,
        libelle: 'Trier par',
        options: triables.map(({ code, titre }) => ({ valeur: code, libelle: titre })),
        valeur: tri?.colonne ?? '',
        surChoix: (colonne) => {
          surTri(colonne, 'croissant')
        },
      })}
      <button
        class="table-sens"
        type="button"
        aria-label="Ordre ${sens === 'croissant' ? 'croissant' : 'décroissant'}, inverser"
        @click=${() => {
          const colonne = tri?.colonne ?? triables[0]?.code
          if (colonne !== undefined) surTri(colonne, triSuivant(this.modele, colonne))
        }}
      >
        ${icone(`tri-${sens}`)}
      </button>
    </div>`
  }

  private corps(): TemplateResult {
    const { nombreLignes } = this.modele
    const [premiere, nombre] = this.imprimee
      ? [0, Math.min(LIGNES_IMPRIMEES, nombreLignes)]
      : [this.premiere, this.nombre]
    return html`<div
      class="table-corps"
      role="rowgroup"
      .style=${this.imprimee ? '' : `height: ${String(nombreLignes * this.pas)}px`}
      @click=${this.surClic}
    >
      ${Array.from({ length: Math.min(nombre, nombreLignes - premiere) }, (_, k) => this.ligne(premiere + k))}
    </div>`
  }

  protected override render(): TemplateResult {
    const { libelle, colonnes, nombreLignes, surSelection } = this.modele
    const presente = this.active >= this.premiere && this.active < this.premiere + this.nombre && nombreLignes > 0
    return html`${this.triEtroit()}
      <div
        class="table-vue"
        role="grid"
        tabindex="0"
        aria-label=${libelle}
        aria-rowcount=${nombreLignes + 1}
        aria-colcount=${colonnes.length}
        aria-activedescendant=${presente ? `${this.prefixe}-${String(this.active)}` : nothing}
        ?data-etroite=${this.etroite}
        ?data-haute=${this.haute}
        ?data-choisir=${surSelection !== undefined}
        ?data-imprimee=${this.imprimee}
        .style=${`--colonnes: ${colonnes.map(({ largeur }) => largeur).join(' ')}`}
        @scroll=${this.cadrer}
        @keydown=${this.surTouche}
      >
        <div class="table-tete" role="rowgroup">
          <div role="row" class="table-titres" aria-rowindex="1">
            ${colonnes.map((colonne) => this.enTete(colonne))}
          </div>
        </div>
        ${this.corps()}
      </div>
      ${
        this.imprimee && nombreLignes > LIGNES_IMPRIMEES
          ? html`<p>
              ${LIGNES_IMPRIMEES} premières lignes. Le tableau en compte ${nombreLignes}&#8239;: enregistrez le classeur
              pour les avoir toutes.
            </p>`
          : nothing
      }`
  }
}

if (customElements.get('att-table') === undefined) customElements.define('att-table', TableDonnees)

/** A table of any length, its model checked by the compiler. `allerA` of the element shows a row. */
export function tableDonnees(modele: ModeleTable): TemplateResult {
  return html`<att-table .modele=${modele}></att-table>`
}
