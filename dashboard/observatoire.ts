import { html, nothing, render, type TemplateResult } from 'lit'
import { bandeau } from '../ui/bandeau.ts'
import { entete } from '../ui/entete.ts'
import { etatChargement, etatVide } from '../ui/etats.ts'
import { ecrireAdresse, lireAdresse } from './adresse.ts'
import { Application } from './application.ts'
import type { Figure } from './figures/figure.ts'
import { annonce, bandeauExemple, navigation, outils } from './page/cadre.ts'
import { preparerImpression } from './page/imprimer.ts'
import { lectureEnCours } from './page/lecture-en-cours.ts'
import { montrerChoisi } from './page/montrer-choisi.ts'
import { VUES, vueDemandee } from './vues/registre.ts'
import type { Hote, ModuleVue, Vue } from './vues/vue.ts'
import './observatoire.css'
import './figures/rendu/figure.css'

const TITRE_GENERAL = 'Comment se loge-t-on d’un territoire à l’autre\u202f?'

/** A module that failed to load stays failed until the page is loaded again. */
function recharger(): void {
  location.reload()
}

function echec(titre: string, texte: string): TemplateResult {
  return bandeau({
    genre: 'erreur',
    titre,
    textes: [texte],
    actions: html`<button type="button" class="obs-bouton" @click=${recharger}>Réessayer</button>`,
  })
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
        ? echec('Les chiffres livrés avec la page n’ont pas pu être ouverts', 'Vérifiez la connexion, puis réessayez.')
        : etatVide({
            icone: 'observatoire',
            titre: 'Aucun chiffre ouvert',
            texte: 'Ouvrez un fichier publié par un territoire.',
          })
    }`
}

/** The modules of views, each loaded the first time that it is asked for. */
class Modules {
  readonly #faits = new Map<string, ModuleVue | 'echoue'>()
  readonly #demandes = new Set<string>()
  readonly #changer: () => void

  constructor(changer: () => void) {
    this.#changer = changer
  }

  /** Undefined while it is being loaded. */
  lire(code: string): ModuleVue | 'echoue' | undefined {
    if (!this.#demandes.has(code)) {
      this.#demandes.add(code)
      void this.#charger(code)
    }
    return this.#faits.get(code)
  }

  /** The module once loaded. @throws Error when it cannot be */
  async attendre(code: string): Promise<ModuleVue> {
    const fait = this.#faits.get(code)
    if (fait !== undefined && fait !== 'echoue') return fait
    const ligne = VUES.find((vue) => vue.code === code)
    if (ligne === undefined) throw new Error(`no such view: ${code}`)
    return ligne.charger()
  }

  async #charger(code: string): Promise<void> {
    const ligne = VUES.find((vue) => vue.code === code)
    try {
      this.#faits.set(code, (await ligne?.charger()) ?? 'echoue')
    } catch {
      this.#faits.set(code, 'echoue')
    }
    this.#changer()
  }
}

/** The page: one view at a time, which its address names. */
class Page {
  readonly #racine: HTMLElement
  readonly #application: Application
  readonly #modules: Modules
  #montree: string | undefined
  #adresse = ''

  constructor(racine: HTMLElement) {
    this.#racine = racine
    const changer = (): void => {
      this.dessiner()
    }
    this.#application = new Application(changer)
    this.#modules = new Modules(changer)
  }

  get application(): Application {
    return this.#application
  }

  get #hote(): Hote {
    const application = this.#application
    return {
      application,
      selection: application.selection,
      choisir: (partie) => {
        application.choisir(partie)
      },
      preciser: (partie) => {
        application.preciser(partie)
      },
      lien: (partie) => ecrireAdresse({ ...application.selection, ...partie }),
      triDe: (figure) => application.triDe(figure),
      trier: (figure, tri) => {
        application.trier(figure, tri)
      },
      figuresDe: (adresse) => this.#figuresDe(adresse),
    }
  }

  async #figuresDe(adresse: string): Promise<readonly Figure[]> {
    const selection = lireAdresse(adresse) ?? {}
    const [module] = await Promise.all([
      this.#modules.attendre(vueDemandee(selection)),
      this.#application.assurer(selection),
    ])
    const { contexte } = this.#application
    return contexte === undefined ? [] : module.voir({ ...contexte, selection }).figures
  }

  #contenu(vue: Vue, hote: Hote): TemplateResult {
    return html`<header class="obs-titre">
        <div>
          <h1 tabindex="-1">${vue.titre}</h1>
          <p class="obs-sous-titre">${vue.sousTitre}</p>
        </div>
        ${outils(hote)}
      </header>
      ${lectureEnCours(this.#application)} ${annonce(this.#application)} ${vue.gabarit(hote)}`
  }

  #page(code: string): { readonly gabarit: TemplateResult; readonly prete: boolean } {
    const { contexte } = this.#application
    const module = this.#modules.lire(code)
    if (contexte === undefined) return { gabarit: sansDonnees(this.#application), prete: false }
    if (module === undefined || this.#application.tirage) {
      const attente = etatChargement(
        this.#application.tirage ? 'Tirage de l’exemple fictif…' : 'Ouverture de la vue…',
        8,
      )
      return {
        gabarit: html`<h1>${TITRE_GENERAL}</h1>
          ${attente}`,
        prete: false,
      }
    }
    if (module === 'echoue') {
      const texte = 'Vérifiez la connexion, puis réessayez. Les autres vues restent ouvertes.'
      return {
        gabarit: html`<h1>${TITRE_GENERAL}</h1>
          ${echec('Cette vue n’a pas pu être ouverte', texte)}`,
        prete: false,
      }
    }
    return { gabarit: this.#contenu(module.voir(contexte), this.#hote), prete: true }
  }

  dessiner(): void {
    const { selection } = this.#application
    const code = vueDemandee(selection)
    const { gabarit, prete } = this.#page(code)
    document.documentElement.toggleAttribute('data-salle', selection.affichage === 'salle')
    render(
      html`${entete('observatoire')} ${navigation(code, this.#hote)}
        ${this.#application.exemple === undefined ? nothing : bandeauExemple(this.#application, this.#hote)}
        <main class="page obs" id="contenu" tabindex="-1" data-vue=${code} ?data-prete=${prete}>${gabarit}</main>`,
      this.#racine,
    )
    document.title = `${this.#racine.querySelector('h1')?.textContent ?? 'Observatoire'} · Observatoire des attributions`
    if (prete) this.#suivre(code)
  }

  /** A change of view is a new page to whoever does not see it: its title is read, from its top. */
  #suivre(code: string): void {
    const avant = this.#montree
    const adresse = ecrireAdresse(this.#application.selection)
    if (avant !== undefined && avant !== code) {
      window.scrollTo(0, 0)
      this.#racine.querySelector('h1')?.focus({ preventScroll: true })
    }
    // A sort leaves the table where the reader put it.
    if (adresse !== this.#adresse) void montrerChoisi(this.#racine)
    this.#montree = code
    this.#adresse = adresse
  }
}

/** The observatory: its views, one at a time. */
export function afficherObservatoire(racine: HTMLElement): void {
  const page = new Page(racine)
  window.addEventListener('popstate', () => {
    page.application.suivreAdresse()
  })
  // The address holds the selection: going to the content must not replace it.
  racine.addEventListener('click', (evenement) => {
    if (!(evenement.target as HTMLElement).matches('.lien-evitement')) return
    evenement.preventDefault()
    racine.querySelector('main')?.focus()
  })
  preparerImpression(racine)
  void page.application.charger()
}
