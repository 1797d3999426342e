import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { formatCompte, francais, Refus } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { saisie } from '../../../ui/champ.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { etatVide } from '../../../ui/etats.ts'
import { icone, type NomIcone } from '../../../ui/icones.ts'
import { deplacer, retirer, type Choisie, type Trousse } from '../../kit/choisie.ts'
import type { Verdict } from '../../kit/verifier.ts'
import type { Hote } from '../vue.ts'
import { fabriquer, ouvrirTrousse, refaire, type Piece, type Refaite } from './fabriquer.ts'
import './trousse.css'

const PIECES: readonly {
  readonly piece: Piece
  readonly nom: string
  readonly aide: string
  readonly icone: NomIcone
}[] = [
  {
    piece: 'diapositives',
    nom: 'Diapositives PowerPoint',
    aide: 'Graphiques modifiables, définitions dans les notes, source sous chaque figure.',
    icone: 'observatoire',
  },
  {
    piece: 'rapport',
    nom: 'Rapport à imprimer',
    aide: 'Page A4 à ouvrir et à imprimer\u202f: sommaire, figures, tableaux, méthode.',
    icone: 'imprimer',
  },
  { piece: 'word', nom: 'Rapport Word', aide: 'Le même, à compléter.', icone: 'fichier' },
  {
    piece: 'classeur',
    nom: 'Classeur de données',
    aide: 'Une feuille par figure, puis la provenance. Il rouvre la trousse.',
    icone: 'tableur',
  },
  {
    piece: 'trousse',
    nom: 'Trousse',
    aide: 'La liste des figures, pour y revenir et vérifier qu’elles disent encore la même chose.',
    icone: 'enregistrer',
  },
]

const VERDICTS: Readonly<Record<Verdict['etat'], { readonly texte: string; readonly icone: NomIcone }>> = {
  identique: { texte: 'mêmes chiffres', icone: 'succes' },
  change: { texte: 'chiffres changés', icone: 'anomalie' },
  introuvable: { texte: 'introuvable', icone: 'erreur' },
}

/** The figures picked for a colloquium, and what is made of them. */
export class TrousseElement extends LitElement {
  static override properties = {
    hote: { attribute: false },
    trousse: { attribute: false },
    refaites: { state: true },
    enCours: { state: true },
    message: { state: true },
  }

  declare hote: Hote | undefined
  declare trousse: Trousse | undefined
  declare private refaites: readonly Refaite[] | undefined
  declare private enCours: string | undefined
  declare private message:
    { readonly genre: 'succes' | 'erreur'; readonly titre: string; readonly textes: readonly string[] } | undefined

  /** Light DOM: one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('trousse')) void this.verifier()
  }

  /** Makes the figures again, so that each says whether it still holds. */
  private async verifier(): Promise<readonly Refaite[]> {
    const { hote, trousse } = this
    if (hote === undefined || trousse === undefined) return []
    const refaites = await refaire(trousse, hote)
    if (trousse === this.trousse) this.refaites = refaites
    return refaites
  }

  private async faire(piece: Piece, nom: string): Promise<void> {
    const { trousse } = this
    if (trousse === undefined || this.enCours !== undefined) return
    this.enCours = nom
    this.message = undefined
    try {
      await fabriquer(piece, trousse, await this.verifier())
      this.message = { genre: 'succes', titre: `${nom}\u202f: fichier téléchargé`, textes: [] }
    } catch (erreur) {
      reportError(erreur)
      const textes = ['Rechargez la page, puis réessayez avec moins de figures.']
      this.message = { genre: 'erreur', titre: `${nom}\u202f: le fichier n’a pas pu être écrit`, textes }
    } finally {
      this.enCours = undefined
    }
  }

  private async ouvrir([fichier]: readonly File[]): Promise<void> {
    if (fichier === undefined) return
    try {
      const ouverte = await ouvrirTrousse(fichier)
      this.message = undefined
      this.hote?.application.changerTrousse(() => ouverte)
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur
      this.message = { genre: 'erreur', titre: 'Fichier refusé', textes: erreur.raisons }
    }
  }

  private changer(changement: (trousse: Trousse) => Trousse): void {
    this.hote?.application.changerTrousse(changement)
  }

  private bouton(nom: NomIcone, texte: string, action: () => void, desactive = false): TemplateResult {
    return html`<button
      type="button"
      class="trousse-bouton"
      aria-label=${texte}
      title=${texte}
      ?disabled=${desactive}
      @click=${action}
    >
      ${icone(nom)}
    </button>`
  }

