import type { Apercu, DonneesLues, Lecture, Source } from '../excel/index.ts'
import type { SourceTables } from '../ports/source.ts'
import type { Progres, TableVue } from '../travail/contrat.ts'
import type { SessionDistante } from '../travail/poste.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { nommerSources } from './nom-source.ts'

/** Tables looked at when the demandes are searched for. */
const CANDIDATS = 25

type Apercus = ReadonlyMap<string, { readonly source: Source; readonly apercu: Apercu }>

async function apercevoir({ excel }: ClasseurOuvert, sources: readonly Source[]): Promise<Apercus> {
  const apercus = new Map<string, { readonly source: Source; readonly apercu: Apercu }>()
  for (const [nom, source] of [...nommerSources(sources)].slice(0, CANDIDATS)) {
    apercus.set(nom, { source, apercu: await excel.apercu(source) })
  }
  return apercus
}

async function poserApercus(session: SessionDistante, apercus: Apercus): Promise<void> {
  const colonnes = Object.fromEntries([...apercus].map(([nom, { source }]) => [nom, source.colonne]))
  await session.recevoirTables('Classeur ouvert', [...apercus.keys()], colonnes)
  for (const [nom, { apercu }] of apercus) await session.recevoir(nom, [...apercu.feuille.lignes])
}

/** Hands a reading over to the worker, a block at a time so that the pane never freezes. */
async function remettre(
  session: SessionDistante,
  nom: string,
  { donnees }: Lecture,
  { signal, progres }: { readonly signal: AbortSignal; readonly progres: Progres },
): Promise<void> {
  await session.viderTable(nom)
  const vide: DonneesLues = { ...donnees, blocs: [] }
  await session.recevoirBlocs(nom, vide)
  let premiere = donnees.premiere
  for (const bloc of donnees.blocs) {
    signal.throwIfAborted()
    await session.recevoirBlocs(nom, { ...donnees, entetes: [], premiere, blocs: [bloc] })
    premiere += bloc.lignes
    progres(premiere - donnees.premiere)
  }
}

/** Rows read in full, so that a column that is not used still shows examples when the user corrects a choice. */
async function lireTable(
  classeur: ClasseurOuvert,
  session: SessionDistante,
  { source, apercu }: { readonly source: Source; readonly apercu: Apercu },
  { signal, progres }: { readonly signal: AbortSignal; readonly progres: Progres },
): Promise<Lecture> {
  const { colonnes, dates } = await session.colonnesUtiles()
  return classeur.lire(source, {
    colonnes,
    dates: [...new Set([...dates, ...apercu.colonnesDates.filter((c) => colonnes.includes(c))])],
    lignesEntete: [...apercu.feuille.lignes].length,
    progres,
    signal,
  })
}

/**
 * Demandes of the live workbook, among the tables given: the one that looks most like demandes is proposed, another can be
 * chosen. Only the columns that serve are read, again at each reading, so that corrections count.
 */
export function sourceExcel(
  classeur: ClasseurOuvert,
  nom: string,
  sources: () => Promise<readonly Source[]>,
  dire: (avis: readonly string[]) => void,
): SourceTables {
  let apercus: Apercus = new Map()
  let choisie: Source | undefined
  return {
    nom,
    memorisable: true,
    poser: async (session) => {
      apercus = await classeur.faire(async () => apercevoir(classeur, await sources()))
      await poserApercus(session, apercus)
      return session.reconnaitre({ colonnes: {} })
    },
    charger: (session, { feuille }: TableVue, choix, progres) =>
      classeur.faire(async (signal) => {
        const trouvee = apercus.get(feuille)
        if (trouvee === undefined) throw new Error(`not a table of the workbook: got ${feuille}`)
        await classeur.garder(trouvee.source, undefined)
        const lecture = await lireTable(classeur, session, trouvee, { signal, progres })
        choisie = trouvee.source
        await classeur.garder(trouvee.source, lecture)
        await remettre(session, feuille, lecture, { signal, progres })
        await session.reconnaitre({ ...choix, feuille })
        dire(lecture.avis)
      }),
    montrer: async ({ ligne, colonne }) => {
      if (choisie === undefined) return
      const { feuilleId, colonne: premiere } = choisie
      await classeur.excel.selectionner({ feuilleId, ligne: ligne - 1, colonne: premiere + colonne })
    },
  }
}
