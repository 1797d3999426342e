import { html, render, type TemplateResult } from 'lit'
import { entete } from '../../ui/entete.ts'
import '../../ui/fluent.ts'
import { sectionChiffres, sectionExplication, sectionTable } from './sections-donnees.ts'
import { sectionCouleurs, sectionIcones, sectionTexte } from './sections-fondations.ts'
import { sectionBoutons, sectionChamps, sectionEtats, sectionEtapes, sectionMessages } from './sections-gestes.ts'
import './vitrine.css'
import type { Section } from './section.ts'

function section({ id, titre, contenu }: Section): TemplateResult {
  return html`<section class="vitrine-section" aria-labelledby=${id}>
    <h2 id=${id}>${titre}</h2>
    ${contenu}
  </section>`
}

/** Every component in every state. `redessiner` is given to the sections that change when they are used. */
export function afficherVitrine(racine: HTMLElement): void {
  const dessiner = (): void => {
    const sections = [
      sectionTexte(),
      sectionCouleurs(),
      sectionIcones(),
      sectionBoutons(),
      sectionEtapes(dessiner),
      sectionMessages(dessiner),
      sectionChamps(dessiner),
      sectionEtats(),
      sectionChiffres(),
      sectionExplication(),
      sectionTable(dessiner),
    ]
    render(
      html`${entete('composants')}
        <main class="page" id="contenu">
          <h1>Composants</h1>
          <p class="chapeau">
            Chaque composant de l’identité, dans chacun de ses états. Les chiffres et les ménages sont inventés.
          </p>
          <nav aria-label="Sommaire">
            <ul class="vitrine-sommaire">
              ${sections.map(({ id, titre }) => html`<li><a href="#${id}">${titre}</a></li>`)}
            </ul>
          </nav>
          ${sections.map(section)}
        </main>`,
      racine,
    )
  }
  dessiner()
}
