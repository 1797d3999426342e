import { html, type TemplateResult } from 'lit'
import { etiquette } from '../../ui/etiquette.ts'
import { icone, NOMS_ICONES } from '../../ui/icones.ts'
import { NOMBRE_SERIES, serie } from '../../ui/series.ts'
import type { Section } from './section.ts'

export function sectionTexte(): Section {
  return {
    id: 'texte',
    titre: 'Texte',
    contenu: html`<h1>Titre de page</h1>
      <h2>Titre de section</h2>
      <h3>Titre de bloc</h3>
      <p class="chapeau">Un chapeau&#8239;: une ou deux phrases qui disent à quoi sert la page.</p>
      <p>
        Le corps du texte, avec <a href="#texte">un lien</a>. La cotation est une aide à la décision. Les chiffres
        s’alignent&#8239;: 1&#8239;234,50&#8239;€, 25,3&#8239;%, −3 points.
      </p>
      <p class="aide">L’aide, plus petite et plus claire.</p>
      <div class="rangee">
        ${etiquette('neutre', 'T3')} ${etiquette('a-verifier')} ${etiquette('provisoire')} ${etiquette('protege')}
        ${etiquette('incomplet')} ${etiquette('repere')}
      </div>`,
  }
}

const JETONS = ['fond', 'surface', 'creux', 'encre', 'encre-2', 'trait', 'trait-fort', 'accent', 'accent-doux', 'info']
const ETATS = ['info-fond', 'succes', 'succes-fond', 'attention', 'attention-fond', 'erreur', 'erreur-fond', 'seuil']
const SEQUENCE = ['sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5', 'donnee-neutre']

function pan(jeton: string): TemplateResult {
  return html`<li><span class="pan" .style=${`--pan: var(--${jeton})`}></span><span class="aide">${jeton}</span></li>`
}

export function sectionCouleurs(): Section {
  return {
    id: 'couleurs',
    titre: 'Couleurs',
    contenu: html`<ul class="vitrine-couleurs">
        ${[...JETONS, ...ETATS].map(pan)}
      </ul>
      <h3>Données</h3>
      <ul class="vitrine-couleurs">
        ${Array.from(
          { length: NOMBRE_SERIES },
          (_, i) => html`<li><span data-serie=${serie(i)}></span><span class="aide">série ${i + 1}</span></li>`,
        )}
        <li><span data-serie="0"></span><span class="aide">autres</span></li>
      </ul>
      <ul class="vitrine-couleurs">
        ${SEQUENCE.map(pan)}
      </ul>`,
  }
}

export function sectionIcones(): Section {
  return {
    id: 'icones',
    titre: 'Icônes',
    contenu: html`<ul class="vitrine-icones">
      ${NOMS_ICONES.map((nom) => html`<li>${icone(nom)}${nom}</li>`)}
    </ul>`,
  }
}
