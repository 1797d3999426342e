import { adresseDe, type Rectangle } from './adresse.ts'
import { ClasseurSimule } from './classeur.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import { saisir } from './saisie.ts'
import { ensembleGere, PROFILS, type Profil } from './profils.ts'
import type { Stockee } from './stockage.ts'
import { passe } from './validation.ts'

/** A fault: at the n-th request, before it runs, half-way (its first commands stay done), or after it (answer lost). */
export interface Panne {
  readonly auSync: number
  readonly quand: 'avant' | 'pendant' | 'apres'
  readonly code: string
}

export interface Compteurs {
  syncs: number
  mandataires: number
  octetsEnvoyes: number
  octetsRecus: number
  plusGrandeRequete: number
  plusGrandeReponse: number
  cellulesLues: number
  cellulesEcrites: number
  /** Requests and responses refused for their size. */
  refus: number
  /** Cells of the largest single read. */
  plusGrandeLecture: number
}

export type TypeEvenement = 'onChanged' | 'onSelectionChanged'
export interface Abonne {
  readonly type: TypeEvenement
  /** Undefined: every sheet. */
  readonly feuille: FeuilleSimulee | undefined
  readonly rappel: (args: unknown) => unknown
}

function compteursVides(): Compteurs {
  return {
    syncs: 0,
    mandataires: 0,
    octetsEnvoyes: 0,
    octetsRecus: 0,
    plusGrandeRequete: 0,
    plusGrandeReponse: 0,
    cellulesLues: 0,
    cellulesEcrites: 0,
    refus: 0,
    plusGrandeLecture: 0,
  }
}

/** The running Excel: one workbook, one platform, the state of the application, faults, counters. */
export class HoteSimule {
  readonly classeur = new ClasseurSimule()
  readonly profil: Profil
  compteurs: Compteurs = compteursVides()
  pannes: Panne[] = []
  modeCalcul = 'Automatic'
  /** `suspendApiCalculationUntilNextSync` and its screen twin last for one request. */
  calculSuspendu = false
  ecranSuspendu = false
  evenementsActifs = true
  /** Milliseconds that each request takes. */
  latence = 0
  /** Given a list, the host notes there when it works itself: what a page does is then told from what the fake does. */
  intervalles: { readonly debut: number; readonly fin: number }[] | undefined
  /** Runs each request in a task of its own, as another process would: the page's tasks end where they end in Excel. */
  tacheApart = false
  /** Called before the commands of each request: the place where co-authors act. */
  entreSyncs: ((numero: number) => void) | undefined
  readonly abonnes = new Set<Abonne>()
  private finDeSaisie: (() => void) | undefined
  private saisie: Promise<void> | undefined

  constructor(profil: Profil = PROFILS.windows) {
    this.profil = profil
  }

  remettreCompteurs(): void {
    this.compteurs = compteursVides()
  }

  gere(ensemble: string, version: unknown): boolean {
    return ensembleGere(this.profil, ensemble, version)
  }

  /** Office.js refuses at once, without a request, what the platform does not know. */
  exiger(version: string): void {
    if (!this.gere('ExcelApi', version)) throw erreurHote('ApiNotFound', `ExcelApi ${version}`)
  }

  /** Does some work of the host's own. */
  mesurer<T>(faire: () => T): T {
    if (this.intervalles === undefined) return faire()
    const debut = performance.now()
    try {
      return faire()
    } finally {
      this.intervalles.push({ debut, fin: performance.now() })
    }
  }

  commencerSaisie(): void {
    this.saisie = new Promise((resolve) => {
      this.finDeSaisie = resolve
    })
  }

  terminerSaisie(): void {
    this.saisie = undefined
    this.finDeSaisie?.()
  }

  get enSaisie(): Promise<void> | undefined {
    return this.saisie
  }

  abonner(abonne: Abonne): void {
    this.abonnes.add(abonne)
  }

