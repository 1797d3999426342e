import { html, nothing, type TemplateResult } from 'lit'
import { barreFamilles, releve } from '../../ui/barre-familles.ts'
import { etatChargement } from '../../ui/etats.ts'
import { etiquette } from '../../ui/etiquette.ts'
import { icone } from '../../ui/icones.ts'
import { formatNombre, formatPoints, jourFrancais, jourIso } from '../../core/index.ts'
import type { CritereVu, ExplicationVue, VoisinVu } from '../travail/contrat.ts'
import { expliquer, ouvrirReleve } from './actions-cotation.ts'
import { bouton } from './elements.ts'
import { vueDocument } from './vue-document.ts'
import type { Volet } from './volet.ts'

const MOTS: Readonly<Record<CritereVu['etat'], string>> = {
  retenu: 'compté',
  ecarte: 'non rempli',
  absorbe: 'rempli, un autre compte plus',
  inconnu: 'inconnu',
}

function entete(volet: Volet, e: ExplicationVue): TemplateResult {
  const nombre = volet.etat.liste?.nombre ?? 0
  const pas = (vers: number, nom: string, dessin: 'precedent' | 'suivant') =>
    html`<button
      type="button"
      class="pas"
      aria-label=${nom}
      ?disabled=${vers < 0 || vers >= nombre}
      @click=${() => void expliquer(volet, vers)}
    >
      ${icone(dessin)}
    </button>`
  return html`<header class="explication-tete">
    <div>
      <p class="aide">Demande ${e.numero}</p>
      <h2 class="explication-total">${e.total}</h2>
      <p>Rang ${e.rang} sur ${e.sur}${e.bornes === undefined ? '' : html` ${etiquette('incomplet', e.bornes)}`}</p>
    </div>
    <div class="rangee sans-impression">
      ${pas(e.place - 1, 'Demande précédente', 'precedent')} ${pas(e.place + 1, 'Demande suivante', 'suivant')}
    </div>
  </header>`
}

function manque({ manque: champs, incertaine, bornes }: ExplicationVue): TemplateResult | typeof nothing {
  if (champs.length === 0) return nothing
  const suite = incertaine
    ? `Une fois complétée, sa note ira ${bornes ?? ''}\u202f: sa place peut changer.`
    : bornes === undefined
      ? 'Sa note n’en dépend pas.'
      : `Sa note ira ${bornes}, sa place dans la liste restera la même.`
  return html`<p class="explication-manque">
    ${icone('anomalie')}
    <span><strong>À compléter&#8239;:</strong> ${champs.join(', ')}. ${suite}</span>
  </p>`
}

function axe({ maximum }: ExplicationVue): readonly [string, string] {
  return ['0', formatPoints(maximum)]
}

function critere(c: CritereVu): TemplateResult {
  return html`<li data-etat=${c.etat}>
    <div class="critere-tete">
      <span class="critere-nom">${c.nom}</span><span class="critere-points">${c.points}</span>
    </div>
    <p class="aide">${MOTS[c.etat]}&#8239;: ${c.motif}</p>
    <p class="aide">Règle&#8239;: ${c.regle}${c.baseLegale && html` (${c.baseLegale})`}</p>
  </li>`
}

function tousLesCriteres({ criteres }: ExplicationVue): TemplateResult {
  const comptes = criteres.filter(({ etat }) => etat === 'retenu').length
  return html`<details class="repli">
    <summary>Les ${formatNombre(criteres.length)} critères de la grille, dont ${formatNombre(comptes)} comptés</summary>
    <ul class="criteres">
      ${criteres.map(critere)}
    </ul>
  </details>`
}

function voisin(volet: Volet, v: VoisinVu): TemplateResult {
  const corps = html`<span class="voisin-rang">${v.rang}</span><span>${v.numero}</span
    ><span class="aide">${v.ecart}</span><span class="voisin-note">${v.note}</span>`
  return html`<li ?data-courant=${v.courant}>
    ${
      v.courant
        ? html`<span class="voisin" aria-current="true">${corps}</span>`
        : html`<button type="button" class="voisin" @click=${() => void expliquer(volet, v.place)}>${corps}</button>`
    }
  </li>`
}

function fiche(volet: Volet, { profil, officielle, ligne }: ExplicationVue): TemplateResult {
  return html`<details class="repli">
    <summary>
      La demande, ligne ${formatNombre(ligne)} ${volet.hote.surPlace === undefined ? 'du fichier' : 'de la feuille'}
    </summary>
    <dl class="fiche">
      ${profil.map(
        ([nom, valeur]) =>
          html`<div>
            <dt>${nom}</dt>
            <dd>${valeur}</dd>
          </div>`,
      )}
      ${
        officielle &&
        html`<div>
          <dt>Note du registre</dt>
          <dd>${officielle}</dd>
        </div>`
      }
    </dl>
  </details>`
}

/** The statement that the applicant can ask for, the same as in the Word file. */
function releveComplet(volet: Volet): TemplateResult {
  const { releve: partie } = volet.etat
  return html`<details
    class="repli"
    ?open=${partie !== undefined}
    @toggle=${(evenement: Event) => void ouvrirReleve(volet, (evenement.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>Le relevé à remettre au demandeur</summary>
    ${partie === undefined ? nothing : vueDocument(partie)}
  </details>`
}

/** Why one demande has its points: the bar, the statement, what is missing, who is around. */
export function vueExplication(volet: Volet): TemplateResult {
  const { explication: e, cotation, place } = volet.etat
  if (e === undefined)
    return html`<section class="volet-explication" aria-label="Explication">
      ${place === undefined ? nothing : etatChargement('Explication…')}
    </section>`
  const jour = jourIso(cotation?.jour ?? '')
  return html`<section class="volet-explication" aria-label="Explication de la demande ${e.numero}">
    ${entete(volet, e)} ${barreFamilles({ parts: e.parts, total: e.total, maximum: e.maximum, bornes: axe(e) })}
    ${manque(e)}
    <div class="volet-releve">
      <h3>D’où viennent ses points</h3>
      ${releve({ parts: e.parts, total: e.total })}
    </div>
    ${tousLesCriteres(e)} ${releveComplet(volet)} ${fiche(volet, e)}
    <div class="sans-impression">
      <h3>Autour d’elle dans la liste</h3>
      <ol class="voisins">
        ${e.voisins.map((v) => voisin(volet, v))}
      </ol>
    </div>
    <p class="aide">
      ${cotation?.grille}, au ${jour === undefined ? '' : jourFrancais(jour)}. Aide à la décision&#8239;: la commission
      d’attribution reste libre de son choix.
    </p>
    ${
      volet.hote.sortie.moyens.includes('imprimer')
        ? html`<div class="rangee sans-impression">
            ${bouton({
              texte: 'Imprimer cette explication',
              icone: 'imprimer',
              surClic: () => {
                volet.hote.sortie.imprimer()
              },
            })}
          </div>`
        : nothing
    }
  </section>`
}
