import type { ColonnesUtiles } from '../colonnes-utiles.ts'
import type { ChoixTable } from '../contrat.ts'
import { exiger } from '../exiger.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'
import { TablesRecues } from '../tables-recues.ts'
import type { TablesSuivies } from './contrat-suivi.ts'
import { decrireSuivie, reconnaitre, tableAConfirmer, trouverTables, type TableTrouvee } from './tables.ts'

/** The workbooks of the follow-up, and which of their tables are followed. */
export class TablesOuvertes {
  #classeurs: readonly ClasseurLu[] = []
  #recues: TablesRecues | undefined
  #tables: readonly TableTrouvee[] = []

  get classeurs(): readonly ClasseurLu[] {
    return this.#classeurs
  }

  get tables(): readonly TableTrouvee[] {
    return this.#tables
  }

  /** Files of the tables, each once. */
  get fichiers(): readonly string[] {
    return [...new Set(this.#tables.map(({ classeur }) => classeur.nom))]
  }

  /** Begins to receive the tables of a live workbook. */
  recevoir(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>>): void {
    this.#recues = new TablesRecues(nom, feuilles, colonnes)
    this.#classeurs = [this.#recues.classeur]
  }

  /** Tables of a live workbook on their way. */
  get recues(): TablesRecues {
    return exiger(this.#recues, 'tables being received')
  }

  /** @param choisis whether the user gave these files for this: then one that looks a little like allocations is kept */
  poser(classeurs: readonly ClasseurLu[], choisis: boolean): TablesSuivies {
    this.#classeurs = classeurs
    const sansTable: string[] = []
    this.#tables = classeurs.flatMap((classeur, rang) => {
      const trouvees = trouverTables(classeur, String(rang))
      if (trouvees.length > 0) return trouvees
      const aConfirmer = choisis ? tableAConfirmer(classeur, String(rang)) : undefined
      if (aConfirmer === undefined) sansTable.push(classeur.nom)
      return aConfirmer === undefined ? [] : [aConfirmer]
    })
    return this.#vues(sansTable)
  }

  /** Recognises a table again after a choice. */
  choisir(cle: string, choix: ChoixTable): TablesSuivies {
    const ancienne = this.table(cle)
    const feuille = choix.feuille ?? ancienne.reconnue.table.feuille
    const nouvelle = reconnaitre(cle, ancienne.genre, ancienne.classeur, { ...choix, feuille })
    this.#tables = this.#tables.map((table) => (table.cle === cle ? nouvelle : table))
    return this.#vues([])
  }

  /** Leaves a table aside. */
  ecarter(cle: string): TablesSuivies {
    this.#tables = this.#tables.filter((table) => table.cle !== cle)
    return this.#vues([])
  }

  /** Columns of a live table that the reading needs. */
  colonnesUtiles(cle: string): ColonnesUtiles {
    const { colonnes } = this.table(cle).reconnue.appariement
    const rangs = [...new Set([...colonnes.values()].flat())].sort((a, b) => a - b)
    const datees = ['date_decision', 'date_bail', 'date_depot'].flatMap((code) => colonnes.get(code) ?? [])
    return { colonnes: rangs, dates: datees }
  }

  table(cle: string): TableTrouvee {
    return exiger(
      this.#tables.find((table) => table.cle === cle),
      `the table ${cle}`,
    )
  }

  #vues(sansTable: readonly string[]): TablesSuivies {
    return { tables: this.#tables.map(decrireSuivie), sansTable }
  }
}
