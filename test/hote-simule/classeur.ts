import { lireAdresse, type Rectangle } from './adresse.ts'
import { erreurHote } from './erreurs.ts'
import { FeuilleSimulee } from './feuille.ts'
import type { Resolveur } from './formules.ts'
import type { Stockee } from './stockage.ts'
import { TableauSimule } from './tableau.ts'

/** A pivot table, reduced to what matters here: it reads one table and fails when that table is gone. */
export interface TableauCroise {
  readonly nom: string
  readonly source: TableauSimule
  /** Sum of a column, as the pivot would show it after a refresh. */
  actualiser(colonne: string): number
}

export interface NomDefini {
  readonly nom: string
  readonly feuille: FeuilleSimulee
  readonly zone: Rectangle
  readonly visible: boolean
}

/** The workbook that the fake host holds: the truth that tests look at, without any proxy. */
export class ClasseurSimule implements Resolveur {
  readonly feuilles: FeuilleSimulee[] = []
  readonly noms = new Map<string, NomDefini>()
  readonly reglages = new Map<string, unknown>()
  readonly partiesXml = new Map<string, string>()
  readonly tableauxCroises: TableauCroise[] = []
  date1904 = false
  protege = false
  selection: { feuille: FeuilleSimulee; zone: Rectangle } | undefined
  private suivant = 1

  identifiant(): string {
    return `{${String(this.suivant++).padStart(8, '0')}-0000-0000-0000-000000000000}`
  }

  feuille(nom: string): FeuilleSimulee | undefined {
    return this.feuilles.find((f) => f.nom.toLowerCase() === nom.toLowerCase())
  }

  tableau(nom: string): TableauSimule | undefined {
    return this.tableaux.find((t) => t.nom.toLowerCase() === nom.toLowerCase() || t.id === nom)
  }

  get tableaux(): TableauSimule[] {
    return this.feuilles.flatMap((f) => f.tableaux)
  }

  ajouterFeuille(nom: string): FeuilleSimulee {
    if (this.feuille(nom) !== undefined || nom.length > 31) throw erreurHote('InvalidArgument', `sheet name ${nom}`)
    const feuille = new FeuilleSimulee(nom, this.identifiant(), this)
    this.feuilles.push(feuille)
    this.selection ??= { feuille, zone: { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 } }
    return feuille
  }

  supprimerFeuille(feuille: FeuilleSimulee): void {
    const autres = this.feuilles.filter((f) => f !== feuille && f.visibilite === 'Visible')
    if (autres.length === 0) throw erreurHote('GeneralException', 'a workbook keeps one visible sheet')
    feuille.supprimee = true
    for (const tableau of feuille.tableaux) tableau.supprime = true
    this.feuilles.splice(this.feuilles.indexOf(feuille), 1)
    const [premiere] = autres
    if (this.selection?.feuille === feuille && premiere !== undefined) {
      this.selection = { feuille: premiere, zone: { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 } }
    }
  }

  ajouterTableau(feuille: FeuilleSimulee, zone: Rectangle, nom?: string): TableauSimule {
    const choisi = nom ?? `Tableau${String(this.suivant)}`
    if (this.tableau(choisi) !== undefined) throw erreurHote('ItemAlreadyExists', choisi)
    const tableau = new TableauSimule(choisi, this.identifiant(), feuille, zone)
    feuille.ajouterTableau(tableau)
    return tableau
  }

  definirNom(nom: string, adresse: string, visible = true): void {
    const lue = lireAdresse(adresse)
    const feuille = lue?.feuille === undefined ? undefined : this.feuille(lue.feuille)
    if (lue === undefined || feuille === undefined) throw new TypeError(`no such place: ${adresse}`)
    this.noms.set(nom, { nom, feuille, zone: lue.rectangle, visible })
  }

  ajouterTableauCroise(nom: string, source: TableauSimule): TableauCroise {
    const croise: TableauCroise = {
      nom,
      source,
      actualiser: (colonne) => {
        const rang = source.colonnes.findIndex((c) => c.nom === colonne)
        if (source.supprime || rang < 0) throw erreurHote('GeneralException', 'the pivot has lost its source')
        const { corps } = source
        const valeurs = Array.from({ length: corps.lignes }, (_, i) =>
          source.feuille.lire(corps.ligne + i, corps.colonne + rang),
        )
        return valeurs.reduce<number>((somme, v) => somme + (typeof v === 'number' ? v : 0), 0)
      },
    }
    this.tableauxCroises.push(croise)
    return croise
  }

  /** Writes rows from A1 (or another cell), each value as if typed; null leaves the cell empty. */
  remplir(feuille: FeuilleSimulee, lignes: readonly (readonly Stockee[])[], depuis = 'A1'): void {
    const ou = lireAdresse(depuis)?.rectangle
    if (ou === undefined) throw new TypeError(`no such cell: ${depuis}`)
    lignes.forEach((ligne, i) => {
      ligne.forEach((valeur, j) => {
        if (valeur === null || typeof valeur === 'object') feuille.poser(ou.ligne + i, ou.colonne + j, valeur)
        else feuille.saisir(ou.ligne + i, ou.colonne + j, valeur)
      })
    })
  }

  recalculer(): void {
    for (const feuille of this.feuilles) for (const formule of feuille.formules.values()) formule.recalculer()
  }
}
