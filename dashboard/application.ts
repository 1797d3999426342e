import { formatCompte, francais, Refus } from '../core/index.ts'
import {
  ConstructeurTable,
  lireTexteJeu,
  mettreCoteACote,
  type Conflit,
  type CoteACote,
  type EntreeIndex,
  type Jeu,
  type Lieu,
  type Table,
} from '../core/observatoire/index.ts'
import { ecrireAdresse, lireAdresse, type Selection } from './adresse.ts'
import { Depot, lireDuSite } from './donnees/depot.ts'
import { TROUSSE_VIDE, type Trousse } from './kit/choisie.ts'
import { garderTrousse, retrouverTrousse } from './kit/memoire-trousse.ts'
import { situer, type Contexte, type InitiativeSituee } from './modeles/contexte.ts'
import type { Tri } from './modeles/trier.ts'

/** A dataset that the reader opened: it lives as long as the page. */
export interface Ouvert {
  readonly fichier: string
  readonly jeu: Jeu
  readonly intact: boolean | undefined
}

export interface Annonce {
  readonly genre: 'succes' | 'attention' | 'erreur' | 'info'
  readonly titre: string
  readonly textes: readonly string[]
}

/** Bytes beyond which a file is not even read: a dataset of three million figures is smaller. */
const TAILLE_MAXIMALE = 400_000_000
/** Figures beyond which files are not compared one by one: the page would stop. */
const CHIFFRES_COMPARES = 300_000
const EXEMPLE = { region: '32', annee: 2023, graine: 8 } as const

/** Views that show many indicators at once. */
const VUES_DE_TOUT: readonly (string | undefined)[] = [undefined, 'ensemble', 'portrait', 'objectifs']

/** What the page knows; `changer` is told whenever it must be drawn again. */
export class Application {
  selection: Selection
  /** Undefined while the shipped datasets are being loaded, and when they could not be. */
  table: Table | undefined
  chargement: 'en-cours' | 'fait' | 'echoue' = 'en-cours'
  ouverts: readonly Ouvert[] = []
  livres: readonly Jeu[] = []
  /** The fictitious years, when they are asked for. */
  exemple: Jeu | undefined
  conflits: readonly Conflit[] = []
  /** Whether the fictitious years are being drawn. */
  tirage = false
  annonce: Annonce | undefined
  /** The figures picked, from one visit to the next. */
  trousse: Trousse = TROUSSE_VIDE
  readonly #tris = new Map<string, Tri>()
  #initiatives: readonly InitiativeSituee[] = []
  /** What the site holds beside the page, loaded when it is needed. */
  readonly #depot = new Depot(lireDuSite)
  readonly #partitions: Jeu[] = []
  #constructeur = new ConstructeurTable()
  readonly #changer: () => void

  constructor(changer: () => void) {
    this.#changer = changer
    this.selection = lireAdresse(location.hash) ?? {}
  }

  /** What views are made from; undefined while there is nothing to show. */
  get contexte(): Contexte | undefined {
    const { table, selection } = this
    return table && { table, selection, initiatives: this.#initiatives }
  }

  /** Every dataset shown, those of the reader first. */
  get jeux(): readonly Jeu[] {
    return [
      ...this.ouverts.map(({ jeu }) => jeu),
      ...(this.exemple === undefined ? [] : [this.exemple]),
      ...this.livres,
    ]
  }

  /** Loads the shipped datasets, apart from the page so that it shows first. */
  async charger(): Promise<void> {
    this.chargement = 'en-cours'
    this.#changer()
    try {
      const ouverture = this.#ouvrirDepot()
      const { jeuxLivres } = await import('../core/observatoire/donnees/livrees.ts')
      this.livres = jeuxLivres()
      await ouverture
      this.trousse = await retrouverTrousse()
      await this.#suivreExemple()
      this.chargement = 'fait'
    } catch {
      this.chargement = 'echoue'
    }
    this.#assembler()
    await this.#completer(1)
    this.#changer()
    void this.#completer()
  }

  /** The index of the site, and what describes its figures. A site that holds none says so in an empty index. */
  async #ouvrirDepot(): Promise<void> {
    try {
      await this.#depot.ouvrir()
      const decrits = new Set(this.livres.flatMap(({ indicateurs }) => indicateurs.map(({ id }) => id)))
      this.#partitions.push(...(await this.#depot.charger(this.#depot.premieres(decrits))))
    } catch (erreur) {
      this.#direEchec(erreur)
    }
  }

