import { CONNU, type LigneBrute, type Territoires } from '../../../core/index.ts'
import { anomaliesQuartiles, type Attributions } from '../../../core/objectifs/index.ts'
import { Refus } from '../../../core/socle/refus.ts'
import type { DonneesLues } from '../../excel/donnees.ts'
import { grouperAnomalies, type Anomalies } from '../anomalies.ts'
import type { ColonnesUtiles } from '../colonnes-utiles.ts'
import type { ChampVu, ChoixTable, FichierProduit, Issue, Progres } from '../contrat.ts'
import type { DonneesSession } from '../donnees-session.ts'
import { decrireFeuille, lignesDe, type TableDecrite } from '../feuille-decrite.ts'
import { nomProduit, TYPES } from '../produire.ts'
import { Annulation } from '../lire-par-blocs.ts'
import { exiger } from '../exiger.ts'
import { ouvrirOctets, type ClasseurLu } from '../ouvrir-classeur.ts'
import { champsCibles, CiblesSuivies, decrireCibles, type CiblesGardees } from './cibles.ts'
import { Comptes, nommerModalite } from './comptes.ts'
import type {
  AnomalieSuivie,
  CadenceSuivi,
  DemandeSuivi,
  EndroitSuivi,
  FichierSuivi,
  GenreTable,
  LectureSuivi,
  ProduitSuivi,
  RapportVu,
  TablesSuivies,
} from './contrat-suivi.ts'
import type {
  CelluleManquante,
  DemandeCompte,
  DemandeLignes,
  DemandePartage,
  DemandeVentilation,
  LigneDetaillee,
  LignesVues,
  LigneSuivie,
  LigneVentilee,
  ManqueVu,
  ObjectifsVus,
  PartageVu,
  VentilationVue,
} from './contrat-objectifs.ts'
import type { ChampCible, CiblePropre, CibleVue } from './contrat-cibles.ts'
import type { ConversionVue, DemandeConversion, FluxVu } from './contrat-flux.ts'
import type { DemandeQuartile, ListeAuSeuil, QuartileVu } from './contrat-quartile.ts'
import { listeAuSeuil } from './au-seuil.ts'
import { decrireObjectifs, type Fonds } from './decrire-objectifs.ts'
import { convertir, decrireFlux } from './flux.ts'
import {
  aCompleter,
  chercherLignes,
  decrireManquante,
  decrireManques,
  detailler,
  type ACompleter,
  type LignesTrouvees,
} from './lignes.ts'
import { anneeDAbord, anneesDe, direLecture, lireSuivi, videsDe, type AnomalieLue, type SuiviLu } from './lire-suivi.ts'
import { partagerSuivi } from './partage.ts'
import { feuillesSuivi, fichierSuivi } from './produire-suivi.ts'
import { rapportSuivi, texteDuRapport } from './rapport.ts'
import { situerMenage } from './quartile.ts'
import { champsDuGenre, libelleSuivi } from './tables.ts'
import { TablesOuvertes } from './tables-ouvertes.ts'
import { ventilerSuivi, type Ventilee } from './ventilation.ts'

const NOMS_RAPPORTS: Readonly<Record<CadenceSuivi, string>> = {
  caleol: 'objectifs CALEOL',
  trimestre: 'objectifs du trimestre',
  annee: 'objectifs de l’année',
}

/**
 * The follow-up of targets and flow, from tables to sheets, with all that it holds; the page asks for summaries and windows
 * of rows. Faults of the user's input come as `Refus`.
 */
export class Suivi {
  readonly #donnees: DonneesSession
  readonly #cibles = new CiblesSuivies()
  readonly #tables = new TablesOuvertes()
  #lu: SuiviLu | undefined
  #fonds: Fonds | undefined
  #anomalies: Anomalies<AnomalieLue> = grouperAnomalies<AnomalieLue>([])
  #ventilee: Ventilee | undefined
  #lignes: LignesTrouvees | undefined
  #demande: DemandeCompte | undefined
  #aCompleter: ACompleter | undefined
  #annulee = false

  constructor(donnees: DonneesSession) {
    this.#donnees = donnees
  }

  /** Looks for the tables in the workbook of the scoring, if one is open. */
  chercher(): TablesSuivies {
    const classeur = this.#donnees.classeur()
    return this.#poser(classeur === undefined ? [] : [classeur], false)
  }

