import { html, render } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { appliquerTheme } from '../../ui/theme.ts'
import { associerCommandes, ouvrirExcel, type Place } from '../excel/index.ts'
import { excelSombre } from '../excel/theme.ts'
import { SCRIPT_FONCTIONS } from '../manifeste/adresses.ts'
import { commandesLivrees } from '../manifeste/commandes.ts'
import { Poste } from '../travail/poste.ts'
import { compterRestaurables } from '../vues/actions-sur-place.ts'
import { monterVolet } from '../vues/monter-volet.ts'
import type { Volet } from '../vues/volet.ts'
import { chargerScript, DELAI_OFFICE, OfficeInjoignable, URL_OFFICE } from './charger-office.ts'
import { ClasseurOuvert } from './classeur-ouvert.ts'
import { obeir, suivreLigne, type Ouvert } from './commandes-volet.ts'
import { hoteExcel } from './hote-excel.ts'
import '../../ui/page.css'
import './volet.css'

function creerTravailleur(): Worker {
  return new Worker(new URL('../travail/travailleur.ts', import.meta.url), { type: 'module' })
}

/** The day it is here, ISO: the only clock of the pane. */
function aujourdhui(): string {
  const maintenant = new Date()
  const deux = (n: number): string => String(n).padStart(2, '0')
  return `${String(maintenant.getFullYear())}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`
}

/** Excel's own theme, else the system's. It can change while the pane sleeps. */
function suivreTheme(): void {
  const habiller = (): void => {
    const sombre = excelSombre()
    appliquerTheme(sombre === undefined ? 'auto' : sombre ? 'sombre' : 'clair')
  }
  habiller()
  document.addEventListener('visibilitychange', habiller)
}

function dessinerAttente(racine: HTMLElement): void {
  render(
    html`<main class="page volet-page">
      <h1>Attributions</h1>
      <p role="status">Liaison avec Excel…</p>
    </main>`,
    racine,
  )
}

function dessinerInjoignable(racine: HTMLElement): void {
  const actions = html`<button
    type="button"
    class="reessayer"
    @click=${() => {
      location.reload()
    }}
  >
    Réessayer
  </button>`
  render(
    html`<main class="page volet-page">
      <h1>Attributions</h1>
      ${bandeau({
        genre: 'erreur',
        titre: 'La bibliothèque d’Excel est injoignable',
        textes: [
          'Ce poste doit pouvoir atteindre appsforoffice.microsoft.com. Vérifiez le réseau ou le pare-feu, puis réessayez.',
          'Vos données ne sont pas en cause, le classeur n’a pas été touché.',
        ],
        actions,
      })}
      <p>En attendant, l’<a href="./atelier/">atelier</a> cote un fichier sans Excel.</p>
    </main>`,
    racine,
  )
}

/** Ribbon, selection, work left by a cut run: everything by which Excel speaks to the pane. */
async function ecouterExcel({ volet, classeur, hote }: Omit<Ouvert, 'selection'>): Promise<void> {
  let place: Place | undefined
  const ouvert: Ouvert = { volet, classeur, hote, selection: () => place }
  const etapes = new Map(commandesLivrees().flatMap(({ id, etape }) => (etape === undefined ? [] : [[id, etape]])))
  associerCommandes([...etapes.keys()], (id) => obeir(ouvert, etapes.get(id) ?? 'aide'))
  const avis = await classeur.excel.reprendre()
  if (avis.length > 0) volet.changer({ avis })
  await compterRestaurables(volet)
  await hote.actualiser()
  await classeur.excel.suivreSelection((nouvelle) => {
    place = nouvelle
    const { etape, cotation } = volet.etat
    const suivie = cotation !== undefined && (etape === 'cotation' || etape === 'explication')
    if (suivie) void suivreLigne(ouvert, nouvelle).catch(() => undefined)
  })
}

async function monterExcel(racine: HTMLElement): Promise<void> {
  const excel = await ouvrirExcel({
    surSaisie: (saisie) => {
      volet.changer({ saisie })
    },
  })
  suivreTheme()
  const classeur = new ClasseurOuvert(excel)
  const hote = hoteExcel(classeur, aujourdhui(), {
    redessiner: () => {
      volet.changer({})
    },
    signaler: (erreur) => {
      volet.signaler(erreur)
    },
    dire: (avis) => {
      volet.changer({ avis })
    },
  })
  render(
    html`<main class="page volet-page" id="contenu"></main>
      <footer class="volet-pied"><a href="./aide.html" target="_blank" rel="noopener">Aide du complément</a></footer>`,
    racine,
  )
  const contenu = racine.querySelector<HTMLElement>('#contenu')
  if (contenu === null) throw new Error('the page has no content')
  const volet: Volet = monterVolet(contenu, hote, new Poste(creerTravailleur))
  await ecouterExcel({ volet, classeur, hote })
}

/**
 * The pane in Excel. Office.js first, from the only place where it may come from; then the custom functions, which share
 * this page's runtime and must never prevent it from showing.
 */
export async function afficherVolet(racine: HTMLElement, delai = DELAI_OFFICE): Promise<void> {
  dessinerAttente(racine)
  try {
    await chargerScript(URL_OFFICE, delai)
  } catch (erreur) {
    if (!(erreur instanceof OfficeInjoignable)) throw erreur
    dessinerInjoignable(racine)
    return
  }
  await chargerScript(SCRIPT_FONCTIONS, delai).catch(() => undefined)
  await monterExcel(racine)
}
