import { intersection, type Rectangle } from './adresse.ts'
import { erreurHote } from './erreurs.ts'
import { Formule, type Resolveur } from './formules.ts'
import type { GraphiqueSimule } from './graphique.ts'
import { saisir } from './saisie.ts'
import { Grille, type SourceVirtuelle, type Stockee } from './stockage.ts'
import type { TableauSimule } from './tableau.ts'
import type { ValidationSimulee } from './validation.ts'

export type Visibilite = 'Visible' | 'Hidden' | 'VeryHidden'

/** A name local to a sheet, for a formula. */
export interface NomLocal {
  readonly formule: string
  visible: boolean
}

/** One sheet: cells, formats, tables, merged areas, hidden rows, protection. */
export class FeuilleSimulee {
  nom: string
  readonly id: string
  visibilite: Visibilite = 'Visible'
  protegee = false
  supprimee = false
  filtree = false
  lignesFigees = 0
  readonly proprietes = new Map<string, string>()
  /** Names local to the sheet. */
  readonly noms = new Map<string, NomLocal>()
  readonly tableaux: TableauSimule[] = []
  readonly graphiques: GraphiqueSimule[] = []
  readonly fusions: Rectangle[] = []
  readonly lignesMasquees = new Set<number>()
  readonly formules = new Map<string, Formule>()
  readonly largeurs = new Map<number, number>()
  private validations = new Map<string, ValidationSimulee>()
  private fonds = new Map<string, string>()
  private readonly valeurs = new Grille<Stockee>(null)
  private readonly formats = new Grille<string>('General')
  private readonly resolveur: Resolveur

  constructor(nom: string, id: string, resolveur: Resolveur) {
    this.nom = nom
    this.id = id
    this.resolveur = resolveur
  }

  /** Fills a column with computed values, from row 0 to `source.fin` − 1. */
  engendrerColonne(colonne: number, source: SourceVirtuelle<Stockee>): void {
    this.valeurs.colonne(colonne).engendrer(source)
  }

  engendrerFormats(colonne: number, source: SourceVirtuelle<string>): void {
    this.formats.colonne(colonne).engendrer(source)
  }

  lire(ligne: number, colonne: number): Stockee {
    const valeur = this.valeurs.lire(ligne, colonne)
    if (valeur !== null || this.formules.size === 0) return valeur
    return this.formules.get(cle(ligne, colonne))?.valeur ?? null
  }

  format(ligne: number, colonne: number): string {
    return this.formats.lire(ligne, colonne)
  }

  formater(ligne: number, colonne: number, format: string): void {
    this.formats.ecrire(ligne, colonne, format)
  }

  /** Colour behind a cell; undefined for none. */
  fond(ligne: number, colonne: number): string | undefined {
    return this.fonds.get(cle(ligne, colonne))
  }

  colorer(ligne: number, colonne: number, couleur: string | undefined): void {
    if (couleur === undefined) this.fonds.delete(cle(ligne, colonne))
    else this.fonds.set(cle(ligne, colonne), couleur)
  }

  validation(ligne: number, colonne: number): ValidationSimulee | undefined {
    return this.validations.get(cle(ligne, colonne))
  }

  valider(ligne: number, colonne: number, validation: ValidationSimulee): void {
    this.validations.set(cle(ligne, colonne), validation)
  }

  oublierValidations(zone: Rectangle): void {
    for (const place of this.validations.keys()) {
      const [ligne = 0, colonne = 0] = place.split(',').map(Number)
      if (intersection(zone, { ligne, colonne, lignes: 1, colonnes: 1 }) !== null) this.validations.delete(place)
    }
  }

  /** Writes as if typed: see `saisir`. */
  saisir(ligne: number, colonne: number, valeur: unknown): void {
    const saisie = saisir(valeur, this.format(ligne, colonne))
    if ('valeur' in saisie) {
      this.poser(ligne, colonne, saisie.valeur)
      return
    }
    this.poser(ligne, colonne, null)
    this.formules.set(cle(ligne, colonne), new Formule(saisie.formule, this.resolveur, this))
  }

  /** Puts a value as it is; a header of a table follows, and with it the formulas that name it. */
  poser(ligne: number, colonne: number, valeur: Stockee): void {
    this.valeurs.ecrire(ligne, colonne, valeur)
    this.formules.delete(cle(ligne, colonne))
    for (const tableau of this.tableaux) {
      if (ligne === tableau.zone.ligne) tableau.renommerColonne(colonne, valeur)
    }
  }

  contenu(ligne: number, colonne: number): Stockee {
    const formule = this.formules.get(cle(ligne, colonne))
    return formule === undefined ? this.lire(ligne, colonne) : formule.texte
  }

  zoneUtilisee(): Rectangle | null {
    const etendue = this.valeurs.etendue()
    const places = [...this.formules.keys()].map((c) => c.split(',').map(Number))
    if (etendue === null && places.length === 0) return null
    const [l0, l1, c0, c1] = etendue ?? [Infinity, -1, Infinity, -1]
    const ls = places.map(([l = 0]) => l)
    const cs = places.map(([, c = 0]) => c)
    const ligne = Math.min(l0, ...ls)
    const colonne = Math.min(c0, ...cs)
    return {
      ligne,
      colonne,
      lignes: Math.max(l1, ...ls) - ligne + 1,
      colonnes: Math.max(c1, ...cs) - colonne + 1,
    }
  }

  exigerModifiable(): void {
    if (this.protegee) throw erreurHote('AccessDenied', `sheet ${this.nom} is protected`)
  }

  ajouterTableau(tableau: TableauSimule): void {
    if (this.tableaux.some((t) => intersection(t.zone, tableau.zone) !== null)) {
      throw erreurHote('InvalidArgument', "A table can't overlap another table")
    }
    this.tableaux.push(tableau)
  }

  /** A user or a co-author inserts or deletes whole rows: cells, formats and tables move. */
  decalerLignes(ligne: number, de: number): void {
    this.valeurs.decalerLignes(ligne, de)
    this.formats.decalerLignes(ligne, de)
    this.validations = decalees(this.validations, ligne, de)
    this.fonds = decalees(this.fonds, ligne, de)
    for (const tableau of this.tableaux) tableau.decalerLignes(ligne, de)
  }

  decalerColonnes(colonne: number, de: number): void {
    this.valeurs.decalerColonnes(colonne, de)
    this.formats.decalerColonnes(colonne, de)
    for (const tableau of this.tableaux) tableau.decalerColonnes(colonne, de)
  }
}

function cle(ligne: number, colonne: number): string {
  return `${String(ligne)},${String(colonne)}`
}

/** What is held by cell once rows came in or went. */
function decalees<T>(parCellule: ReadonlyMap<string, T>, ligne: number, de: number): Map<string, T> {
  return new Map(
    [...parCellule].flatMap(([place, valeur]): [string, T][] => {
      const [l = 0, c = 0] = place.split(',').map(Number)
      if (l < ligne) return [[place, valeur]]
      return l < ligne - de ? [] : [[cle(l + de, c), valeur]]
    }),
  )
}
