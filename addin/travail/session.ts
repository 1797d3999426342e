import type {
  FeuilleEcrite,
  FeuilleLignes,
  LigneBrute,
  Operation,
  Releves,
  Territoires,
  ValeurEcrite,
} from '../../core/index.ts'
import {
  coter,
  creerReleves,
  creerTerritoires,
  DONNEES_EPCI,
  enteteCotations,
  Refus,
  SEUILS_QUARTILES,
} from '../../core/index.ts'
import { proxy, type ProxyMarked } from 'comlink'
import type { Partie } from '../../core/document/index.ts'
import { feuilleDe, type DonneesLues } from '../excel/donnees.ts'
import { anomalieVue, grouperAnomalies, type Anomalies } from './anomalies.ts'
import { Classement, type NotesParLigne } from './classement.ts'
import { colonnesUtiles, type ColonnesUtiles } from './colonnes-utiles.ts'
import type {
  AnomalieVue,
  ChampVu,
  ChoixTable,
  CotationVue,
  DemandeLecture,
  EpciPropose,
  ExplicationVue,
  FichierProduit,
  Filtres,
  GroupeAnomalies,
  Issue,
  LectureVue,
  LigneClassee,
  LigneSource,
  ListeVue,
  Produit,
  Progres,
  TableVue,
} from './contrat.ts'
import type { ChampPropose, CritereOuvert, GrilleEditee, GrilleVue } from './contrat-grille.ts'
import { champsDemande } from './champs.ts'
import type { EssaiSession } from './essai/essai-session.ts'
import { decrireCotation } from './decrire-cotation.ts'
import { champsProposes, GrilleOuverte } from './grille-ouverte.ts'
import { exiger } from './exiger.ts'
import type { DonneesSession } from './donnees-session.ts'
import { decrireLecture, jourLu, lireTable, type DemandesLues } from './lire-demandes.ts'
import { Annulation } from './lire-par-blocs.ts'
import { ligneSource } from './ligne-source.ts'
import type { CalculFait, CalculVu, SaisieCalcul } from './calculs/contrat-calculs.ts'
import type { ModeleFeuille } from './contrat-modeles.ts'
import type { TableDeGrille, TablesRelues } from './contrat-tables.ts'
import { decrireFeuille, lignesDe, type FeuilleDecrite } from './feuille-decrite.ts'
import { FeuilleRecue, ouvrirOctets, type ClasseurLu } from './ouvrir-classeur.ts'
import {
  feuillesDe,
  produireClasseur,
  produireCsv,
  produireGrille,
  produireReleves,
  produireRelevesHtml,
  sourceDe,
} from './produire.ts'
import type { Publication } from './publication/publication.ts'
import type { Suivi } from './suivi/suivi.ts'
import { TableDemandes } from './table-demandes.ts'

/**
 * One job from the table to the results, with all that it holds: the page asks for windows and summaries. It lives in a
 * worker; nothing in it knows so. Faults of the user's input come as `Refus`.
 */
export class Session {
  readonly #grille = new GrilleOuverte()
  #lieux: Territoires | undefined
  readonly #table = new TableDemandes()
  #lues: DemandesLues | undefined
  #classement: Classement | undefined
  #anomalies: Anomalies = grouperAnomalies([])
  #resultats: readonly FeuilleEcrite[] = []
  #annulee = false
  #essai: EssaiSession | undefined
  #suivi: (Suivi & ProxyMarked) | undefined
  #publication: (Publication & ProxyMarked) | undefined

  /** Fetches what is loaded on demand, so that the network may go. */
  async preparer(): Promise<void> {
    await Promise.all([
      this.#territoires(),
      import('../../core/tableur/index.ts'),
      import('../../core/document/index.ts'),
      import('./essai/essai-session.ts'),
      import('./suivi/suivi.ts'),
      import('./calculs/calculs.ts'),
      import('./publication/publication.ts'),
    ])
  }

  /** What the other jobs of the worker take from this one. */
  readonly donnees: DonneesSession = {
    classeur: () => this.#table.ouvert,
    demandes: () => this.#lues?.demandes,
    grille: () => this.#grille.lue,
    grilleEcrite: () => this.#grille.aEnregistrer(),
    grilleEcrites: () => this.#grille.vue().ecrites,
    cotations: () => this.#classement?.cotations,
    lieux: () => this.#territoires(),
    attributions: () => this.#suivi?.attributions(),
    source: () => this.#source(),
  }

