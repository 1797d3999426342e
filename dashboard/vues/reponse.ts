import { html, type TemplateResult } from 'lit'
import { etiquette } from '../../ui/etiquette.ts'
import { etatVide } from '../../ui/etats.ts'
import type { CarteVue, Vue } from '../modeles/vue.ts'
import { graphique } from './graphique.ts'

const SANS_CHIFFRE = { protege: 'Non publié', absent: 'Pas de donnée' } as const

function chiffre({ chiffre: texte, unite, etat }: CarteVue): TemplateResult {
  return html`<p class="obs-chiffre" data-etat=${etat ?? 'connu'}>
    ${etat === undefined ? texte : SANS_CHIFFRE[etat]}${unite && html` <span class="obs-unite">${unite}</span>`}
    ${etat === 'protege' ? etiquette('protege') : ''}
  </p>`
}

function carte(vue: CarteVue): TemplateResult {
  return html`<div class="obs-carte">
    <h2 class="obs-lieu">${vue.titre}</h2>
    ${chiffre(vue)} ${vue.precisions.map((texte) => html`<p class="obs-precision">${texte}</p>`)}
    ${
      vue.comparaisons.length === 0
        ? ''
        : html`<dl class="obs-comparaisons">
            ${vue.comparaisons.map(
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

function dessin(
  { graphique: modele, sansGraphique, phrase, tableau }: Vue,
  surChoix: (cle: string) => void,
): TemplateResult {
  if (modele === undefined) {
    return etatVide({
      icone: 'observatoire',
      titre: sansGraphique?.titre ?? '',
      texte: sansGraphique?.texte ?? '',
    })
  }
  return html`<figure class="obs-figure">
    <h2>${modele.titre}</h2>
    ${graphique(tableau.choisir ? { ...modele, surChoix } : modele)}
    <figcaption>${phrase}</figcaption>
  </figure>`
}

/** The figure, its comparisons, and the chart, of which a bar chooses its territory. */
export function reponse(vue: Vue, surChoix: (cle: string) => void): TemplateResult {
  return html`<section class="obs-reponse" aria-label="Réponse">${carte(vue.carte)}${dessin(vue, surChoix)}</section>`
}
