import { html, type TemplateResult } from 'lit'
import { formatCompte, formatJour, jourIso } from '../../core/index.ts'
import type { Jeu } from '../../core/observatoire/index.ts'
import { depotFichier } from '../../ui/depot-fichier.ts'
import { icone } from '../../ui/icones.ts'
import type { Application, Ouvert } from '../application.ts'

function description({ producteur, fait_le, profil_secret, observations }: Jeu): string {
  const jour = jourIso(fait_le)
  return [
    producteur,
    jour === undefined ? fait_le : formatJour(jour),
    formatCompte(observations.indicateur.length, 'chiffre'),
    profil_secret === undefined ? undefined : `profil de protection ${profil_secret}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function livre(jeu: Jeu): TemplateResult {
  return html`<li>
    <div>
      <p class="obs-fichier-titre">${jeu.titre}</p>
      <p class="aide">Livré avec le produit · ${description(jeu)}</p>
    </div>
  </li>`
}

function ouvert(application: Application, fichier: Ouvert): TemplateResult {
  return html`<li>
    <div>
      <p class="obs-fichier-titre">${fichier.jeu.titre}</p>
      <p class="aide">${fichier.fichier} · ${description(fichier.jeu)}</p>
    </div>
    <button
      type="button"
      class="obs-retirer sans-impression"
      aria-label="Retirer ${fichier.fichier}"
      @click=${() => {
        application.retirer(fichier)
      }}
    >
      ${icone('croix')}
    </button>
  </li>`
}

/** What is loaded and from whom, and where to open more. */
export function fichiers(application: Application): TemplateResult {
  const { livres, ouverts, table } = application
  const remplaces = table?.remplaces ?? 0
  return html`<section class="obs-fichiers" aria-labelledby="titre-fichiers">
    <h2 id="titre-fichiers">Données ouvertes</h2>
    <ul class="obs-liste">
      ${ouverts.map((fichier) => ouvert(application, fichier))} ${livres.map(livre)}
    </ul>
    ${
      remplaces === 0
        ? ''
        : html`<p>
            ${formatCompte(remplaces, 'chiffre donné', 'chiffres donnés')} par plusieurs fichiers&#8239;: la publication
            la plus récente est montrée.
          </p>`
    }
    <div class="sans-impression">
      ${depotFichier({
        id: 'fichier',
        titre: 'Ouvrir les chiffres d’un territoire',
        aide: 'Fichiers .json publiés par l’atelier, Excel ou la ligne de commande. Ils restent dans cette page\u202f: rien n’est envoyé.',
        formats: '.json',
        plusieurs: true,
        surFichiers: (choisis) => {
          void application.ouvrir(choisis)
        },
      })}
    </div>
  </section>`
}
