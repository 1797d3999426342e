import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import type { FamilleVue } from '../travail/contrat.ts'
import { choisirGrille, coter } from './actions-cotation.ts'
import { ouvrirGrille } from './actions-grille.ts'
import { faute, panneau, suite, titre } from './elements.ts'
import type { Volet } from './volet.ts'

function offre(volet: Volet): TemplateResult {
  const { grilleChoisie, grille } = volet.etat
  return html`<fieldset class="grilles">
      <legend class="hors-ecran">Grille de cotation</legend>
      ${volet.hote.grilles.map(
        ({ id, nom, origine }) =>
          html`<label class="grille-offre">
            <input
              type="radio"
              name="grille"
              value=${id}
              .checked=${grilleChoisie === id}
              @change=${() => void choisirGrille(volet, id)}
            />
            <span class="grille-nom">${nom}</span><span class="aide">${origine}</span>
          </label>`,
      )}
      ${
        grille !== undefined && grilleChoisie === undefined
          ? html`<label class="grille-offre">
              <input type="radio" name="grille" value="" .checked=${true} />
              <span class="grille-nom">${grille.nom}</span><span class="aide">Votre grille</span>
            </label>`
          : nothing
      }
    </fieldset>
    ${volet.hote.ouvrirGrille((nom, octets) => void ouvrirGrille(volet, nom, octets))}`
}

function famille({ nom, regle, criteres }: FamilleVue): TemplateResult {
  return html`<details class="repli">
    <summary>${nom} <span class="aide">${formatCompte(criteres.length, 'critère')}, ${regle}</span></summary>
    <ul class="criteres">
      ${criteres.map(
        (c) =>
          html`<li>
            <span class="critere-nom">${c.nom}</span>
            <span class="critere-regle">${c.regle}</span>
            ${c.baseLegale && html`<span class="aide">${c.baseLegale}</span>`}
          </li>`,
      )}
    </ul>
  </details>`
}

function contenu(volet: Volet): TemplateResult | typeof nothing {
  const { grille } = volet.etat
  if (grille === undefined) return nothing
  return html`${
    grille.avertissements.length === 0
      ? nothing
      : bandeau({ genre: 'attention', titre: 'Points à vérifier dans cette grille', textes: grille.avertissements })
  }
  ${panneau(
    'Ce qu’elle compte',
    html`<div class="replis">${grille.familles.map(famille)}</div>
      <p class="aide">
        Identifiant ${grille.id}, empreinte
        ${grille.empreinte.slice(0, 19)}…${grille.source && html`<br />Source&#8239;: ${grille.source}`}
      </p>`,
  )}`
}

export function vueGrille(volet: Volet): TemplateResult {
  const { grille, lecture, fauteGrille, enCours, lecturePerimee } = volet.etat
  const criteres = grille?.familles.reduce((somme, f) => somme + f.criteres.length, 0) ?? 0
  return html`${titre(
    grille === undefined ? 'Choisissez une grille' : grille.nom,
    grille === undefined
      ? undefined
      : `${formatCompte(criteres, 'critère')} en ${formatCompte(grille.familles.length, 'famille')}.`,
  )}
  ${faute(fauteGrille)} ${panneau('Grille de cotation', offre(volet))} ${contenu(volet)}
  ${suite({
    texte: lecturePerimee ? 'Relire et coter' : `Coter ${formatNombre(lecture?.demandes ?? 0)} demandes`,
    icone: 'cotation',
    surClic: () => void coter(volet),
    desactive: grille === undefined || lecture === undefined || enCours !== undefined,
  })}`
}
