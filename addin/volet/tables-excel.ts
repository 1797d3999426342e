import type { Apercu, Lecture, Source } from '../excel/index.ts'
import type { ReceptionTables, TableAttendue } from '../travail/tables-attendues.ts'
import type { Progres } from '../travail/contrat.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { nommerSources } from './nom-source.ts'

/** Tables looked at when allocations and stocks are searched for. */
const CANDIDATS = 25

interface Apercue {
  readonly source: Source
  readonly apercu: Apercu
}

/** The tables of the live workbook for a job of the worker: their first rows, then in full those that it wants. */
export class TablesExcel {
  readonly #classeur: ClasseurOuvert
  readonly #dire: (avis: readonly string[]) => void
  #apercues: ReadonlyMap<string, Apercue> = new Map()
  #lectures: readonly Lecture[] = []

  constructor(classeur: ClasseurOuvert, dire: (avis: readonly string[]) => void) {
    this.#classeur = classeur
    this.#dire = dire
  }

  /** Where a table was found. */
  source(nom: string): Source | undefined {
    return this.#apercues.get(nom)?.source
  }

  /** Throws when what was read has changed since. */
  async verifier(): Promise<void> {
    for (const lecture of this.#lectures) await lecture.verifier()
  }

  /** What was read is no longer watched. */
  async fermer(): Promise<void> {
    const lectures = this.#lectures
    this.#lectures = []
    for (const lecture of lectures) await lecture.fermer()
  }

  /** Shows the worker the first rows of every table. @returns which ones it wants */
  async poser<T>(reception: ReceptionTables<T>): Promise<T> {
    const { excel } = this.#classeur
    const apercues = new Map<string, Apercue>()
    for (const [nom, source] of [...nommerSources(await excel.sources())].slice(0, CANDIDATS))
      apercues.set(nom, { source, apercu: await excel.apercu(source) })
    this.#apercues = sansReprises(apercues)
    const colonnes = Object.fromEntries([...this.#apercues].map(([nom, { source }]) => [nom, source.colonne]))
    await reception.recevoirTables('Ce classeur', [...this.#apercues.keys()], colonnes)
    for (const [nom, { apercu }] of this.#apercues) await reception.recevoir(nom, [...apercu.feuille.lignes])
    return reception.reconnaitreRecues()
  }

  /** Brings every row of these tables, and watches them until they are closed. */
  async charger(
    reception: ReceptionTables<unknown>,
    tables: readonly TableAttendue[],
    { signal, progres }: { readonly signal: AbortSignal; readonly progres: Progres },
  ): Promise<void> {
    await this.fermer()
    for (const { cle, feuille } of tables) {
      const apercue = this.#apercues.get(feuille)
      if (apercue === undefined) throw new Error(`not a table of the workbook: got ${feuille}`)
      const { colonnes, dates } = await reception.colonnesUtiles(cle)
      const datees = apercue.apercu.colonnesDates.filter((colonne) => colonnes.includes(colonne))
      const lecture = await this.#classeur.excel.lire(apercue.source, {
        colonnes,
        dates: [...new Set([...dates, ...datees])],
        lignesEntete: [...apercue.apercu.feuille.lignes].length,
        progres,
        signal,
      })
      this.#lectures = [...this.#lectures, lecture]
      await remettre(reception, feuille, lecture, signal)
      this.#dire(lecture.avis)
    }
  }
}

/** Tables are followed when they move: they come before whole sheets, then named ranges, then what is selected. */
const ORDRE: readonly Source['genre'][] = ['tableau', 'feuille', 'nom', 'selection']

function rang({ source: { genre, tableauId } }: Apercue): number {
  return tableauId === undefined ? ORDRE.indexOf(genre) : 0
}

/** The same rows may be offered as a table, a sheet and a selection: they must be counted once. */
function sansReprises(apercues: ReadonlyMap<string, Apercue>): ReadonlyMap<string, Apercue> {
  const prises = new Set<string>()
  const triees = [...apercues].toSorted(([, a], [, b]) => rang(a) - rang(b))
  return new Map(
    triees.filter(([, { source }]) => {
      const { feuilleId, tableauId } = source
      const prise = prises.has(tableauId ?? feuilleId)
      prises.add(feuilleId)
      if (tableauId !== undefined) prises.add(tableauId)
      return !prise
    }),
  )
}

async function remettre(
  reception: ReceptionTables<unknown>,
  nom: string,
  { donnees }: Lecture,
  signal: AbortSignal,
): Promise<void> {
  await reception.viderTable(nom)
  await reception.recevoirBlocs(nom, { ...donnees, blocs: [] })
  let premiere = donnees.premiere
  for (const bloc of donnees.blocs) {
    signal.throwIfAborted()
    await reception.recevoirBlocs(nom, { ...donnees, entetes: [], premiere, blocs: [bloc] })
    premiere += bloc.lignes
  }
}
