import { html, nothing, type TemplateResult } from 'lit'
import { until } from 'lit/directives/until.js'
import { formatCompte } from '../../../core/index.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { etatVide } from '../../../ui/etats.ts'
import { actionsFigure } from '../../exports/actions.ts'
import type { Hote } from '../../vues/vue.ts'
import type { Dessin, DessinCarte, Figure, ReponseFigure } from '../figure.ts'
import type * as Carte from './carte.ts'
import { graphique } from './graphique.ts'
import { jumelle } from './jumelle.ts'
import { multiples } from './multiples.ts'

/** How a view shows one of its figures. */
export interface OptionsFigure {
  /** The view has said its title already. */
  readonly sansTitre?: boolean
  /** The table is seen at once. */
  readonly tableOuverte?: boolean
  /** Why there is no drawing. */
  readonly sansDessin?: { readonly titre: string; readonly texte: string } | undefined
  /** What choosing a category does; left out when categories are territories: it chooses them. */
  readonly surChoix?: ((cle: string) => void) | undefined
}

const SANS_CHIFFRE = { protege: 'Non publié', absent: 'Pas de donnée' } as const

function reponse({ titre, chiffre, unite, etat, precisions, depuis, comparaisons }: ReponseFigure): TemplateResult {
  return html`<div class="fig-reponse">
    <h3 class="fig-lieu">${titre}</h3>
    <p class="fig-chiffre" data-etat=${etat ?? 'connu'}>
      ${etat === undefined ? chiffre : SANS_CHIFFRE[etat]}${unite && html` <span class="fig-unite">${unite}</span>`}
      ${etat === 'protege' ? etiquette('protege') : nothing}
    </p>
    ${precisions.map((texte) => html`<p>${texte}</p>`)}
    ${depuis === undefined ? nothing : html`<p class="fig-depuis">${depuis}</p>`}
    ${
      comparaisons.length === 0
        ? nothing
        : html`<dl class="fig-comparaisons">
            ${comparaisons.map(
              ({ ecart, avec }) =>
                html`<div>
                  <dt>${ecart}</dt>
                  <dd>${avec}</dd>
                </div>`,
            )}
          </dl>`
    }
  </div>`
}

let moduleCarte: Pick<typeof Carte, 'carte'> | undefined

/** The map is heavy: it is loaded when the first one shows. */
function carteChargee(dessin: DessinCarte, figure: Figure, surChoix: OptionsFigure['surChoix']): unknown {
  const montrer = ({ carte }: Pick<typeof Carte, 'carte'>): TemplateResult =>
    carte(dessin, { id: `carte-${figure.id}`, description: figure.phrase, fictif: figure.fictif, surChoix })
  if (moduleCarte !== undefined) return montrer(moduleCarte)
  const chargee = import('./carte.ts').then((charge) => montrer((moduleCarte = charge)))
  return until(chargee, html`<p class="aide" role="status">Chargement de la carte…</p>`)
}

function dessine(dessin: Dessin, figure: Figure, surChoix: OptionsFigure['surChoix']): unknown {
  if (dessin.genre === 'carte') return carteChargee(dessin, figure, surChoix)
  const description = `${figure.titre}. ${figure.phrase} Les mêmes chiffres sont dans le tableau.`
  if (dessin.genre === 'multiples') return multiples(dessin, description)
  return graphique({ dessin, description, fictif: figure.fictif, surChoix })
}

function image(figure: Figure, hote: Hote, options: OptionsFigure): TemplateResult {
  const { dessin, phrase, tableau } = figure
  const choisir =
    options.surChoix ??
    (tableau.ouvre === 'territoire'
      ? (territoire: string) => {
          hote.choisir({ territoire })
        }
      : undefined)
  if (dessin === undefined) {
    return options.sansDessin === undefined
      ? html`<p class="fig-phrase">${phrase}</p>`
      : etatVide({ icone: 'observatoire', ...options.sansDessin })
  }
  return html`<figure class="fig-dessin">
    ${dessine(dessin, figure, choisir)}
    <figcaption class="fig-phrase">${phrase}</figcaption>
  </figure>`
}

function source({ texte, url }: Figure['sources'][number], rang: number): TemplateResult {
  const lien = url === undefined ? texte : html`<a href=${url} rel="noreferrer">${texte}</a>`
  return html`${rang === 0 ? '' : '\u202f; '}${lien}`
}

/** What stands under every figure: source, date, protection. */
export function ligneSource({ sources, protection }: Pick<Figure, 'sources' | 'protection'>): TemplateResult {
  return html`<p class="fig-source">Source&#8239;: ${sources.map(source)}. ${protection}</p>`
}

function provenance({ provenance: lignes }: Figure): TemplateResult {
  return html`<ul class="fig-provenance aide">
    ${lignes.map(
      ({ jeu, titreJeu, indicateur, version, moteur }) =>
        html`<li>${titreJeu} (${jeu.slice(0, 19)})&#8239;: ${indicateur}, version ${version}, moteur ${moteur}</li>`,
    )}
  </ul>`
}

function definitions(figure: Figure): TemplateResult {
  return html`<details class="fig-pli">
    <summary>Définitions et provenance</summary>
    <dl class="fig-definitions">
      ${figure.definitions.map(
        ({ nom, texte }) =>
          html`<div>
            <dt>${nom}</dt>
            <dd>${texte}</dd>
          </div>`,
      )}
    </dl>
    ${provenance(figure)}
  </details>`
}

function titre({ id, titre: texte, sousTitre, fictif }: Figure, cache: boolean): TemplateResult {
  return html`<header class="fig-tete">
    <h2 id="titre-${id}" class=${cache ? 'hors-ecran' : ''}>${texte}</h2>
    ${cache ? nothing : html`<p class="fig-sous-titre">${sousTitre}</p>`}
    ${fictif ? html`<p class="fig-fictif">${etiquette('provisoire', 'exemple fictif')}</p>` : nothing}
  </header>`
}

/** A figure: its answer, its drawing and the sentence that says it, its source, its table twin, its definitions. */
export function afficherFigure(figure: Figure, hote: Hote, options: OptionsFigure = {}): TemplateResult {
  const { lignes } = figure.tableau
  return html`<section class="fig" id="figure-${figure.id}" aria-labelledby="titre-${figure.id}">
    ${titre(figure, options.sansTitre === true)}
    <div class="fig-corps" ?data-reponse=${figure.reponse !== undefined}>
      ${figure.reponse === undefined ? nothing : reponse(figure.reponse)} ${image(figure, hote, options)}
    </div>
    ${ligneSource(figure)}
    <details class="fig-pli fig-jumelle" ?open=${options.tableOuverte === true}>
      <summary>Tableau des chiffres <span class="aide">${formatCompte(lignes.length, 'ligne')}</span></summary>
      ${jumelle(figure, hote)}
    </details>
    ${definitions(figure)} ${actionsFigure(figure, hote)}
  </section>`
}