  #direEchec(erreur: unknown): void {
    const textes =
      erreur instanceof Refus ? erreur.raisons : ['L’index des chiffres du site n’a pas pu être lu. Rechargez la page.']
    this.annonce = { genre: 'attention', titre: 'Une partie des chiffres du site manque', textes }
  }

  /** What the views of a selection need and is not loaded: the figure asked for, then its other periods, then the rest. */
  #etapes(selection: Selection): readonly (() => readonly EntreeIndex[])[] {
    const depot = this.#depot
    const situations = [selection.indicateur, selection.indicateur2].flatMap((voulu, i) => {
      const situation =
        this.table === undefined || (i > 0 && voulu === undefined)
          ? undefined
          : situer({ table: this.table, selection }, voulu)
      return situation === undefined ? [] : [{ id: situation.choix.indicateur.id, periode: situation.periode }]
    })
    return [
      () => situations.flatMap(({ id, periode }) => depot.manquantes(id, periode)),
      () => situations.flatMap(({ id }) => depot.manquantes(id)),
      () => (VUES_DE_TOUT.includes(selection.vue) ? depot.dernieres() : []),
    ]
  }

  /** Loads what a selection needs, step by step; the page is drawn again after each. */
  async #completer(nombre?: number, selection = this.selection): Promise<void> {
    try {
      for (const etape of this.#etapes(selection).slice(0, nombre)) {
        const entrees = etape()
        if (entrees.length === 0) continue
        this.#joindre(await this.#depot.charger(entrees))
        if (nombre === undefined) this.#changer()
      }
    } catch (erreur) {
      this.#direEchec(erreur)
      this.#changer()
    }
  }

  /** Loads all that an address needs before its figures are made again. */
  async assurer(selection: Selection): Promise<void> {
    for (const etape of this.#etapes(selection)) this.#joindre(await this.#depot.charger(etape()))
  }

  #joindre(jeux: readonly Jeu[]): void {
    if (jeux.length === 0) return
    this.#constructeur.ajouter(jeux)
    this.#partitions.push(...jeux)
    this.table = this.#constructeur.table()
  }

  /** Draws the fictitious years when the address asks for them, and takes them away when it no longer does. */
  async #suivreExemple(): Promise<void> {
    const voulu = this.selection.exemple === '1'
    if (voulu === (this.exemple !== undefined)) return
    this.tirage = voulu
    this.#changer()
    this.exemple = voulu ? await tirerExemple() : undefined
    this.tirage = false
  }

  #assembler(): void {
    const { conflits, jeux } = reunir(this.ouverts)
    this.conflits = conflits
    const tous = [...this.livres, ...this.#partitions, ...(this.exemple === undefined ? [] : [this.exemple]), ...jeux]
    this.#constructeur = new ConstructeurTable()
    this.#constructeur.ajouter(tous)
    this.#constructeur.annoncer(this.#depot.annoncees)
    this.table = tous.length === 0 ? undefined : this.#constructeur.table()
    this.#initiatives = initiativesDe(tous, this.table)
  }

  /** Goes to another selection: one step that the back button undoes. */
  choisir(partie: Partial<Selection>): void {
    const selection = { ...this.selection, ...partie }
    if (ecrireAdresse(selection) === ecrireAdresse(this.selection)) return
    history.pushState(null, '', ecrireAdresse(selection))
    this.#aller(selection)
  }

  /** Goes on with what is being typed: the step before it is the one that the back button undoes. */
  preciser(partie: Partial<Selection>): void {
    const selection = { ...this.selection, ...partie }
    history.replaceState(null, '', ecrireAdresse(selection))
    this.#aller(selection)
  }

  /** Follows the address, when the reader goes back, forward, follows a link or edits it. */
  suivreAdresse(): void {
    const selection = lireAdresse(location.hash)
    if (selection !== undefined) this.#aller(selection)
  }

  #aller(selection: Selection): void {
    const exemple = (selection.exemple === '1') !== (this.exemple !== undefined)
    this.selection = selection
    this.#tris.clear()
    if (exemple) void this.#changerExemple()
    else {
      this.#changer()
      void this.#completer()
    }
  }

  async #changerExemple(): Promise<void> {
    await this.#suivreExemple()
    this.#assembler()
    this.#changer()
  }

  triDe(figure: string): Tri | undefined {
    return this.#tris.get(figure)
  }

  trier(figure: string, tri: Tri): void {
    this.#tris.set(figure, tri)
    this.#changer()
  }

  annoncer(annonce: Annonce): void {
    this.annonce = annonce
    this.#changer()
  }

  changerTrousse(changer: (trousse: Trousse) => Trousse): void {
    this.trousse = changer(this.trousse)
    void garderTrousse(this.trousse)
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
    const avant = { ouverts: this.ouverts, exemple: this.exemple }
    // A file dropped again takes the place of its former self.
    this.ouverts = [...avant.ouverts.filter(({ fichier }) => !lus.some((lu) => lu.fichier === fichier)), ...lus]
    // Figures drawn at random never stand beside true ones of the same territories.
    if (lus.length > 0) this.exemple = undefined
    try {
      this.#assembler()
      return []
    } catch (erreur) {
      Object.assign(this, avant)
      this.#assembler()
      if (erreur instanceof Refus) return erreur.raisons
      throw erreur
    }
  }

  #annoncer(lus: readonly Ouvert[]): void {
    const [premier] = lus
    if (premier === undefined) return
    const changes = lus.filter(({ intact }) => intact === false).map(({ fichier }) => fichier)
    const avaitExemple = this.selection.exemple === '1'
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
        ...(avaitExemple ? ['L’exemple fictif est retiré\u202f: il ne se mêle pas à de vrais chiffres.'] : []),
      ],
    }
    this.choisir({ ...premierChiffre(premier.jeu), exemple: undefined })
  }
}

