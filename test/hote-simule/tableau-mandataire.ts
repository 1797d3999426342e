import { lireAdresse } from './adresse.ts'
import type { FileAttente } from './contexte.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import { FeuilleMandataire } from './feuille-mandataire.ts'
import { Collection, Mandataire } from './mandataire.ts'
import { PlageMandataire } from './plage.ts'
import type { ColonneSimulee, TableauSimule } from './tableau.ts'

export class TableauMandataire extends Mandataire<TableauSimule> {
  protected readonly proprietes = {
    id: (t: TableauSimule) => t.id,
    name: (t: TableauSimule) => t.nom,
    style: (t: TableauSimule) => t.style,
    showTotals: (t: TableauSimule) => t.totaux,
  }

  get id(): string {
    return this.lue('id')
  }
  get name(): string {
    return this.lue('name')
  }
  set name(nom: string) {
    this.fixer('name', nom, (t) => {
      t.nom = nom
    })
  }
  get showTotals(): boolean {
    return this.lue('showTotals')
  }
  set showTotals(montrer: boolean) {
    this.fixer('showTotals', montrer, (t) => {
      t.feuille.exigerModifiable()
      t.montrerTotaux(montrer)
    })
  }
  set style(style: string) {
    this.fixer('style', style, (t) => {
      t.style = style
    })
  }

  /** The whole table, headers included. */
  getRange(): PlageMandataire {
    return this.zone('getRange', (t) => t.zone)
  }
  getHeaderRowRange(): PlageMandataire {
    return this.zone('getHeaderRowRange', (t) => ({ ...t.zone, lignes: 1 }))
  }
  getDataBodyRange(): PlageMandataire {
    return this.zone('getDataBodyRange', (t) => t.corps)
  }
  private zone(nom: string, choisir: (t: TableauSimule) => TableauSimule['zone']): PlageMandataire {
    return new PlageMandataire(this.file, nom, () => {
      const t = this.cibleOuNulle()
      return t && { feuille: t.feuille, zone: choisir(t) }
    })
  }

  get worksheet(): FeuilleMandataire {
    return new FeuilleMandataire(this.file, 'worksheet', () => this.cible().feuille)
  }
  get autoFilter(): FiltreMandataire {
    this.file.hote.exiger('1.9')
    return new FiltreMandataire(this.file, 'autoFilter', () => this.cible())
  }
  get columns(): CollectionColonnes {
    return new CollectionColonnes(this.file, 'columns', () => this.cible())
  }

  resize(plage: PlageMandataire | string): void {
    this.file.hote.exiger('1.13')
    this.faire('resize', (t) => {
      t.feuille.exigerModifiable()
      const zone = typeof plage === 'string' ? lireAdresse(plage)?.rectangle : plage.cible().zone
      if (zone === undefined) throw erreurHote('InvalidArgument')
      t.redimensionner(zone)
    })
  }

  clearFilters(): void {
    this.file.hote.exiger('1.2')
    this.faire('clearFilters', (t) => {
      t.filtre = false
      t.feuille.lignesMasquees.clear()
    })
  }
}

class FiltreMandataire extends Mandataire<TableauSimule | FeuilleSimulee> {
  protected readonly proprietes = {
    isDataFiltered: (t: TableauSimule | FeuilleSimulee) => ('filtre' in t ? t.filtre : t.filtree),
  }
  get isDataFiltered(): boolean {
    return this.lue('isDataFiltered')
  }
}

export function filtreDe(file: FileAttente, resoudre: () => FeuilleSimulee): FiltreMandataire {
  return new FiltreMandataire(file, 'autoFilter', resoudre)
}

interface ColonneDeTableau {
  readonly tableau: TableauSimule
  readonly colonne: ColonneSimulee
}

class ColonneMandataire extends Mandataire<ColonneDeTableau> {
  protected readonly proprietes = {
    id: ({ colonne }: ColonneDeTableau) => colonne.id,
    name: ({ colonne }: ColonneDeTableau) => colonne.nom,
    index: ({ tableau, colonne }: ColonneDeTableau) => tableau.colonnes.indexOf(colonne),
  }
  get id(): number {
    return this.lue('id')
  }
  get name(): string {
    return this.lue('name')
  }
  delete(): void {
    this.faire('delete column', ({ tableau, colonne }) => {
      tableau.feuille.exigerModifiable()
      tableau.supprimerColonne(colonne.nom)
    })
  }
}

class CollectionColonnes extends Collection<TableauSimule, ColonneMandataire> {
  protected readonly proprietes = { count: (t: TableauSimule) => t.colonnes.length }
  protected lister(tableau: TableauSimule): (() => ColonneMandataire)[] {
    return tableau.colonnes.map(
      (colonne) => () => new ColonneMandataire(this.file, 'column', () => ({ tableau, colonne })),
    )
  }
  getItem(nom: string): ColonneMandataire {
    return this.chercher(nom, true)
  }
  getItemOrNullObject(nom: string): ColonneMandataire {
    return this.chercher(nom, false)
  }
  private chercher(nom: string, exigee: boolean): ColonneMandataire {
    return new ColonneMandataire(this.file, 'getItem', () => {
      const tableau = this.cible()
      const colonne = tableau.colonnes.find((c) => c.nom === nom)
      if (colonne === undefined && exigee) throw erreurHote('ItemNotFound', nom)
      return colonne === undefined ? null : { tableau, colonne }
    })
  }
}

/** The tables of the workbook, of a sheet or of a range. */
export interface Tableaux {
  liste(): readonly TableauSimule[]
  /** Where `add` puts a table whose address names no sheet. */
  readonly feuille: FeuilleSimulee | undefined
}

export class CollectionTableaux extends Collection<Tableaux, TableauMandataire> {
  protected readonly proprietes = { count: (t: Tableaux) => t.liste().length }
  protected lister(tableaux: Tableaux): (() => TableauMandataire)[] {
    return tableaux.liste().map((t) => () => new TableauMandataire(this.file, 'table', () => t))
  }
  getItem(cle: string): TableauMandataire {
    return this.chercher(cle, true)
  }
  getItemOrNullObject(cle: string): TableauMandataire {
    this.file.hote.exiger('1.4')
    return this.chercher(cle, false)
  }
  private chercher(cle: string, exige: boolean): TableauMandataire {
    return new TableauMandataire(this.file, 'getItem', () => {
      const tableau = this.cible()
        .liste()
        .find((t) => t.id === cle || t.nom.toLowerCase() === cle.toLowerCase())
      if (tableau === undefined && exige) throw erreurHote('ItemNotFound', cle)
      return tableau ?? null
    })
  }

  add(plage: PlageMandataire, entetes: boolean): TableauMandataire {
    return new TableauMandataire(this.file, 'tables.add', () => {
      const { feuille, zone } = plage.cible()
      feuille.exigerModifiable()
      if (!entetes) throw erreurHote('InvalidArgument', 'the fake only makes tables with headers')
      return this.file.hote.classeur.ajouterTableau(feuille, zone)
    })
  }
}