  /** Whether the workbook of the scoring is open, and is not the one that was read here. */
  autreClasseur(): boolean {
    const classeur = this.#donnees.classeur()
    return classeur !== undefined && !this.#tables.classeurs.includes(classeur)
  }

  /** @throws Refus when a file is neither a workbook nor a text table, or holds nothing that looks like allocations */
  async ouvrir(fichiers: readonly FichierSuivi[]): Promise<TablesSuivies> {
    const classeurs: ClasseurLu[] = []
    for (const { nom, octets } of fichiers) classeurs.push(await ouvrirOctets(octets, nom))
    return this.#poser(classeurs, true)
  }

  /** Begins to receive the tables of a live workbook; `recevoir` fills them. */
  recevoirTables(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>>): void {
    this.#tables.recevoir(nom, feuilles, colonnes)
  }

  recevoir(nom: string, lignes: readonly LigneBrute[]): void {
    this.#tables.recues.recevoir(nom, lignes)
  }

  /** Once the first rows of every table are there: which ones are followed. */
  reconnaitreRecues(): TablesSuivies {
    return this.#poser(this.#tables.classeurs, false)
  }

  /** Begins a table again, in full. */
  viderTable(nom: string): void {
    this.#tables.recues.vider(nom)
  }

  recevoirBlocs(nom: string, donnees: DonneesLues): void {
    this.#tables.recues.recevoirBlocs(nom, donnees)
  }

  /** Columns of a live table that the reading needs. */
  colonnesUtiles(cle: string): ColonnesUtiles {
    return this.#tables.colonnesUtiles(cle)
  }

  /** Recognises a table again after a choice. */
  choisir(cle: string, choix: ChoixTable): TablesSuivies {
    return this.#tables.choisir(cle, choix)
  }

  /** Leaves a table aside. */
  ecarter(cle: string): TablesSuivies {
    return this.#tables.ecarter(cle)
  }

  /** Fields of a kind of table, as the user may name the columns. */
  champs(genre: GenreTable): readonly ChampVu[] {
    return champsDuGenre(genre)
  }

