import { html, nothing, type TemplateResult } from 'lit'
import { etiquette } from '../../../ui/etiquette.ts'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import { situer, type Contexte } from '../../modeles/contexte.ts'
import { origineDe } from '../../modeles/provenance.ts'
import { controles } from '../../page/controles.ts'
import { figureAvancement } from '../reforme/figures.ts'
import { vueSansChiffres } from '../situation-vide.ts'
import type { Hote, Vue } from '../vue.ts'
import { figureCles } from './figure-cles.ts'
import { questionsDe, type Question } from './questions.ts'

const TITRE = 'Où en sont les attributions de logements sociaux\u202f?'

function carte(q: Question, hote: Hote): TemplateResult {
  const { comparaison } = q
  return html`<li class="obs-question-cle">
    <h3><a href=${hote.lien({ vue: 'portrait', indicateur: q.cle, periode: undefined })}>${q.question}</a></h3>
    <p class="obs-question-chiffre">${q.texte} ${q.fictif ? etiquette('provisoire', 'exemple fictif') : nothing}</p>
    <p>${q.ou}, ${q.quand}${q.effectif === '' ? '' : `\u202f: ${q.effectif}`}</p>
    ${comparaison === undefined ? nothing : html`<p><strong>${comparaison.ecart}</strong> ${comparaison.avec}</p>`}
    <p class="aide">
      ${origineDe(q.chiffres, [])
        .sources.map((source) => source.texte)
        .join('\u202f; ')}
    </p>
  </li>`
}

function entrees(hote: Hote): TemplateResult {
  return html`<nav class="obs-entrees sans-impression" aria-label="Par où commencer">
    <a href=${hote.lien({ vue: 'portrait' })}
      ><strong>Situer un EPCI</strong> parmi ceux de sa région, et depuis quand</a
    >
    <a href=${hote.lien({ vue: 'comparaison' })}><strong>Comparer</strong> de deux à trente territoires</a>
    <a href=${hote.lien({ vue: 'initiatives' })}><strong>Voir ce qui se fait</strong> ailleurs, thème par thème</a>
    <a href=${hote.lien({ vue: 'donnees' })}><strong>Ouvrir ses chiffres</strong> et ceux des autres territoires</a>
    ${
      hote.selection.exemple === '1'
        ? nothing
        : html`<a href=${hote.lien({ exemple: '1', vue: 'portrait', indicateur: 'q1_hors_qpv', periode: undefined })}
            ><strong>Essayer</strong> sur trois années fictives</a
          >`
    }
  </nav>`
}

/** The key questions, each with its figure and what it is compared with. */
export function voir(contexte: Contexte): Vue {
  const situation = situer(contexte)
  const questions = questionsDe(contexte)
  if (situation === undefined) return vueSansChiffres(TITRE)
  const cles = figureCles(questions)
  const reforme = figureAvancement(contexte)
  const figures = [cles, ...(reforme === undefined ? [] : [reforme])]
  return {
    titre: TITRE,
    sousTitre: situation.lieu?.nom ?? 'France, régions et EPCI, d’après ce qui est publié',
    figures,
    gabarit: (hote) =>
      html`${controles(situation, hote, { sans: ['indicateur', 'periode', 'parmi'] })} ${entrees(hote)}
        <section aria-labelledby="titre-questions">
          <h2 id="titre-questions" class="hors-ecran">Questions clés</h2>
          <ul class="obs-questions">
            ${questions.map((q) => carte(q, hote))}
          </ul>
        </section>
        ${figures.map((figure) =>
          afficherFigure(
            figure,
            hote,
            figure === cles
              ? {
                  surChoix: (indicateur) => {
                    hote.choisir({ vue: 'portrait', indicateur, periode: undefined })
                  },
                }
              : {},
          ),
        )}`,
  }
}