  /** The trial of grids, fetched when it is first asked for. */
  async essai(): Promise<EssaiSession & ProxyMarked> {
    const { EssaiSession: Classe } = await import('./essai/essai-session.ts')
    return proxy((this.#essai ??= new Classe(this.donnees)))
  }

  /** The follow-up of targets and flow: fetched the first time. */
  async suivi(): Promise<Suivi & ProxyMarked> {
    if (this.#suivi === undefined) {
      const { Suivi } = await import('./suivi/suivi.ts')
      this.#suivi = proxy(new Suivi(this.donnees))
    }
    return this.#suivi
  }

  /** The publication of figures: fetched the first time. */
  async publication(): Promise<Publication & ProxyMarked> {
    if (this.#publication === undefined) {
      const { Publication } = await import('./publication/publication.ts')
      this.#publication = proxy(new Publication(this.donnees))
    }
    return this.#publication
  }

  champs(): readonly ChampVu[] {
    return champsDemande()
  }

  async ouvrir(octets: Uint8Array, nom: string): Promise<TableVue> {
    this.#poser(await ouvrirOctets(octets, nom))
    return this.reconnaitre({ colonnes: {} })
  }

  /**
   * Begins to receive the tables of a live workbook; `recevoir` fills them.
   *
   * @param colonnes by name of table, the column of its sheet (0 is A) where it begins
   */
  recevoirTables(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>> = {}): void {
    const recues = feuilles.map((f) => new FeuilleRecue(f))
    this.#poser({ nom, format: 'tables', octets: undefined, feuilles: recues, colonnes })
  }

  recevoir(nom: string, lignes: readonly LigneBrute[]): void {
    this.#table.recue(nom).ajouter(lignes)
  }

  /** Forgets the rows of a table that is about to come in full. */
  viderTable(nom: string): void {
    this.#table.recue(nom).vider()
  }

  /** Some blocks of a table, as the adapter of Excel read them. */
  recevoirBlocs(nom: string, donnees: DonneesLues): void {
    this.#table.recue(nom).ajouter(feuilleDe(donnees).lignes)
  }

  /** Columns of the recognised table that the reading needs, from 0 in the table. */
  colonnesUtiles(): ColonnesUtiles {
    return colonnesUtiles(this.#table.choisie.reconnue)
  }

  reconnaitre(choix: ChoixTable): TableVue {
    return this.#table.reconnaitre(choix)
  }

  /** What else the workbook looks like, when it hardly looks like demandes: the follow-up reads it. */
  async autreGenre(): Promise<'attributions' | 'parc' | undefined> {
    const { trouverTables } = await import('./suivi/tables.ts')
    return trouverTables(this.#table.classeur, '0')[0]?.genre
  }

  /** Territories within which communes may be looked for by name. */
  async epci(): Promise<readonly EpciPropose[]> {
    return (await this.#territoires()).epci().map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))
  }

  async lire(demande: DemandeLecture, progres: Progres): Promise<Issue<LectureVue>> {
    const { reconnue, feuille } = this.#table.choisie
    const lieux = await this.#territoires()
    return this.#annulable(async () => {
      const lues = await lireTable(feuille, reconnue, demande, lieux, this.#ecoute(progres))
      this.#lues = lues
      this.#classement = undefined
      this.#anomalies = grouperAnomalies(lues.demandes.anomalies)
      return decrireLecture(lues.demandes, demande)
    })
  }

  /** Asks the job under way to stop at its next pause. */
  annuler(): void {
    this.#annulee = true
    this.#essai?.arreter()
    this.#suivi?.annuler()
  }

  groupesAnomalies(): readonly GroupeAnomalies[] {
    return this.#anomalies.groupes
  }

  anomalies(cle: string, debut: number, nombre: number): readonly AnomalieVue[] {
    return (this.#anomalies.parCle.get(cle) ?? []).slice(debut, debut + nombre).map(anomalieVue)
  }

  async ligne(numero: number): Promise<LigneSource> {
    const lues = exiger(this.#lues, 'a reading')
    const ligne = lues.lignes === undefined ? await this.#table.relire(numero) : lues.lignes.get(numero)
    return ligneSource(ligne ?? { numero, cellules: [] }, lues.demandes, this.#anomalies)
  }

  /** @throws Refus with one sentence a fault of the grid */
  poserGrille(brute: unknown): GrilleVue {
    return this.#grille.poser(brute)
  }

  /** @throws Refus when a file is not a grid */
  ouvrirGrille(fichiers: Parameters<GrilleOuverte['ouvrir']>[0]): Promise<GrilleVue> {
    return this.#grille.ouvrir(fichiers)
  }

  grilleSurSocle(identite: Parameters<GrilleOuverte['surSocle']>[0]): GrilleVue {
    return this.#grille.surSocle(identite)
  }

  /** Another grid in the place of the one open, as one step that can be undone. @throws Refus when it is refused */
  remplacerGrille(ecrites: readonly unknown[]): GrilleVue {
    return this.#grille.remplacer(ecrites)
  }

  editerGrille(operation: Operation): GrilleEditee {
    return this.#grille.editer(operation)
  }

  annulerEdition(): GrilleVue {
    return this.#grille.annuler()
  }

  retablirEdition(): GrilleVue {
    return this.#grille.retablir()
  }

  grille(): GrilleVue {
    return this.#grille.vue()
  }

  critere(code: string): CritereOuvert | undefined {
    return this.#grille.critere(code)
  }

  champsProposes(): readonly ChampPropose[] {
    return champsProposes()
  }

  produireGrille(format: 'json' | 'xlsx'): Promise<FichierProduit> {
    return produireGrille(this.#grille.aEnregistrer(), format)
  }

  async coter(jour: string): Promise<CotationVue> {
    const { demandes } = exiger(this.#lues, 'a reading')
    if (demandes.nombre === 0)
      throw new Refus('Aucune demande n’a été lue : il n’y a rien à coter. Changez de feuille ou de fichier.')
    const lieux = await this.#territoires()
    const cotations = coter(demandes, [exiger(this.#grille.lue, 'a grid')], {
      jour: jourLu(jour),
      seuils: SEUILS_QUARTILES,
    })
    const [cotation] = cotations.cotations
    if (cotation === undefined || cotation.classement.indices.length === 0) {
      throw new Refus('Aucune demande n’est cotée : aucune n’est dans la portée de la grille. Changez de grille.')
    }
    this.#anomalies = grouperAnomalies(enteteCotations(cotations).anomalies)
    this.#classement = new Classement(cotations, cotation, lieux)
    return decrireCotation(cotations, cotation, lieux)
  }

  filtrer(filtres: Filtres): ListeVue {
    return this.#classe().filtrer(filtres)
  }

  fenetre(debut: number, nombre: number): readonly LigneClassee[] {
    return this.#classe().fenetre(debut, nombre)
  }

  /** Place in the list of the demande of this number; −1 when it is not there. */
  placeDe(numero: string): number {
    return this.#classe().placeDe(numero)
  }

  /** Place in the list of the demande of this row of the source; −1 when it is not there. */
  placeDeLigne(ligne: number): number {
    return this.#classe().placeDeLigne(ligne)
  }

  /** What the result sheets are, rows left out: `lignesResultat` gives them. */
  feuillesResultat(): readonly FeuilleDecrite[] {
    const { cotations, lieux } = this.#classe()
    this.#resultats = feuillesDe(cotations, this.#source(), lieux)
    return this.#resultats.map(decrireFeuille)
  }

  /** Rows of the result sheet of this rank. */
  lignesResultat(rang: number, debut: number, nombre: number): readonly (readonly ValeurEcrite[])[] {
    return lignesDe(exiger(this.#resultats[rang], 'a result sheet'), debut, nombre)
  }

  /** Note and rank of each demande, by row of the source. */
  notesParLigne(): NotesParLigne {
    return this.#classe().notesParLigne()
  }

  /** The sheets in which a grid is typed, whole: they are short. */
  tablesDeGrille(): readonly TableDeGrille[] {
    return this.#grille.tables()
  }

  /** Takes the grid that its sheets hold, when it has no fault. */
  relireTables(feuilles: readonly FeuilleLignes[]): TablesRelues {
    return this.#grille.relireTables(feuilles)
  }

  /** The empty sheets to fill. */
  async modeles(): Promise<readonly ModeleFeuille[]> {
    return (await import('./modeles.ts')).modeles()
  }

  /** The functions of cells, as forms: volume-licensed Excel has no functions of ours. */
  async calculs(): Promise<readonly CalculVu[]> {
    return (await import('./calculs/calculs.ts')).calculsVus()
  }

  async calculer(id: string, saisies: readonly SaisieCalcul[]): Promise<CalculFait> {
    return (await import('./calculs/calculs.ts')).calculer(id, saisies)
  }

  expliquer(place: number): ExplicationVue {
    return this.#classe().expliquer(place)
  }

  /** The statement of the demande at a place of the list, as an applicant is given it. */
  releve(place: number): Partie {
    return this.#releves().releve(this.#classe().indice(place))
  }

  async produire(produit: Produit, nombreReleves = 0): Promise<FichierProduit> {
    const classeur = this.#table.classeur
    const classement = this.#classe()
    if (produit === 'releves' || produit === 'releves-html') {
      const faire = produit === 'releves' ? produireReleves : produireRelevesHtml
      return faire(classeur.nom, this.#releves(), classement.premiersNumeros(nombreReleves))
    }
    const feuilles = feuillesDe(classement.cotations, this.#source(), classement.lieux)
    return produit === 'csv' ? produireCsv(classeur.nom, feuilles) : produireClasseur(classeur, feuilles)
  }

  #source() {
    const feuille = this.#table.choisie.reconnue.table.feuille
    return sourceDe(this.#table.classeur.nom, feuille)
  }

  #releves(): Releves {
    const { cotations, lieux } = this.#classe()
    return creerReleves(cotations, { source: this.#source(), lieux })
  }

  #classe(): Classement {
    return exiger(this.#classement, 'a scoring')
  }

  #poser(classeur: ClasseurLu): void {
    this.#table.poser(classeur)
    this.#lues = undefined
    this.#classement = undefined
    this.#anomalies = grouperAnomalies([])
  }

  async #territoires(): Promise<Territoires> {
    if (this.#lieux === undefined) {
      const { DONNEES_COMMUNES } = await import('../../core/territoires/donnees-communes.ts')
      this.#lieux = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
    }
    return this.#lieux
  }

  #ecoute(progres: Progres) {
    this.#annulee = false
    return { annulee: () => this.#annulee, progres }
  }

  async #annulable<T>(faire: () => Promise<T>): Promise<Issue<T>> {
    try {
      return { genre: 'fait', valeur: await faire() }
    } catch (erreur) {
      if (erreur instanceof Annulation) return { genre: 'annulee' }
      throw erreur
    }
  }
}
