import type { LigneBrute, TableReconnue } from '../../core/index.ts'
import { reconnaitreDemandes } from '../../core/index.ts'
import { colonnesVoulues } from './colonnes-voulues.ts'
import type { ChoixTable, TableVue } from './contrat.ts'
import { decrireTable } from './decrire-table.ts'
import { exiger } from './exiger.ts'
import { parcourir } from './lire-par-blocs.ts'
import { FeuilleRecue, type ClasseurLu } from './ouvrir-classeur.ts'

interface TableChoisie {
  readonly reconnue: TableReconnue
  readonly feuille: ClasseurLu['feuilles'][number]
}

/** The workbook of the demandes, and the table that is read in it. */
export class TableDemandes {
  #classeur: ClasseurLu | undefined
  #choisie: TableChoisie | undefined

  get ouvert(): ClasseurLu | undefined {
    return this.#classeur
  }

  get classeur(): ClasseurLu {
    return exiger(this.#classeur, 'a workbook')
  }

  get choisie(): TableChoisie {
    return exiger(this.#choisie, 'a table')
  }

  poser(classeur: ClasseurLu): void {
    this.#classeur = classeur
    this.#choisie = undefined
  }

  /** A table being received. */
  recue(nom: string): FeuilleRecue {
    const feuille = this.classeur.feuilles.find((f) => f.nom === nom)
    if (!(feuille instanceof FeuilleRecue)) throw new Error(`not a table being received: got ${nom}`)
    return feuille
  }

  reconnaitre({ feuille: voulue, colonnes }: ChoixTable): TableVue {
    const { nom, feuilles } = this.classeur
    const simple = reconnaitreDemandes(feuilles, { feuille: voulue })
    const { entetes, ligneEntetes, feuille: trouvee } = simple.table
    const brute = exiger(
      feuilles.find((f) => f.nom === trouvee),
      'its sheet',
    )
    const voulues = colonnesVoulues(brute, entetes, ligneEntetes, colonnes)
    const reconnue =
      Object.keys(colonnes).length === 0
        ? simple
        : reconnaitreDemandes([voulues.feuille], { feuille: trouvee, colonnes: voulues.choix })
    this.#choisie = { reconnue, feuille: voulues.feuille }
    const noms = feuilles.map((f) => f.nom)
    const premiere = this.classeur.colonnes?.[trouvee] ?? 0
    return decrireTable(
      { nom, feuilles: noms, premiereColonne: premiere },
      voulues.feuille,
      entetes,
      reconnue,
      colonnes,
    )
  }

  /** A row of the table, read again. */
  async relire(numero: number): Promise<LigneBrute | undefined> {
    let trouvee: LigneBrute | undefined
    const { feuille } = this.choisie
    await parcourir(
      feuille.lignes,
      (ligne) => {
        if (ligne.numero === numero) trouvee = ligne
        return ligne.numero < numero
      },
      { annulee: () => false, progres: () => undefined },
    )
    return trouvee
  }
}
