import type { Apercu, Lecture, Source } from '../excel/index.ts'
import type { HoteSuivi } from '../ports/hote.ts'
import type { SourceSuivi } from '../ports/source.ts'
import type { Progres } from '../travail/contrat.ts'
import type { TableSuivie } from '../travail/suivi/contrat-suivi.ts'
import type { SuiviDistant } from '../travail/suivi/distant.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { nommerSources } from './nom-source.ts'

/** Tables looked at when allocations and stocks are searched for. */
const CANDIDATS = 25

interface Apercue {
  readonly source: Source
  readonly apercu: Apercu
}

/** Allocations and stocks of the live workbook: found among its tables, read again at each reading, watched until written. */
class SuiviExcel {
  readonly #classeur: ClasseurOuvert
  readonly #dire: (avis: readonly string[]) => void
  #apercues: ReadonlyMap<string, Apercue> = new Map()
  #lectures: readonly Lecture[] = []

  constructor(classeur: ClasseurOuvert, dire: (avis: readonly string[]) => void) {
    this.#classeur = classeur
    this.#dire = dire
  }

  source(): SourceSuivi {
    return {
      nom: 'Ce classeur',
      memorisable: true,
      poser: (suivi) => this.#classeur.faire(() => this.#poser(suivi)),
      charger: (suivi, tables, progres) =>
        this.#classeur.faire((signal) => this.#charger(suivi, tables, { signal, progres })),
      montrer: async ({ ligne, colonne, table: cle }, tables) => {
        const feuille = tables.find((table) => table.cle === cle)?.feuille ?? ''
        const source = this.#apercues.get(feuille)?.source
        if (source === undefined) return
        const { feuilleId, colonne: premiere } = source
        await this.#classeur.excel.selectionner({ feuilleId, ligne: ligne - 1, colonne: premiere + colonne })
      },
    }
  }

  /** Throws when what was read has changed since. */
  async verifier(): Promise<void> {
    for (const lecture of this.#lectures) await lecture.verifier()
  }

  async #poser(suivi: SuiviDistant) {
    const { excel } = this.#classeur
    const apercues = new Map<string, Apercue>()
    for (const [nom, source] of [...nommerSources(await excel.sources())].slice(0, CANDIDATS))
      apercues.set(nom, { source, apercu: await excel.apercu(source) })
    this.#apercues = sansReprises(apercues)
    const colonnes = Object.fromEntries([...this.#apercues].map(([nom, { source }]) => [nom, source.colonne]))
    await suivi.recevoirTables('Ce classeur', [...this.#apercues.keys()], colonnes)
    for (const [nom, { apercu }] of this.#apercues) await suivi.recevoir(nom, [...apercu.feuille.lignes])
    return suivi.reconnaitreRecues()
  }

  async #charger(
    suivi: SuiviDistant,
    tables: readonly TableSuivie[],
    { signal, progres }: { readonly signal: AbortSignal; readonly progres: Progres },
  ): Promise<void> {
    for (const lecture of this.#lectures) await lecture.fermer()
    this.#lectures = []
    for (const { cle, feuille } of tables) {
      const apercue = this.#apercues.get(feuille)
      if (apercue === undefined) throw new Error(`not a table of the workbook: got ${feuille}`)
      const { colonnes, dates } = await suivi.colonnesUtiles(cle)
      const datees = apercue.apercu.colonnesDates.filter((colonne) => colonnes.includes(colonne))
      const lecture = await this.#classeur.excel.lire(apercue.source, {
        colonnes,
        dates: [...new Set([...dates, ...datees])],
        lignesEntete: [...apercue.apercu.feuille.lignes].length,
        progres,
        signal,
      })
      this.#lectures = [...this.#lectures, lecture]
      await remettre(suivi, feuille, lecture, signal)
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

async function remettre(suivi: SuiviDistant, nom: string, { donnees }: Lecture, signal: AbortSignal): Promise<void> {
  await suivi.viderTable(nom)
  await suivi.recevoirBlocs(nom, { ...donnees, blocs: [] })
  let premiere = donnees.premiere
  for (const bloc of donnees.blocs) {
    signal.throwIfAborted()
    await suivi.recevoirBlocs(nom, { ...donnees, entetes: [], premiere, blocs: [bloc] })
    premiere += bloc.lignes
  }
}

function enumerer(noms: readonly string[]): string {
  return noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')
}

/** The live workbook as the place of the follow-up. */
export function hoteSuiviExcel(classeur: ClasseurOuvert, dire: (avis: readonly string[]) => void): HoteSuivi {
  const suivi = new SuiviExcel(classeur, dire)
  return {
    trouver: () => suivi.source(),
    ecrire: (tables) =>
      classeur.faire(async (signal) => {
        await suivi.verifier()
        const feuilles = tables.map((table) => ({ ...table, ligne: (i: number) => table.lignes[i] ?? [] }))
        const { feuilles: ecrites, avis } = await classeur.excel.ecrire(feuilles, { signal })
        return [`Écrit dans ${enumerer(ecrites.map(({ ecriteDans }) => ecriteDans))}.`, ...avis]
      }),
  }
}