async function tirerExemple(): Promise<Jeu> {
  const { exempleDe } = await import('../core/observatoire/exemple/index.ts')
  return exempleDe(EXEMPLE)
}

/** The files of the reader as they go into the table, and what they say otherwise. */
function reunir(ouverts: readonly Ouvert[]): CoteACote {
  const jeux = ouverts.map(({ jeu }) => jeu)
  const chiffres = jeux.reduce((somme, { observations }) => somme + observations.indicateur.length, 0)
  const modifie = ouverts.some(({ intact }) => intact === false)
  if (ouverts.length < 2 || modifie || chiffres > CHIFFRES_COMPARES) return { jeux, conflits: [] }
  return mettreCoteACote(ouverts.map(({ fichier, jeu, intact }) => ({ nom: fichier, jeu, intact })))
}

function initiativesDe(jeux: readonly Jeu[], table: Table | undefined): readonly InitiativeSituee[] {
  return jeux.flatMap(({ initiatives, territoires, sources }) =>
    initiatives.flatMap(({ territoire, theme, titre, resume, source }) => {
      const nomme = territoires.find(({ code }) => code === territoire)
      const lieu: Lieu | undefined = table?.lieux.find(({ code, type }) => code === territoire && type === nomme?.type)
      const connue = sources.find(({ id }) => id === source)
      return lieu === undefined ? [] : [{ theme, titre, resume, lieu, source: connue }]
    }),
  )
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
    vue: 'portrait',
    indicateur: indicateur?.id,
    territoire: observations.territoire[rang],
    periode: observations.periode[rang],
    parmi: undefined,
  }
}
