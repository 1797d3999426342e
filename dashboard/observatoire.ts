import { html, render } from 'lit'
import { entete } from '../ui/entete.ts'
import { etatVide } from '../ui/etats.ts'

/** The observatory before any dataset is open. */
export function afficherObservatoire(racine: HTMLElement): void {
  render(
    html`${entete('observatoire')}
      <main class="page" id="contenu">
        <h1>Comment se loge-t-on d’un territoire à l’autre&#8239;?</h1>
        <p class="chapeau">
          L’observatoire compare les attributions et les demandes entre intercommunalités, à partir de chiffres agrégés
          et protégés.
        </p>
        ${etatVide({
          icone: 'observatoire',
          titre: 'Aucun jeu de données ouvert',
          texte: 'Les fichiers que publient les territoires s’ouvriront ici, sans quitter ce poste.',
        })}
      </main>`,
    racine,
  )
}
