import { Refus } from '../../core/index.ts'
import { comparerPeriodes, lireIndex, lireTexteJeu, type EntreeIndex, type Jeu } from '../../core/observatoire/index.ts'

/** A figure that the site holds and that is not loaded yet. */
export interface Annoncee {
  readonly indicateur: string
  readonly periode: string
}

/** Files asked for at once: what browsers do of one site anyway. */
const ENSEMBLE = 6

/** The datasets that the site holds beside the page, each loaded when a view needs it. `lire` gives the text of a file. */
export class Depot {
  readonly #lire: (fichier: string) => Promise<string>
  #entrees: readonly EntreeIndex[] = []
  readonly #prises = new Set<EntreeIndex>()

  constructor(lire: (fichier: string) => Promise<string>) {
    this.#lire = lire
  }

  /** Reads the index. @throws Refus when it is none */
  async ouvrir(): Promise<void> {
    const brut: unknown = JSON.parse(await this.#lire('index.json'))
    this.#entrees = lireIndex(brut).jeux
  }

  /** What the site holds, loaded or not. */
  get annoncees(): readonly Annoncee[] {
    return this.#entrees.flatMap(({ indicateurs, periodes }) =>
      indicateurs.flatMap((indicateur) => periodes.map((periode) => ({ indicateur, periode }))),
    )
  }

  /** Files that describe territories and indicators and hold no figure, then one for each indicator not yet described. */
  premieres(decrits: ReadonlySet<string>): readonly EntreeIndex[] {
    const tetes = this.#entrees.filter(({ indicateurs }) => indicateurs.length === 0)
    if (tetes.length > 0) return this.#libres(tetes)
    const connus = new Set(decrits)
    return this.#libres(
      this.#entrees.filter(({ indicateurs }) => {
        const apporte = indicateurs.some((id) => !connus.has(id))
        for (const id of indicateurs) connus.add(id)
        return apporte
      }),
    )
  }

  /** Files not loaded yet of an indicator: of one period, or of all, the latest first. */
  manquantes(indicateur: string, periode?: string): readonly EntreeIndex[] {
    const siennes = this.#entrees.filter(
      ({ indicateurs, periodes }) =>
        indicateurs.includes(indicateur) && (periode === undefined || periodes.includes(periode)),
    )
    return this.#libres(siennes).toSorted((a, b) => comparerPeriodes(b.periodes.at(-1) ?? '', a.periodes.at(-1) ?? ''))
  }

  /** The file of the latest period of each indicator, when it is not loaded yet. */
  dernieres(): readonly EntreeIndex[] {
    const dernieres = new Map<string, EntreeIndex>()
    for (const entree of this.#entrees) {
      const fin = entree.periodes.at(-1)
      for (const id of fin === undefined ? [] : entree.indicateurs) {
        const connue = dernieres.get(id)?.periodes.at(-1)
        if (connue === undefined || comparerPeriodes(fin ?? '', connue) > 0) dernieres.set(id, entree)
      }
    }
    return this.#libres([...new Set(dernieres.values())])
  }

  #libres(entrees: readonly EntreeIndex[]): readonly EntreeIndex[] {
    return entrees.filter((entree) => !this.#prises.has(entree))
  }

  /**
   * Loads files, each once.
   *
   * @throws Refus when one cannot be read, or was modified; it can then be asked for again
   */
  async charger(entrees: readonly EntreeIndex[]): Promise<readonly Jeu[]> {
    for (const entree of entrees) this.#prises.add(entree)
    const jeux: Jeu[] = []
    for (let i = 0; i < entrees.length; i += ENSEMBLE) {
      jeux.push(...(await Promise.all(entrees.slice(i, i + ENSEMBLE).map((entree) => this.#ouvrirJeu(entree)))))
    }
    return jeux
  }

  async #ouvrirJeu(entree: EntreeIndex): Promise<Jeu> {
    const { fichier } = entree
    try {
      const { jeu, intact } = lireTexteJeu(await this.#lire(fichier), fichier)
      if (intact === false) {
        throw new Refus(
          `« ${fichier} » a été modifié après sa publication : son empreinte n’est plus celle de son contenu.`,
        )
      }
      return jeu
    } catch (erreur) {
      this.#prises.delete(entree)
      if (erreur instanceof Refus) throw erreur
      throw new Refus(`« ${fichier} » n’a pas pu être chargé. Vérifiez la connexion, puis rechargez la page.`)
    }
  }
}

/** Reads a file of the folder `donnees/` beside the page. */
export async function lireDuSite(fichier: string): Promise<string> {
  const reponse = await fetch(new URL(`donnees/${fichier}`, document.baseURI))
  if (!reponse.ok) throw new Error(`${fichier}: ${String(reponse.status)}`)
  return reponse.text()
}
