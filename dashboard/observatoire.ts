import { html, render, type TemplateResult } from 'lit'
import { francais } from '../core/index.ts'
import { bandeau } from '../ui/bandeau.ts'
import { entete } from '../ui/entete.ts'
import { etatChargement, etatVide } from '../ui/etats.ts'
import { etiquette } from '../ui/etiquette.ts'
import { Application } from './application.ts'
import { enumerer } from './modeles/ecrire-valeur.ts'
import { situer, type Contexte } from './modeles/contexte.ts'
import { voir } from './modeles/voir.ts'
import { controles } from './vues/controles.ts'
import { fichiers } from './vues/fichiers.ts'
import { montrerChoisi } from './vues/montrer-choisi.ts'
import { lecture, ligneSource } from './vues/lecture.ts'
import { reponse } from './vues/reponse.ts'
import { tableau } from './vues/tableau.ts'
import './observatoire.css'

const TITRE_GENERAL = 'Comment se loge-t-on d’un territoire à l’autre\u202f?'

function annonce(application: Application): TemplateResult | string {
  const { annonce: dite } = application
  if (dite === undefined) return ''
  return bandeau({
    ...dite,
    surFermer: () => {
      application.fermerAnnonce()
    },
  })
}

function introuvables({ introuvables: noms }: Contexte): TemplateResult | string {
  if (noms.length === 0) return ''
  return bandeau({
    genre: 'attention',
    titre: 'L’adresse demande ce qui n’est pas ici',
    textes: [
      francais(
        `Introuvable : ${enumerer(noms)}. La page montre ce qui s’en approche ; si le chiffre vient d’un fichier, ouvrez-le de nouveau.`,
      ),
    ],
  })
}

function page(application: Application, contexte: Contexte): TemplateResult {
  const vue = voir(contexte)
  return html`<div class="obs-titre">
      <h1>${vue.question}</h1>
      <p class="obs-sous-titre">${vue.sousTitre} ${etiquette('provisoire', 'page provisoire')}</p>
    </div>
    ${controles(application, contexte)} ${annonce(application)} ${introuvables(contexte)}
    ${reponse(vue, (territoire) => {
      application.choisir({ territoire })
    })}
    ${ligneSource(vue)} ${tableau(application, vue.tableau)}
    <div class="obs-bas">${lecture(vue)} ${fichiers(application)}</div>`
}

/** A module that failed to load stays failed until the page is loaded again. */
function recharger(): void {
  location.reload()
}

function sansDonnees(application: Application): TemplateResult {
  if (application.chargement === 'en-cours') {
    return html`<h1>${TITRE_GENERAL}</h1>
      ${etatChargement('Ouverture des chiffres publiés…', 8)}`
  }
  return html`<h1>${TITRE_GENERAL}</h1>
    ${annonce(application)}
    ${
      application.chargement === 'echoue'
        ? bandeau({
            genre: 'erreur',
            titre: 'Les chiffres livrés avec la page n’ont pas pu être ouverts',
            textes: ['Vérifiez la connexion, puis réessayez. Un fichier de votre poste s’ouvre quand même.'],
            actions: html`<button type="button" class="obs-bouton" @click=${recharger}>Réessayer</button>`,
          })
        : etatVide({
            icone: 'observatoire',
            titre: 'Aucun chiffre ouvert',
            texte: 'Ouvrez un fichier publié par un territoire.',
          })
    }
    ${fichiers(application)}`
}

/** The observatory: one indicator at a time, one territory among others. */
export function afficherObservatoire(racine: HTMLElement): void {
  const application = new Application(() => {
    dessiner()
  })
  let montre = ''
  const dessiner = (): void => {
    const contexte = application.table && situer(application.table, application.selection)
    render(
      html`${entete('observatoire')}
        <main class="page obs" id="contenu" tabindex="-1">
          ${contexte === undefined ? sansDonnees(application) : page(application, contexte)}
        </main>`,
      racine,
    )
    const choisi = [contexte?.lieu?.code, contexte?.choix.cle, contexte?.periode, contexte?.parmi.cle].join()
    // A sort leaves the table where the reader put it.
    if (choisi !== montre) void montrerChoisi(racine)
    montre = choisi
    document.title = `${racine.querySelector('h1')?.textContent ?? 'Observatoire'} · Observatoire des attributions`
  }
  window.addEventListener('popstate', () => {
    application.suivreAdresse()
  })
  // The address holds the selection: going to the content must not replace it.
  racine.addEventListener('click', (evenement) => {
    if (!(evenement.target as HTMLElement).matches('.lien-evitement')) return
    evenement.preventDefault()
    racine.querySelector('main')?.focus()
  })
  void application.charger()
}