  private verdict(rang: number): TemplateResult | typeof nothing {
    const refaite = this.refaites?.[rang]
    if (refaite === undefined) return nothing
    const { etat, ecarts } = refaite.verdict
    const { texte, icone: dessin } = VERDICTS[etat]
    return html`<p class="trousse-verdict" data-etat=${etat}>${icone(dessin)}${texte}</p>
      ${
        ecarts.length === 0
          ? nothing
          : html`<ul class="trousse-ecarts">
              ${ecarts.map((ecart) => html`<li>${ecart}</li>`)}
            </ul>`
      }`
  }

  private ligne(choisie: Choisie, rang: number, nombre: number): TemplateResult {
    const { titre, adresse } = choisie
    const sousTitre = this.refaites?.[rang]?.figure?.sousTitre
    return html`<li class="trousse-figure">
      <div>
        <h3><a href=${adresse}>${titre}</a></h3>
        ${sousTitre === undefined ? nothing : html`<p class="aide">${sousTitre}</p>`} ${this.verdict(rang)}
      </div>
      <div class="trousse-gestes sans-impression">
        ${this.bouton(
          'tri-croissant',
          `Monter\u202f: ${titre}`,
          () => {
            this.changer((t) => deplacer(t, rang, -1))
          },
          rang === 0,
        )}
        ${this.bouton(
          'tri-decroissant',
          `Descendre\u202f: ${titre}`,
          () => {
            this.changer((t) => deplacer(t, rang, 1))
          },
          rang === nombre - 1,
        )}
        ${this.bouton('croix', `Retirer\u202f: ${titre}`, () => {
          this.changer((t) => retirer(t, choisie))
        })}
      </div>
    </li>`
  }

  private liste({ choisies }: Trousse): TemplateResult {
    return html`<section class="obs-bloc" aria-labelledby="titre-figures">
      <h2 id="titre-figures">${formatCompte(choisies.length, 'figure')}, dans cet ordre</h2>
      <ol class="trousse-figures">
        ${choisies.map((choisie, i) => this.ligne(choisie, i, choisies.length))}
      </ol>
    </section>`
  }

  private fichiers({ titre }: Trousse): TemplateResult {
    return html`<section class="obs-bloc sans-impression" aria-labelledby="titre-fichiers">
      <h2 id="titre-fichiers">En faire un document</h2>
      ${saisie({
        id: 'titre-trousse',
        libelle: 'Titre du document',
        valeur: titre,
        surSaisie: (valeur) => {
          this.changer((trousse) => ({ ...trousse, titre: valeur.slice(0, 300) }))
        },
      })}
      <ul class="trousse-pieces">
        ${PIECES.map(
          ({ piece, nom, aide, icone: dessin }) =>
            html`<li>
              <button
                type="button"
                class="obs-bouton"
                ?disabled=${this.enCours !== undefined}
                @click=${() => {
                  void this.faire(piece, nom)
                }}
              >
                ${icone(dessin)}${nom}
              </button>
              <p class="aide">${aide}</p>
            </li>`,
        )}
      </ul>
      <p role="status">${this.enCours === undefined ? '' : `${this.enCours}\u202f: écriture en cours…`}</p>
    </section>`
  }

  private depot(): TemplateResult {
    return html`<section class="obs-bloc sans-impression" aria-labelledby="titre-rouvrir">
      <h2 id="titre-rouvrir">Rouvrir une trousse</h2>
      <p>
        Chaque figure est refaite avec les données ouvertes, et la page dit si elle donne encore les mêmes chiffres ou
        ce qui a changé&#8239;: jeu de données, définition, moteur.
      </p>
      ${depotFichier({
        id: 'trousse',
        titre: 'Ouvrir une trousse',
        aide: francais(
          'Fichier .json de trousse, ou classeur de données .xlsx. Il reste dans cette page : rien n’est envoyé.',
        ),
        formats: '.json,.xlsx',
        surFichiers: (fichiers) => {
          void this.ouvrir(fichiers)
        },
      })}
    </section>`
  }

  private vide(): TemplateResult {
    return etatVide({
      icone: 'ajouter',
      titre: 'Aucune figure dans la trousse',
      texte: francais(
        'Sous chaque figure, « Mettre dans la trousse » l’ajoute ici. Elle y reste d’une visite à l’autre.',
      ),
      actions: html`<a class="obs-bouton" href=${this.hote?.lien({ vue: 'portrait' }) ?? '#'}>Choisir des figures</a>`,
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { trousse } = this
    if (trousse === undefined) return nothing
    const contenu = trousse.choisies.length === 0 ? this.vide() : html`${this.liste(trousse)} ${this.fichiers(trousse)}`
    return html`${
      this.message === undefined
        ? nothing
        : bandeau({
            ...this.message,
            surFermer: () => {
              this.message = undefined
            },
          })
    }
    ${contenu} ${this.depot()}`
  }
}

if (customElements.get('att-trousse') === undefined) customElements.define('att-trousse', TrousseElement)
