import { html, nothing, svg, type TemplateResult } from 'lit'
import { etiquette } from '../../../ui/etiquette.ts'
import { icone } from '../../../ui/icones.ts'
import type { CarteObjectif, PointTrimestre } from '../../travail/suivi/contrat-objectifs.ts'
import { bouton } from '../elements.ts'
import { choisirObjectif, montrerLignes } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

const LARGEUR = 120
const HAUTEUR = 32
const MARGE = 4

/** The rate quarter after quarter, its target across: a drawing beside the words that say the same. */
function evolution(
  trimestres: readonly PointTrimestre[],
  jauge: CarteObjectif['jauge'],
): TemplateResult | typeof nothing {
  if (jauge === undefined) return nothing
  const connus = trimestres.filter(({ taux }) => taux !== null)
  if (connus.length < 2) return nothing
  const plafond = Math.max(jauge.cible ?? 0, ...connus.map(({ taux }) => taux ?? 0)) || 1
  const x = (rang: number): number => MARGE + (rang * (LARGEUR - 2 * MARGE)) / (trimestres.length - 1)
  const y = (taux: number): number => HAUTEUR - MARGE - (taux / plafond) * (HAUTEUR - 2 * MARGE)
  const points = trimestres.flatMap(({ taux }, rang) => (taux === null ? [] : [[x(rang), y(taux)] as const]))
  const texte = trimestres.map((point) => point.texte).join('\u202f; ')
  return html`<svg
    class="evolution"
    viewBox="0 0 ${LARGEUR} ${HAUTEUR}"
    role="img"
    aria-label="Par trimestre, ${texte}"
  >
    <title>${texte}</title>
    ${
      jauge.cible === undefined
        ? nothing
        : svg`<line class="evolution-cible" x1="0" x2=${LARGEUR} y1=${y(jauge.cible)} y2=${y(jauge.cible)} />`
    }
    ${svg`<polyline class="evolution-ligne" points=${points.map(([a, b]) => `${String(a)},${String(b)}`).join(' ')} />`}
    ${points.map(([a, b]) => svg`<circle class="evolution-point" cx=${a} cy=${b} r="2.5" />`)}
  </svg>`
}

function jauge({ jauge: j }: CarteObjectif): TemplateResult | typeof nothing {
  if (j === undefined) return nothing
  const part = (valeur: number): string => String(valeur / j.maximum)
  const cible = j.cible === undefined ? '' : `; --cible-relative: ${part(j.cible)}`
  return html`<div
    class="carte-objectif suivre-jauge"
    ?data-sans-cible=${j.cible === undefined}
    .style=${`--valeur: ${part(j.valeur)}; --plus: ${part(j.plus)}${cible}`}
  >
    <span class="suivre-jauge-plus"></span>
  </div>`
}

function etat({ atteint, manque, manqueAjoute }: CarteObjectif): TemplateResult | typeof nothing {
  if (manque === undefined) return nothing
  return html`<p class="suivre-manque" data-atteint=${atteint === true ? 'oui' : 'non'}>
      ${icone(atteint === true ? 'succes' : 'anomalie')}<strong>${manque}</strong>
    </p>
    ${manqueAjoute === undefined ? nothing : html`<p class="aide">${manqueAjoute}</p>`}`
}

function gestes(suivre: Suivre, { cle, titre, taux, inconnues }: CarteObjectif): TemplateResult {
  const courante = suivre.etat.objectif === cle
  return html`<div class="suivre-gestes sans-impression">
    ${bouton({
      texte: 'Lignes',
      discret: true,
      desactive: taux === undefined && inconnues === 0,
      nom: `Voir les lignes derrière ${titre}`,
      surClic: () => void montrerLignes(suivre, cle, []),
    })}
    ${bouton({
      texte: courante ? 'Détaillé' : 'Détailler',
      discret: true,
      desactive: courante,
      nom: `Détailler ${titre}`,
      surClic: () => void choisirObjectif(suivre, cle),
    })}
  </div>`
}

/** One target: rate with its bracket, target, what is missing, where the year is heading. */
export function vueCarte(suivre: Suivre, carte: CarteObjectif): TemplateResult {
  const { titre, taux, compte, fourchette, cible, ecart, projection, baseLegale, aVerifier, definition } = carte
  return html`<article class="carte suivre-carte" data-etat=${taux === undefined ? 'absent' : 'connu'}>
    <h2 class="carte-titre">${titre}</h2>
    <div class="carte-ligne">
      <p class="carte-chiffre">${taux ?? 'Rien à compter'}</p>
      ${evolution(carte.trimestres, carte.jauge)}
    </div>
    <p>${compte}${ecart === undefined ? nothing : html` <span class="aide">(${ecart})</span>`}</p>
    ${fourchette === undefined ? nothing : html`<p class="aide suivre-fourchette">${fourchette}</p>`} ${jauge(carte)}
    ${
      cible === undefined
        ? nothing
        : html`<p class="aide rangee">${cible}${aVerifier ? etiquette('a-verifier') : nothing}</p>`
    }
    ${etat(carte)} ${projection === undefined ? nothing : html`<p>${projection}</p>`}
    <details class="suivre-definition">
      <summary class="carte-source">${baseLegale}</summary>
      <p class="aide">${definition}</p>
    </details>
    ${gestes(suivre, carte)}
  </article>`
}
