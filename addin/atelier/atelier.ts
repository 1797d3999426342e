import { html, render } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { depotFichier } from '../../ui/depot-fichier.ts'
import { entete } from '../../ui/entete.ts'
import { etapes, type Etape } from '../../ui/etapes.ts'
import '../../ui/fluent.ts'
import './atelier.css'

const ETAPES: readonly Etape[] = [
  { code: 'donnees', nom: 'Données', etat: 'a-faire' },
  { code: 'anomalies', nom: 'Anomalies', etat: 'a-faire', fermee: true },
  { code: 'grille', nom: 'Grille', etat: 'a-faire', fermee: true },
  { code: 'cotation', nom: 'Cotation', etat: 'a-faire', fermee: true },
  { code: 'explication', nom: 'Explication', etat: 'a-faire', fermee: true },
  { code: 'enregistrer', nom: 'Enregistrer', etat: 'a-faire', fermee: true },
]

/** The workshop before any file is open. */
export function afficherAtelier(racine: HTMLElement): void {
  const dessiner = (fichier?: File): void => {
    render(
      html`${entete('atelier')}
        <main class="page atelier" id="contenu">
          ${etapes({ etapes: ETAPES, courante: 'donnees', sens: 'colonne', surChoix: () => undefined })}
          <div class="atelier-travail">
            <h1>Ouvrez un fichier de demandes</h1>
            <p class="chapeau">
              L’export du SNE tel quel, en .xlsx ou en .csv. Les colonnes sont reconnues toutes seules.
            </p>
            ${depotFichier({
              id: 'fichier',
              titre: 'Fichier de demandes',
              aide: '.xlsx ou .csv. Le fichier reste sur ce poste\u202f: rien n’est envoyé.',
              formats: '.xlsx,.csv',
              surFichiers: ([choisi]) => {
                dessiner(choisi)
              },
            })}
            ${
              fichier &&
              bandeau({
                genre: 'attention',
                titre: `«\u202f${fichier.name}\u202f» n’a pas été lu`,
                textes: ['La lecture des fichiers arrive dans la prochaine version de l’atelier.'],
              })
            }
          </div>
        </main>`,
      racine,
    )
  }
  dessiner()
}
