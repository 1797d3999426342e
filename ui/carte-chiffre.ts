import { html, type TemplateResult } from 'lit'
import './carte-chiffre.css'

export interface Comparaison {
  /** « + 3,1 points » */
  readonly ecart: string
  /** « que le département » */
  readonly avec: string
  /** Whether the gap is good news; left out when it is neither. */
  readonly sens?: 'favorable' | 'defavorable'
}

export interface CarteChiffre {
  readonly titre: string
  /** Already written in French; left out when the figure is withheld or absent. */
  readonly chiffre?: string
  readonly unite?: string
  /** Why there is no figure. */
  readonly etat?: 'protege' | 'absent'
  readonly etiquette?: TemplateResult
  readonly comparaisons?: readonly Comparaison[]
  /** Where the figure and its target stand between 0 and `maximum`. */
  readonly objectif?: {
    readonly valeur: number
    readonly cible: number
    readonly maximum: number
    readonly texte: string
  }
  /** Source, date, definition. */
  readonly source: string
}

const SANS_CHIFFRE = { protege: 'Non publié', absent: 'Pas de donnée' } as const

function jauge({ valeur, cible, maximum, texte }: NonNullable<CarteChiffre['objectif']>): TemplateResult {
  return html`<div
      class="carte-objectif"
      .style=${`--valeur: ${String(valeur / maximum)}; --cible-relative: ${String(cible / maximum)}`}
    ></div>
    <p class="aide">${texte}</p>`
}

function comparer({ ecart, avec, sens }: Comparaison): TemplateResult {
  return html`<p class="carte-comparaison">
    <span class="carte-ecart" data-sens=${sens ?? 'neutre'}>${ecart}</span> <span>${avec}</span>
  </p>`
}

/** One figure that reads alone: what it is, how much, compared with what, from where. */
export function carteChiffre(carte: CarteChiffre): TemplateResult {
  const { titre, chiffre, unite, etat, comparaisons = [], objectif, source } = carte
  return html`<article class="carte" data-etat=${etat ?? 'connu'}>
    <h3 class="carte-titre">${titre}</h3>
    <div class="carte-ligne">
      <p class="carte-chiffre">
        ${etat === undefined ? chiffre : SANS_CHIFFRE[etat]}${unite && html` <span class="carte-unite">${unite}</span>`}
      </p>
      ${carte.etiquette}
    </div>
    ${objectif && jauge(objectif)} ${comparaisons.map(comparer)}
    <p class="carte-source">${source}</p>
  </article>`
}
