import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { etatVide } from '../../../ui/etats.ts'
import type { BarreTornade, DemandeAuBord, DemandeFragile, IntervalleVu, RobustesseVue } from '../../../core/index.ts'
import { bouton } from '../elements.ts'
import { mesurerRobustesse } from './actions-mesures.ts'
import type { BancEssai } from './banc-essai.ts'
import { bloc } from './blocs.ts'
import { cote } from './graphiques.ts'

/** Bars of the tornado shown at first. */
const BARRES = 12

function direPoints(points: string): string {
  return `${points}\u00a0${/^\D?[01](?:,|$)/u.test(points) ? 'point' : 'points'}`
}

function barre(
  { nom, points, baisse, hausse, texteBaisse, texteHausse }: BarreTornade,
  maximum: number,
): TemplateResult {
  const part = (n: number): number => (maximum === 0 ? 0 : n / maximum)
  return html`<li>
    <span>${nom} <span class="aide">${direPoints(points)}</span></span>
    ${cote('baisse', part(baisse), texteBaisse)} ${cote('hausse', part(hausse), texteHausse)}
  </li>`
}

function tornade({ tornade: barres }: RobustesseVue): TemplateResult {
  const maximum = Math.max(0, ...barres.flatMap(({ baisse, hausse }) => [baisse, hausse]))
  return html`<p>
      Part des listes qui changent quand les points d’un critère bougent seuls&#8239;: à gauche jusqu’à 20 points en
      moins, à droite jusqu’à 20 points en plus.
    </p>
    <ol class="essai-tornade">
      ${barres.slice(0, BARRES).map((ligne) => barre(ligne, maximum))}
    </ol>
    ${
      barres.length > BARRES
        ? html`<p class="aide">
            Les ${BARRES} plus décisifs sur ${formatCompte(barres.length, 'nombre de points', 'nombres de points')}.
          </p>`
        : nothing
    }`
}

function intervalle({ nom, points, phrase }: IntervalleVu): TemplateResult {
  return html`<tr>
    <th scope="row">${nom}</th>
    <td>${points}</td>
    <td>${phrase}</td>
  </tr>`
}

function intervalles({ intervalles: liste }: RobustesseVue): TemplateResult {
  return html`<p>Où peuvent aller les points d’un critère, tout le reste égal, sans qu’aucune liste ne change.</p>
    <table class="essai-table">
      <caption class="hors-ecran">
        Intervalle de points sans effet, critère par critère
      </caption>
      <thead>
        <tr>
          <th scope="col">Critère</th>
          <th scope="col">Points</th>
          <th scope="col">Sans effet</th>
        </tr>
      </thead>
      <tbody>
        ${liste.map(intervalle)}
      </tbody>
    </table>`
}

function fragiles(titre: string, liste: readonly DemandeFragile[]): TemplateResult | typeof nothing {
  if (liste.length === 0) return nothing
  return html`<div>
    <h4>${titre}</h4>
    <ol class="paires">
      ${liste.map(({ numero, part }) => html`<li><span>${numero}</span><strong>${part}</strong></li>`)}
    </ol>
  </div>`
}

function auBord(marge: string, liste: readonly DemandeAuBord[]): TemplateResult {
  return html`<div>
    <h4>${marge}</h4>
    <ol class="paires">
      ${liste.map(
        ({ numero, dedans, lots }) =>
          html`<li>
            <span>${numero}</span><span class="aide">${dedans ? 'dans la liste' : 'juste derrière'}, ${lots}</span>
          </li>`,
      )}
    </ol>
  </div>`
}

function bord({ bord: liste, nombreBord }: RobustesseVue): TemplateResult {
  return html`<p>
      ${formatCompte(nombreBord, 'demande tient', 'demandes tiennent')} à un point près à une liste de trois&#8239;: une
      pièce manquante suffit à changer la liste.
    </p>
    <div class="essai-deux">
      ${[...new Set(liste.map(({ marge }) => marge))].map((marge) =>
        auBord(
          marge,
          liste.filter((d) => d.marge === marge),
        ),
      )}
    </div>
    ${
      liste.length < nombreBord
        ? html`<p class="aide">Les ${liste.length} premières dans l’ordre de la liste, sur ${nombreBord}.</p>`
        : nothing
    }`
}

/** @param essayee whether the grid measured differs from the one in force */
function resultat(vue: RobustesseVue, essayee: boolean): TemplateResult {
  const { acceptabilite, resume, listes } = vue
  return html`<div class="essai-effet">
    ${bloc(
      'En bref',
      html`<ul class="essai-phrases">
        ${[`${essayee ? 'Grille essayée' : 'Grille en vigueur'}\u202f: ${listes}`, ...resume].map((phrase) => html`<li>${phrase}</li>`)}
      </ul>`,
    )}
    ${bloc('Ce qui pèse sur les listes', tornade(vue))} ${bloc('Jusqu’où aller sans rien changer', intervalles(vue))}
    ${bloc(
      'Avec d’autres pondérations raisonnables',
      html`<p>${acceptabilite.phrase}</p>
        <p class="aide">
          En face de chaque demande&#8239;: combien de fois sur 100 elle serait parmi les trois d’un logement.
        </p>
        <div class="essai-deux">
          ${fragiles('Les moins assurées', acceptabilite.menacees)}
          ${fragiles('Celles qui pourraient entrer', acceptabilite.entrantes)}
        </div>
        <p class="aide">${acceptabilite.methode}</p>`,
    )}
    ${bloc('Au bord des listes', bord(vue))}
    <p class="aide">
      Ces mesures disent ce qui bouge, pas ce qui est juste. Un intervalle ne vaut que pour un nombre de points changé
      seul&#8239;: deux changements à la fois peuvent faire ce qu’aucun ne fait.
    </p>
  </div>`
}

/** How far the grid tried can be changed without the commission reading other cases. */
export function vueRobustesse(banc: BancEssai): TemplateResult {
  const { robustesse, essai } = banc.etat
  const calculer = (texte: string): TemplateResult =>
    bouton({
      texte,
      principal: true,
      icone: 'observatoire',
      desactive: banc.volet.etat.enCours !== undefined,
      surClic: () => void mesurerRobustesse(banc),
    })
  if (robustesse === undefined) {
    return etatVide({
      icone: 'essai',
      titre: 'La grille tient-elle\u202f?',
      texte:
        'Chaque nombre de points est essayé un à un, puis tous ensemble au hasard. Quelques secondes, sans rien écrire.',
      actions: calculer('Mesurer la robustesse'),
    })
  }
  const perimee = essai !== undefined && essai.essayee.empreinte !== robustesse.empreinte
  return html`${
    perimee
      ? bandeau({
          genre: 'attention',
          titre: `Mesuré sur «\u202f${robustesse.grille}\u202f», avant vos derniers réglages`,
          actions: calculer('Mesurer de nouveau'),
        })
      : nothing
  }
  ${resultat(robustesse, essai?.modifiee === true)}`
}