  /** @throws Refus when a table cannot be read */
  async lire(demande: DemandeSuivi, progres: Progres): Promise<Issue<LectureSuivi>> {
    const lieux = await this.#donnees.lieux()
    this.#annulee = false
    try {
      const lu = await lireSuivi(this.#tables.tables, demande, lieux, { annulee: () => this.#annulee, progres })
      return { genre: 'fait', valeur: this.#retenir(lu, demande, lieux) }
    } catch (erreur) {
      if (erreur instanceof Annulation) return { genre: 'annulee' }
      throw erreur
    }
  }

  /** The allocations read, for the other jobs of the worker. */
  attributions(): Attributions | undefined {
    return this.#lu?.attributions
  }

  annuler(): void {
    this.#annulee = true
  }

  anomalies(cle: string, debut: number, nombre: number): readonly AnomalieSuivie[] {
    const lu = exiger(this.#lu, 'a reading')
    const voulues = (this.#anomalies.parCle.get(cle) ?? []).slice(debut, debut + nombre)
    return voulues.map((anomalie) => ({
      message: anomalie.message,
      endroit: this.#endroitAnomalie(lu, anomalie),
    }))
  }

  objectifs(demande: DemandeCompte): ObjectifsVus {
    this.#demande = demande
    return decrireObjectifs(exiger(this.#fonds, 'allocations'), demande)
  }

  ventiler(demande: DemandeVentilation): VentilationVue {
    this.#ventilee = ventilerSuivi(exiger(this.#fonds, 'allocations'), this.#enCours(), demande)
    return this.#ventilee.vue
  }

  lignesVentilees(debut: number, nombre: number): readonly LigneVentilee[] {
    return exiger(this.#ventilee, 'a breakdown').lignes.slice(debut, debut + nombre)
  }

  chercherLignes(demande: DemandeLignes): LignesVues {
    const fonds = exiger(this.#fonds, 'allocations')
    this.#lignes = chercherLignes(fonds, exiger(this.#lu, 'a reading'), this.#enCours(), demande)
    return this.#lignes.vue
  }

  lignes(debut: number, nombre: number): readonly LigneSuivie[] {
    const { lignes, decrire } = exiger(this.#lignes, 'rows')
    return lignes.slice(debut, debut + nombre).map(decrire)
  }

  detailler(endroit: EndroitSuivi): Promise<LigneDetaillee> {
    return detailler(this.#tables.table(endroit.table), endroit)
  }

  manques(objectif: string): readonly ManqueVu[] {
    this.#aCompleter = aCompleter(exiger(this.#fonds, 'allocations'), this.#enCours(), objectif)
    return decrireManques(this.#aCompleter.completer)
  }

  /** Cells of one field to fill, of the target last asked for. */
  cellulesManquantes(champ: string, debut: number, nombre: number): readonly CelluleManquante[] {
    const lu = exiger(this.#lu, 'a reading')
    const { compte, completer } = exiger(this.#aCompleter, 'missing cells')
    const lignes = completer.champs.find((c) => c.champ === champ)?.lignes ?? []
    return lignes.slice(debut, debut + nombre).map((ligne) => decrireManquante(compte, lu, champ, ligne))
  }

  partager(demande: DemandePartage): PartageVu {
    return partagerSuivi(exiger(this.#fonds, 'allocations'), this.#lu?.parc, this.#enCours(), demande).vue
  }

  cibles(): readonly CibleVue[] {
    const { comptes, annees, lieux } = exiger(this.#fonds, 'allocations')
    const { annee } = this.#enCours()
    const utiles = annees.filter((autre) => autre <= annee).toSorted((a, b) => a - b)
    return decrireCibles(
      this.#cibles,
      utiles.map((autre) => comptes.annee(autre)),
      (axe, nom) => nommerModalite(axe ?? 'bailleur', nom, lieux),
    )
  }

  champsCibles(): readonly ChampCible[] {
    return champsCibles()
  }

  /** @throws Refus when the figure cannot be used */
  fixerCible(code: string, texte: string): readonly CibleVue[] {
    this.#cibles.fixer(code, texte)
    return this.cibles()
  }

  ajouterCible(cible: CiblePropre): readonly CibleVue[] {
    this.#cibles.ajouter(cible)
    return this.cibles()
  }

  importerCibles(texte: string): readonly CibleVue[] {
    this.#cibles.importer(texte)
    return this.cibles()
  }

  retirerCible(code: string): readonly CibleVue[] {
    this.#cibles.retirer(code)
    return this.cibles()
  }

  /** The local targets to keep with the workbook; undefined while nothing was set. */
  ciblesAGarder(): CiblesGardees | undefined {
    return this.#cibles.aGarder()
  }

  /** @throws Refus when they are not what was kept */
  reprendreCibles(gardees: CiblesGardees): void {
    this.#cibles.reprendre(gardees)
  }

  async situer(demande: DemandeQuartile): Promise<QuartileVu> {
    return situerMenage(demande, await this.#donnees.lieux())
  }

  /** The allocations of a year near the first-quartile threshold; undefined before any is read. */
  auSeuil(annee: number): ListeAuSeuil | undefined {
    const [fonds, lu] = [this.#fonds, this.#lu]
    return fonds === undefined || lu === undefined ? undefined : listeAuSeuil(fonds.comptes.annee(annee), lu)
  }

  /** Territories whose name holds what was typed, and how many more there are. */
  async territoires(): Promise<readonly { readonly valeur: string; readonly libelle: string }[]> {
    const lieux = await this.#donnees.lieux()
    return lieux.epci().map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))
  }

  /** The EPCI of most allocations, to begin with. */
  epciPrincipal(): string {
    const attributions = this.#lu?.attributions
    if (attributions === undefined) return ''
    const colonne = attributions.colonne('epci')
    if (colonne.genre !== 'simple') return ''
    const comptes = new Map<number, number>()
    colonne.valeurs.forEach((valeur, i) => {
      if (colonne.etats[i] === CONNU) comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1)
    })
    const [premier] = [...comptes].sort(([, a], [, b]) => b - a)
    return premier === undefined ? '' : (colonne.dictionnaire[premier[0]] ?? '')
  }

  flux(annee: number): FluxVu {
    const { parc, jour } = exiger(this.#lu, 'a reading')
    if (parc === undefined)
      throw new Refus('Aucun tableau de parc n’est lu\u202f: le flux se calcule à partir du parc et des conventions.')
    return decrireFlux({ parc, annee, jour, compte: this.#fonds?.comptes.annee(annee) })
  }

  convertir(demande: DemandeConversion): ConversionVue {
    return convertir(demande)
  }

  /** The sheets of a result, whole: they are short. */
  feuilles(produit: ProduitSuivi, demande: DemandeCompte): readonly TableDecrite[] {
    return this.#feuilles(produit, demande).map((feuille) => ({
      ...decrireFeuille(feuille),
      lignes: lignesDe(feuille, 0, feuille.nombreLignes),
    }))
  }

  produire(produit: ProduitSuivi, demande: DemandeCompte): Promise<FichierProduit> {
    return fichierSuivi(produit, this.#feuilles(produit, demande), this.#tables.classeurs)
  }

  /** The one-page report for one of the three bodies that follow the targets, as it is shown. */
  rapport(cadence: CadenceSuivi, demande: DemandeCompte): RapportVu {
    const [partie] = this.#rapport(cadence, demande).parties
    if (partie === undefined) throw new Error('a report has a part')
    return { cadence, partie, texte: texteDuRapport(partie) }
  }

  /** The same in Word. */
  async produireRapport(cadence: CadenceSuivi, demande: DemandeCompte): Promise<FichierProduit> {
    const { ecrireDocx } = await import('../../../core/document/index.ts')
    const octets = await ecrireDocx(this.#rapport(cadence, demande))
    const nom = this.#tables.classeurs[0]?.nom ?? 'attributions'
    return { nom: nomProduit(nom, NOMS_RAPPORTS[cadence], 'docx'), type: TYPES.docx, octets }
  }

  #rapport(cadence: CadenceSuivi, demande: DemandeCompte) {
    const fichiers = this.#tables.fichiers
    return rapportSuivi(exiger(this.#fonds, 'allocations'), demande, cadence, fichiers)
  }

  #feuilles(produit: ProduitSuivi, demande: DemandeCompte) {
    const { parc, jour } = exiger(this.#lu, 'a reading')
    const fichiers = this.#tables.fichiers
    const lieux = exiger(this.#lieux, 'territories')
    return feuillesSuivi(produit, { fonds: this.#fonds, parc, jour, fichiers, lieux }, demande)
  }

  #lieux: Territoires | undefined

  #enCours(): DemandeCompte {
    return exiger(this.#demande, 'a count')
  }

  /** Other tables: what was read of the former ones is gone. */
  #poser(classeurs: readonly ClasseurLu[], choisis: boolean): TablesSuivies {
    this.#lu = undefined
    this.#fonds = undefined
    return this.#tables.poser(classeurs, choisis)
  }

  #retenir(lu: SuiviLu, demande: DemandeSuivi, lieux: Territoires): LectureSuivi {
    const { attributions, jour } = lu
    const annees = attributions === undefined ? [] : anneesDe(attributions)
    const annee = attributions === undefined ? undefined : anneeDAbord(attributions, jour)
    const fonds =
      attributions === undefined
        ? undefined
        : { comptes: new Comptes(attributions), lieux, jour, annees: annees.map((a) => a.annee) }
    this.#lu = lu
    this.#lieux = lieux
    this.#fonds = fonds
    this.#ventilee = this.#lignes = this.#aCompleter = this.#demande = undefined
    const quartiles =
      fonds === undefined || annee === undefined
        ? []
        : anomaliesQuartiles(fonds.comptes.annee(annee)).map((a) => ({ ...a, genre: 'attributions' as const }))
    this.#anomalies = grouperAnomalies<AnomalieLue>([...lu.anomalies, ...quartiles], libelleSuivi)
    return {
      attributions: attributions?.nombre ?? 0,
      phrase: attributions === undefined ? 'Aucune attribution' : direLecture(attributions),
      annees,
      annee,
      lignesParc: lu.parc?.lignes.length ?? 0,
      vides: attributions === undefined ? [] : videsDe(attributions, demande.videNon),
      anomalies: this.#anomalies.groupes,
    }
  }

  #endroitAnomalie(lu: SuiviLu, { genre, fichier, ligne, colonne }: AnomalieLue): EndroitSuivi {
    const table = [...lu.tables].find(
      ([origine, t]) => t.genre === genre && (fichier === undefined || origine === `${genre} ${fichier}`),
    )?.[1]
    const rang = table?.reconnue.appariement.colonnes.get(colonne)?.[0]
    return { table: table?.cle ?? '', fichier: fichier ?? table?.classeur.nom ?? '', ligne, colonne: rang ?? 0 }
  }
}
