import { formatCompte, francais, Refus } from '../core/index.ts'
import { creerTable, lireTexteJeu, type Jeu, type Table } from '../core/observatoire/index.ts'
import type { SensTri } from '../ui/table-modele.ts'
import { ecrireAdresse, lireAdresse, type Selection } from './modeles/selection.ts'

/** A dataset that the reader opened: it lives as long as the page. */
export interface Ouvert {
  readonly fichier: string
  readonly jeu: Jeu
  readonly intact: boolean | undefined
}

export interface Annonce {
  readonly genre: 'succes' | 'attention' | 'erreur'
  readonly titre: string
  readonly textes: readonly string[]
}

export interface Tri {
  readonly colonne: string
  readonly sens: SensTri
}

/** Bytes beyond which a file is not even read: a dataset of three million figures is smaller. */
const TAILLE_MAXIMALE = 400_000_000

/** What the page knows; `changer` is told whenever it must be drawn again. */
export class Application {
  selection: Selection
  /** Undefined while the shipped datasets are being loaded, and when they could not be. */
  table: Table | undefined
  chargement: 'en-cours' | 'fait' | 'echoue' = 'en-cours'
  ouverts: readonly Ouvert[] = []
  livres: readonly Jeu[] = []
  annonce: Annonce | undefined
  tri: Tri | undefined
  readonly #changer: () => void

  constructor(changer: () => void) {
    this.#changer = changer
    this.selection = lireAdresse(location.hash) ?? {}
  }

  /** Loads the shipped datasets, apart from the page so that it shows first. */
  async charger(): Promise<void> {
    this.chargement = 'en-cours'
    this.#changer()
    try {
      const { jeuxLivres } = await import('../core/observatoire/donnees/livrees.ts')
      this.livres = jeuxLivres()
      this.chargement = 'fait'
    } catch {
      this.chargement = 'echoue'
    }
    this.#assembler()
    this.#changer()
  }

  #assembler(): void {
    const jeux = [...this.livres, ...this.ouverts.map(({ jeu }) => jeu)]
    this.table = jeux.length === 0 ? undefined : creerTable(jeux)
  }

  /** Goes to another selection: one step that the back button undoes. */
  choisir(partie: Partial<Selection>): void {
    const selection = { ...this.selection, ...partie }
    if (ecrireAdresse(selection) === ecrireAdresse(this.selection)) return
    this.selection = selection
    this.tri = undefined
    history.pushState(null, '', ecrireAdresse(selection))
    this.#changer()
  }

  /** Follows the address, when the reader goes back, forward, or edits it. */
  suivreAdresse(): void {
    const selection = lireAdresse(location.hash)
    if (selection === undefined) return
    this.selection = selection
    this.tri = undefined
    this.#changer()
  }

  trier(colonne: string, sens: SensTri): void {
    this.tri = { colonne, sens }
    this.#changer()
  }

  fermerAnnonce(): void {
    this.annonce = undefined
    this.#changer()
  }

  retirer(ouvert: Ouvert): void {
    this.ouverts = this.ouverts.filter((autre) => autre !== ouvert)
    this.annonce = undefined
    this.#assembler()
    this.#changer()
  }

  async ouvrir(fichiers: readonly File[]): Promise<void> {
    const essais = await Promise.all(fichiers.map((fichier) => this.#lire(fichier)))
    const refus = essais.flatMap((essai) => (essai instanceof Refus ? essai.raisons : []))
    const lus = essais.flatMap((essai) => (essai instanceof Refus ? [] : essai))
    const conflit = this.#ajouter(lus)
    const raisons = [...refus, ...conflit]
    if (raisons.length > 0) this.annonce = { genre: 'erreur', titre: 'Fichier refusé', textes: raisons }
    else this.#annoncer(lus)
    this.#changer()
  }

  async #lire(fichier: File): Promise<Ouvert | Refus> {
    try {
      if (fichier.size > TAILLE_MAXIMALE) throw new Refus(`« ${fichier.name} » est trop gros pour être ouvert ici.`)
      return { fichier: fichier.name, ...lireTexteJeu(await fichier.text(), fichier.name) }
    } catch (erreur) {
      if (erreur instanceof Refus) return erreur
      return new Refus(
        `« ${fichier.name} » ne peut pas être lu. Vérifiez qu’il n’est pas ouvert ailleurs, puis déposez-le de nouveau.`,
      )
    }
  }

  /** The reasons why the files cannot stand beside those already open; then none of them is kept. */
  #ajouter(lus: readonly Ouvert[]): readonly string[] {
    const avant = this.ouverts
    // A file dropped again takes the place of its former self.
    this.ouverts = [...avant.filter(({ fichier }) => !lus.some((lu) => lu.fichier === fichier)), ...lus]
    try {
      this.#assembler()
      return []
    } catch (erreur) {
      this.ouverts = avant
      this.#assembler()
      if (erreur instanceof Refus) return erreur.raisons
      throw erreur
    }
  }

  #annoncer(lus: readonly Ouvert[]): void {
    const [premier] = lus
    if (premier === undefined) return
    const changes = lus.filter(({ intact }) => intact === false).map(({ fichier }) => fichier)
    this.annonce = {
      genre: changes.length > 0 ? 'attention' : 'succes',
      titre: francais(
        `« ${premier.fichier} » est ouvert${lus.length > 1 ? `, avec ${formatCompte(lus.length - 1, 'autre')}` : ''}`,
      ),
      textes: [
        ...lus.map(bilan),
        ...changes.map((nom) =>
          francais(`« ${nom} » a été modifié depuis sa publication : son empreinte ne correspond plus.`),
        ),
      ],
    }
    this.choisir(premierChiffre(premier.jeu))
  }
}

function bilan({ jeu }: Ouvert): string {
  const { secret } = jeu.observations
  const retenus = secret.filter((motif) => motif !== null).length
  return `${jeu.titre}\u202f: ${formatCompte(secret.length, 'chiffre')}, dont ${formatCompte(retenus, 'retenu')}. Le fichier reste dans cette page.`
}

/** What to show first of a dataset just opened. */
function premierChiffre({ observations, indicateurs }: Jeu): Selection {
  const [indicateur] = indicateurs
  const rang = observations.indicateur.indexOf(indicateur?.id ?? '')
  return {
    indicateur: indicateur?.id,
    territoire: observations.territoire[rang],
    periode: observations.periode[rang],
    parmi: undefined,
  }
}
