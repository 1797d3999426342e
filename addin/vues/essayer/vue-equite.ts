import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { choix } from '../../../ui/champ.ts'
import { etatVide } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import type { EquiteVue, GroupeComposition } from '../../travail/essai/contrat-mesures.ts'
import { bouton } from '../elements.ts'
import { mesurerEquite } from './actions-mesures.ts'
import type { BancEssai } from './banc-essai.ts'
import { bloc } from './blocs.ts'

function groupe({ nom, chiffres }: GroupeComposition, tetes: readonly string[]): TemplateResult {
  if (chiffres === undefined)
    return html`<tr>
      <th scope="row">${nom}</th>
      <td colspan=${tetes.length + 1}>${etiquette('protege', 'moins de 11')}</td>
    </tr>`
  return html`<tr>
    <th scope="row">${nom}<span class="aide">${chiffres.n} demandes</span></th>
    <td>${chiffres.part}</td>
    ${chiffres.tetes.map(({ avant, apres }) => html`<td><span class="aide">${avant}</span><strong>${apres}</strong></td>`)}
  </tr>`
}

function composition({ tetes, dimensions }: EquiteVue): TemplateResult {
  return html`<p>
      Part de chaque groupe dans toute la liste, puis parmi les premières places&#8239;: en petit avec la grille en
      vigueur, en gras avec la grille essayée. Une part plus haute que dans la liste n’est pas une faveur&#8239;: la loi
      veut que certains publics passent devant.
    </p>
    <div class="defile" role="region" tabindex="0" aria-label="Composition des premières places">
      <table class="essai-table essai-composition">
        <caption class="hors-ecran">
          Part de chaque groupe dans la liste et parmi les premières places
        </caption>
        <thead>
          <tr>
            <th scope="col">Groupe</th>
            <th scope="col">Toute la liste</th>
            ${tetes.map((nom) => html`<th scope="col">${nom}</th>`)}
          </tr>
        </thead>
        ${dimensions.map(
          ({ nom, groupes }) =>
            html`<tbody>
              <tr>
                <th class="essai-dimension" colspan=${tetes.length + 2} scope="rowgroup">${nom}</th>
              </tr>
              ${groupes.map((g) => groupe(g, tetes))}
            </tbody>`,
        )}
      </table>
    </div>`
}

function effets(banc: BancEssai, { effets: dimensions }: EquiteVue): TemplateResult {
  const choisie = dimensions.find(({ dimension }) => dimension === banc.etat.dimension) ?? dimensions[0]
  if (choisie === undefined) return html``
  return html`<p>
      Ce que chaque critère donne à chaque groupe&#8239;: places que le groupe lui doit en moyenne (celles qu’il
      perdrait sans lui), puis points. Les effets ne s’additionnent pas.
    </p>
    ${choix({
      id: 'essai-dimension',
      libelle: 'Découpage',
      options: dimensions.map(({ dimension }) => ({ valeur: dimension, libelle: dimension })),
      valeur: choisie.dimension,
      surChoix: (dimension) => {
        banc.changer({ dimension })
      },
    })}
    <div class="defile" role="region" tabindex="0" aria-label="Effet de chaque critère sur chaque groupe">
      <table class="essai-table essai-composition">
        <caption class="hors-ecran">
          Effet de chaque critère, ${choisie.dimension}
        </caption>
        <thead>
          <tr>
            <th scope="col">Critère</th>
            ${choisie.groupes.map((nom) => html`<th scope="col">${nom}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${choisie.criteres.map(
            ({ nom, cases }) =>
              html`<tr>
                <th scope="row">${nom}</th>
                ${cases.map((c) =>
                  c === undefined
                    ? html`<td class="aide">moins de 11</td>`
                    : html`<td data-sens=${c.sens > 0 ? 'monte' : c.sens < 0 ? 'descend' : 'egal'}>
                        <strong>${c.places}</strong><span class="aide">${c.points} pts</span>
                      </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** Who stands first, before and after; what each criterion does to each group. */
export function vueEquite(banc: BancEssai): TemplateResult {
  const { equite, essai } = banc.etat
  const calculer = (texte: string): TemplateResult =>
    bouton({
      texte,
      principal: true,
      icone: 'menage',
      desactive: banc.volet.etat.enCours !== undefined,
      surClic: () => void mesurerEquite(banc),
    })
  if (equite === undefined) {
    return etatVide({
      icone: 'menage',
      titre: 'Pour qui\u202f?',
      texte:
        'Qui occupe les premières places avant et après, et ce que chaque critère donne à chaque groupe de ménages.',
      actions: calculer('Mesurer avant et après'),
    })
  }
  const perimee = essai !== undefined && essai.essayee.empreinte !== equite.empreinte
  return html`${
      perimee
        ? bandeau({
            genre: 'attention',
            titre: 'Mesuré avant vos derniers réglages',
            actions: calculer('Mesurer de nouveau'),
          })
        : nothing
    }
    <div class="essai-effet">
      ${bloc('Qui occupe les premières places', composition(equite))}
      ${bloc('Ce que donne chaque critère', effets(banc, equite))}
      <p class="aide">
        Ces chiffres ne prouvent ni discrimination, ni absence de discrimination&#8239;: ils disent qui passe devant,
        pas pourquoi. Les groupes de moins de 11 demandes ne sont pas montrés.
      </p>
    </div>`
}
