import { html, nothing, type TemplateResult } from 'lit'
import { icone, type NomIcone } from './icones.ts'
import './champ.css'

/** What all fields have: a label always seen, help and error below, both tied to the control. */
export interface Champ {
  /** Unique in the page. */
  readonly id: string
  readonly libelle: string
  readonly aide?: string
  /** What was typed, what is allowed, what to do. */
  readonly erreur?: string
  readonly facultatif?: boolean
}

/** Attributes that a control takes so that its help and its error are read with it. */
export interface Liens {
  readonly id: string
  readonly describedby: string | typeof nothing
  readonly invalid: 'true' | typeof nothing
}

function liens({ id, aide, erreur }: Champ): Liens {
  const ids = [aide && `${id}-aide`, erreur && `${id}-erreur`].filter(Boolean).join(' ')
  return { id, describedby: ids === '' ? nothing : ids, invalid: erreur === undefined ? nothing : 'true' }
}

/** A field around any control. */
export function champ(description: Champ, controle: (liens: Liens) => TemplateResult): TemplateResult {
  const { id, libelle, aide, erreur, facultatif = false } = description
  return html`<div class="champ" ?data-invalide=${erreur !== undefined}>
    <label class="champ-libelle" for=${id}
      >${libelle}${facultatif ? html` <span class="champ-facultatif">(facultatif)</span>` : nothing}</label
    >
    ${controle(liens(description))} ${aide && html`<p class="aide" id="${id}-aide">${aide}</p>`}
    ${erreur && html`<p class="champ-erreur" id="${id}-erreur">${icone('erreur')}<span>${erreur}</span></p>`}
  </div>`
}

export interface Saisie extends Champ {
  readonly valeur: string
  readonly surSaisie: (valeur: string) => void
  /** `nombre` stays a text, read by the page: a number field refuses the French comma in many browsers. */
  readonly genre?: 'texte' | 'nombre' | 'date' | 'recherche'
  readonly unite?: string
  readonly exemple?: string
  readonly desactive?: boolean
}

const TYPES = { texte: 'text', nombre: 'text', date: 'date', recherche: 'search' } as const

function valeurDe(evenement: Event): string {
  return (evenement.currentTarget as HTMLInputElement | HTMLSelectElement).value
}

export function saisie(description: Saisie): TemplateResult {
  const { genre = 'texte', valeur, unite, exemple, desactive = false, surSaisie } = description
  return champ(
    description,
    ({ id, describedby, invalid }) =>
      html`<div class="saisie">
        ${genre === 'recherche' ? icone('recherche') : nothing}
        <input
          id=${id}
          type=${TYPES[genre]}
          inputmode=${genre === 'nombre' ? 'decimal' : nothing}
          ?data-nombre=${genre === 'nombre'}
          autocomplete="off"
          .value=${valeur}
          placeholder=${exemple ?? nothing}
          ?disabled=${desactive}
          aria-describedby=${describedby}
          aria-invalid=${invalid}
          @input=${(evenement: Event) => {
            surSaisie(valeurDe(evenement))
          }}
        />
        ${unite && html`<span class="saisie-unite">${unite}</span>`}
      </div>`,
  )
}

export interface Option {
  readonly valeur: string
  readonly libelle: string
}

export interface Choix extends Champ {
  readonly options: readonly Option[]
  readonly valeur: string
  readonly surChoix: (valeur: string) => void
  readonly desactive?: boolean
}

export function choix(description: Choix): TemplateResult {
  const { options, valeur, desactive = false, surChoix } = description
  return champ(
    description,
    ({ id, describedby, invalid }) =>
      html`<div class="saisie">
        <select
          id=${id}
          ?disabled=${desactive}
          aria-describedby=${describedby}
          aria-invalid=${invalid}
          @change=${(evenement: Event) => {
            surChoix(valeurDe(evenement))
          }}
        >
          ${options.map((o) => html`<option value=${o.valeur} .selected=${o.valeur === valeur}>${o.libelle}</option>`)}
        </select>
        <span class="saisie-fleche">${icone('deplier')}</span>
      </div>`,
  )
}

export interface Coche {
  readonly id: string
  readonly libelle: string
  readonly aide?: string
  readonly coche: boolean
  readonly surChange: (coche: boolean) => void
  readonly desactive?: boolean
}

function coche(controle: TemplateResult, { id, libelle, aide }: Coche): TemplateResult {
  return html`<div class="option">
    ${controle}<label for=${id}>${libelle}</label>${aide && html`<p class="aide" id="${id}-aide">${aide}</p>`}
  </div>`
}

function etatDe(evenement: Event): boolean {
  return (evenement.currentTarget as HTMLElement & { readonly checked: boolean }).checked
}

/** A box to tick, taken into account when its form is. Needs `fluent.ts`. */
export function caseACocher(description: Coche): TemplateResult {
  const { id, aide, desactive = false, surChange } = description
  return coche(
    html`<fluent-checkbox
      id=${id}
      .checked=${description.coche}
      ?disabled=${desactive}
      aria-describedby=${aide === undefined ? nothing : `${id}-aide`}
      @change=${(evenement: Event) => {
        surChange(etatDe(evenement))
      }}
    ></fluent-checkbox>`,
    description,
  )
}

/** A switch, with an effect at once. Needs `fluent.ts`. */
export function interrupteur(description: Coche): TemplateResult {
  const { id, aide, desactive = false, surChange } = description
  return coche(
    html`<fluent-switch
      id=${id}
      .checked=${description.coche}
      ?disabled=${desactive}
      aria-describedby=${aide === undefined ? nothing : `${id}-aide`}
      @change=${(evenement: Event) => {
        surChange(etatDe(evenement))
      }}
    ></fluent-switch>`,
    description,
  )
}

export interface Bascule {
  /** Unique in the page. */
  readonly nom: string
  readonly legende: string
  readonly options: readonly (Option & { readonly icone?: NomIcone })[]
  readonly valeur: string
  readonly surChoix: (valeur: string) => void
}

/** Two to four views of the same thing, side by side: « Graphique », « Tableau ». */
export function bascule({ nom, legende, options, valeur, surChoix }: Bascule): TemplateResult {
  return html`<fieldset class="bascule sans-impression">
    <legend class="hors-ecran">${legende}</legend>
    ${options.map(
      (o) =>
        html`<label
          ><input
            type="radio"
            name=${nom}
            value=${o.valeur}
            .checked=${o.valeur === valeur}
            @change=${() => {
              surChoix(o.valeur)
            }}
          />${o.icone && icone(o.icone)}${o.libelle}</label
        >`,
    )}
  </fieldset>`
}
