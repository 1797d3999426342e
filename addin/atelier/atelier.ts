import { html, render } from 'lit'
import { entete } from '../../ui/entete.ts'
import { Poste } from '../travail/poste.ts'
import { GRILLES_FOURNIES } from '../vues/grilles-fournies.ts'
import { monterVolet } from '../vues/monter-volet.ts'
import { chargerExemple } from './exemple.ts'
import { hotePage } from './hote-page.ts'
import './atelier.css'

function creerTravailleur(): Worker {
  return new Worker(new URL('./travailleur.ts', import.meta.url), { type: 'module' })
}

/** The day it is here, ISO: the only clock of the workshop. */
function aujourdhui(): string {
  const maintenant = new Date()
  const deux = (n: number): string => String(n).padStart(2, '0')
  return `${String(maintenant.getFullYear())}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`
}

/** Once the page is there, fetches what it will need: from then on it works without network. */
function toutPreparer(poste: Poste): void {
  const preparer = (): void => {
    const fetches = [chargerExemple(), ...GRILLES_FOURNIES.map((grille) => grille.charger())]
    void Promise.allSettled([poste.executer((session) => session.preparer()), ...fetches]).then(() => {
      document.documentElement.dataset.pret = 'oui'
    })
  }
  setTimeout(preparer, 300)
}

/** The workshop: the pane on a file. */
export function afficherAtelier(racine: HTMLElement): void {
  render(
    html`${entete('atelier')}
      <main class="page atelier" id="contenu"></main>`,
    racine,
  )
  const contenu = racine.querySelector<HTMLElement>('#contenu')
  if (contenu === null) throw new Error('the page has no content')
  const poste = new Poste(creerTravailleur)
  monterVolet(contenu, hotePage(aujourdhui()), poste)
  toutPreparer(poste)
}