  /** Events come after the request that caused them, never inside it. */
  signaler(type: TypeEvenement, feuille: FeuilleSimulee, args: Record<string, unknown>): void {
    if (!this.evenementsActifs) return
    const concernes = [...this.abonnes].filter(
      (a) => a.type === type && (a.feuille === undefined || a.feuille === feuille),
    )
    for (const { rappel } of concernes) setTimeout(() => rappel({ ...args, worksheetId: feuille.id }), 0)
  }

  selectionner(feuille: FeuilleSimulee, zone: Rectangle): void {
    this.classeur.selection = { feuille, zone }
    this.signaler('onSelectionChanged', feuille, { type: 'WorksheetSelectionChanged', address: adresseDe(zone) })
  }

  signalerChangement(
    feuille: FeuilleSimulee,
    zone: Rectangle,
    source: 'Local' | 'Remote',
    genre = 'RangeEdited',
  ): void {
    this.signaler('onChanged', feuille, {
      type: 'WorksheetChanged',
      address: adresseDe(zone),
      source,
      changeType: genre,
    })
  }

  /** Someone else types in a cell. */
  coauteurEcrit(feuille: FeuilleSimulee, ligne: number, colonne: number, valeur: Stockee): void {
    feuille.poser(ligne, colonne, valeur)
    this.signalerChangement(feuille, { ligne, colonne, lignes: 1, colonnes: 1 }, 'Remote')
  }

  /**
   * The user types in a cell: protection and validation are looked at, as they are not when a program writes. A table
   * grows when one types just below it, and its new row is validated as the one above.
   */
  utilisateurTape(
    feuille: FeuilleSimulee,
    ligne: number,
    colonne: number,
    texte: string,
  ): 'pris' | 'averti' | 'refuse' {
    if (feuille.protegee) return 'refuse'
    const validation = feuille.validation(ligne, colonne)
    const saisie = saisir(texte, feuille.format(ligne, colonne))
    const juste =
      validation === undefined || !('valeur' in saisie) || passe(this.classeur, feuille, validation, saisie.valeur)
    const alerte = validation?.alerte
    if (!juste && alerte?.showAlert === true && alerte.style === 'Stop') return 'refuse'
    etendreTableau(feuille, ligne, colonne)
    feuille.saisir(ligne, colonne, texte)
    this.signalerChangement(feuille, { ligne, colonne, lignes: 1, colonnes: 1 }, 'Local')
    return !juste && alerte?.showAlert === true ? 'averti' : 'pris'
  }

  /** The user empties a cell: validation is not looked at. */
  utilisateurEfface(feuille: FeuilleSimulee, ligne: number, colonne: number): void {
    feuille.poser(ligne, colonne, null)
    this.signalerChangement(feuille, { ligne, colonne, lignes: 1, colonnes: 1 }, 'Local')
  }

  /** Someone else inserts (`de` > 0) or deletes rows. */
  coauteurDecale(feuille: FeuilleSimulee, ligne: number, de: number): void {
    feuille.decalerLignes(ligne, de)
    const genre = de > 0 ? 'RowInserted' : 'RowDeleted'
    this.signalerChangement(feuille, { ligne, colonne: 0, lignes: Math.abs(de), colonnes: 1 }, 'Remote', genre)
  }
}

/** Typing just below a table makes it one row longer. */
function etendreTableau(feuille: FeuilleSimulee, ligne: number, colonne: number): void {
  const tableau = feuille.tableaux.find(
    ({ zone, totaux }) =>
      !totaux &&
      ligne === zone.ligne + zone.lignes &&
      colonne >= zone.colonne &&
      colonne < zone.colonne + zone.colonnes,
  )
  if (tableau === undefined) return
  const { zone } = tableau
  for (let c = zone.colonne; c < zone.colonne + zone.colonnes; c++) {
    feuille.formater(ligne, c, feuille.format(ligne - 1, c))
    const validation = feuille.validation(ligne - 1, c)
    if (validation !== undefined && feuille.validation(ligne, c) === undefined) feuille.valider(ligne, c, validation)
  }
  tableau.redimensionner({ ...zone, lignes: zone.lignes + 1 })
}
