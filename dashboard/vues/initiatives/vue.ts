import { html, type TemplateResult } from 'lit'
import { cleTexte, formatCompte } from '../../../core/index.ts'
import { choix, saisie } from '../../../ui/champ.ts'
import { etatVide } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import type { Contexte, InitiativeSituee } from '../../modeles/contexte.ts'
import { dateApres } from '../../modeles/provenance.ts'
import type { Hote, Vue } from '../vue.ts'
import { figureMatrice, matriceDe, THEMES, type LigneMatrice } from './figure-matrice.ts'

function cherchables(mots: string): readonly string[] {
  return mots
    .split(/[\s'’-]+/u)
    .map(cleTexte)
    .filter((mot) => mot !== '')
}

/** Initiatives of the theme asked for that hold all the words, in the title, the text or the territory. */
function retenues({ initiatives, selection }: Contexte): readonly InitiativeSituee[] {
  const mots = cherchables(selection.mots ?? '')
  return initiatives.filter(({ theme, titre, resume, lieu }) => {
    const cle = cleTexte(`${titre} ${resume} ${lieu.nom}`)
    return (selection.theme === undefined || theme === selection.theme) && mots.every((mot) => cle.includes(mot))
  })
}

function nomTheme(code: string): string {
  return THEMES.find(([theme]) => theme === code)?.[1] ?? code
}

function filtres({ selection }: Contexte, hote: Hote): TemplateResult {
  return html`<div class="obs-controles sans-impression" role="search" aria-label="Chercher une initiative">
    ${saisie({
      id: 'mots',
      libelle: 'Mots du titre, du texte ou du territoire',
      genre: 'recherche',
      valeur: selection.mots ?? '',
      exemple: 'relogement, Rennes…',
      surSaisie: (mots) => {
        hote.preciser({ mots: mots === '' ? undefined : mots })
      },
    })}
    ${choix({
      id: 'theme-initiative',
      libelle: 'Thème',
      options: [
        { valeur: '', libelle: 'Tous les thèmes' },
        ...THEMES.map(([valeur, libelle]) => ({ valeur, libelle })),
      ],
      valeur: selection.theme ?? '',
      surChoix: (theme) => {
        hote.choisir({ theme: theme === '' ? undefined : theme })
      },
    })}
  </div>`
}

function fiche({ titre, resume, lieu, theme, source }: InitiativeSituee): TemplateResult {
  const { url, date } = source ?? {}
  const nom =
    source === undefined ? 'non nommée' : [source.titre, dateApres(source.titre, date)].filter(Boolean).join(', ')
  return html`<li class="obs-fiche">
    <p class="obs-fiche-tete">${lieu.nom} ${etiquette('neutre', nomTheme(theme))}</p>
    <h3>${titre}</h3>
    <p>${resume}</p>
    <p class="aide">Source&#8239;: ${url === undefined ? nom : html`<a href=${url} rel="noreferrer">${nom}</a>`}</p>
  </li>`
}

function fiches(trouvees: readonly InitiativeSituee[], hote: Hote): TemplateResult {
  return html`<section class="obs-bloc" aria-labelledby="titre-fiches">
    <div role="status"><h2 id="titre-fiches">${formatCompte(trouvees.length, 'initiative')}</h2></div>
    ${
      trouvees.length === 0
        ? etatVide({
            icone: 'recherche',
            titre: 'Aucune initiative ne correspond',
            texte: 'Essayez un autre mot, ou tous les thèmes.',
            actions: html`<a class="obs-bouton" href=${hote.lien({ mots: undefined, theme: undefined })}
              >Tout montrer</a
            >`,
          })
        : html`<ul class="obs-fiches">
            ${trouvees.map(fiche)}
          </ul>`
    }
  </section>`
}

function caseMatrice(lieu: LigneMatrice['lieu'], rang: number, n: number, hote: Hote): TemplateResult {
  const [theme = '', nom = ''] = THEMES[rang] ?? []
  if (n === 0) return html`<td class="obs-matrice-vide"><span class="hors-ecran">aucune recensée</span></td>`
  return html`<td>
    <a
      href=${hote.lien({ theme, mots: lieu.nom.slice(0, 80) })}
      aria-label="${lieu.nom}, ${nom}&#8239;: ${formatCompte(n, 'initiative')}"
      >${n}</a
    >
  </td>`
}

function matrice(contexte: Contexte, hote: Hote): TemplateResult {
  return html`<section class="obs-bloc" aria-labelledby="titre-matrice">
    <h2 id="titre-matrice">Qui fait quoi</h2>
    <div class="obs-defile" tabindex="0" role="region" aria-labelledby="titre-matrice">
      <table class="obs-matrice">
        <thead>
          <tr>
            <th scope="col">Territoire</th>
            ${THEMES.map(([, nom]) => html`<th scope="col">${nom}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${matriceDe(contexte.initiatives).map(
            ({ lieu, comptes }) =>
              html`<tr>
                <th scope="row">${lieu.nom}</th>
                ${comptes.map((n, i) => caseMatrice(lieu, i, n, hote))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

/** What territories do, by theme, each with its source. */
export function voir(contexte: Contexte): Vue {
  const trouvees = retenues(contexte)
  const figure = figureMatrice(contexte.initiatives)
  return {
    titre: 'Que font les territoires\u202f?',
    sousTitre: 'Initiatives locales en matière d’attributions, par thème et par territoire',
    figures: [figure],
    gabarit: (hote) =>
      html`${filtres(contexte, hote)} ${matrice(contexte, hote)} ${fiches(trouvees, hote)}
      ${afficherFigure(figure, hote, {
        surChoix: (theme) => {
          hote.choisir({ theme })
        },
      })} `,
  }
}
