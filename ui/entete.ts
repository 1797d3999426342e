import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { choix } from './champ.ts'
import { appliquerTheme, retenirTheme, themeChoisi, type Theme } from './theme.ts'
import './page.css'

/** The mark: ranked bars under a roof. The same drawing as `marque.svg`. */
export function marque(): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor"><path d="M10.5 2h3v3h-3zM7 7h10v3H7zM3 12h18v3H3zM3 17h11v5H3zM16 17h5v5h-5z"/></svg>`
}

export type NomPage = 'atelier' | 'observatoire' | 'composants'

const PAGES: readonly (readonly [NomPage, string])[] = [
  ['atelier', 'Atelier'],
  ['observatoire', 'Observatoire'],
]

const THEMES = [
  { valeur: 'auto', libelle: 'Auto' },
  { valeur: 'clair', libelle: 'Clair' },
  { valeur: 'sombre', libelle: 'Sombre' },
]

function choixTheme(): TemplateResult {
  return html`<div class="entete-theme sans-impression">
    ${choix({
      id: 'theme',
      libelle: 'Thème',
      options: THEMES,
      valeur: themeChoisi(),
      surChoix: (valeur) => {
        appliquerTheme(valeur as Theme)
        retenirTheme(valeur as Theme)
      },
    })}
  </div>`
}

/** Top of a page of the site, which lies one folder below its root. */
export function entete(courante: NomPage): TemplateResult {
  return html`<a class="lien-evitement" href="#contenu">Aller au contenu</a>
    <header class="entete">
      <a class="entete-marque" href="../">${marque()}<span class="entete-nom">Attributions</span></a>
      <nav aria-label="Pages">
        <ul class="entete-pages">
          ${PAGES.map(
            ([nom, titre]) =>
              html`<li><a href="../${nom}/" aria-current=${nom === courante ? 'page' : nothing}>${titre}</a></li>`,
          )}
        </ul>
      </nav>
      ${choixTheme()}
    </header>`
}
