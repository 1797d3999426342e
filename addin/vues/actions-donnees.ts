import { formatNombre } from '../../core/index.ts'
import type { SourceTables } from '../ports/source.ts'
import type { ChoixTable, DemandeLecture, Issue, LectureVue } from '../travail/contrat.ts'
import { suivi, type SessionDistante } from '../travail/poste.ts'
import { lisible, SANS_CLASSEMENT, SANS_SOURCE, type Etat } from './etat.ts'
import { retenir, retrouver } from './memoire.ts'
import { communesPerdues, territoireDe } from './territoire.ts'
import type { Volet } from './volet.ts'

const ILLISIBLE = 'Les demandes n’ont pas pu être lues'

function demandeLecture(etat: Etat): DemandeLecture {
  const { jour, videNon, sansDefauts, toutes } = etat
  const territoire = territoireDe(etat)
  return { jour, videNon, sansDefauts, toutes, ...(territoire === '' ? {} : { territoire }) }
}

async function lireEtRanger(volet: Volet, session: SessionDistante): Promise<Issue<LectureVue>> {
  const { source, table, choix } = volet.etat
  if (source?.charger !== undefined && table !== undefined) {
    await source.charger(session, table, choix, (lignes) => {
      volet.progresser(`${formatNombre(lignes)} lignes reçues du classeur`)
    })
  }
  const demande = demandeLecture(volet.etat)
  const issue = await session.lire(
    demande,
    suivi((lignes) => {
      volet.progresser(`${formatNombre(lignes)} lignes lues`)
    }),
  )
  if (issue.genre === 'fait') {
    const groupes = await session.groupesAnomalies()
    volet.anomalies.vider()
    volet.changer({
      lecture: issue.valeur,
      lecturePerimee: false,
      territoireLu: demande.territoire ?? '',
      groupes,
      groupeOuvert: undefined,
      ligne: undefined,
      anomalieChoisie: undefined,
      // The worker holds the former ranking no more.
      ...SANS_CLASSEMENT,
    })
    volet.classees.vider()
  }
  return issue
}

/** Reads the demandes with the choices made so far. @returns whether they were read, and nobody asked to stop */
export async function lire(volet: Volet): Promise<boolean> {
  const issue = await volet.travailler(
    { titre: 'Lecture des demandes', annulable: true },
    ILLISIBLE,
    async (session) => {
      await volet.reprise
      return lireEtRanger(volet, session)
    },
  )
  if (issue?.genre !== 'fait') return false
  await preparerEpci(volet)
  return !volet.arretDemande
}

/** The EPCI to choose from, once a commune waits for one. */
async function preparerEpci(volet: Volet): Promise<void> {
  const { epcis, territoire } = volet.etat
  if (epcis.length > 0 || (territoire === '' && communesPerdues(volet.etat) === 0)) return
  volet.changer({ epcis: await volet.poste.executer((session) => session.epci()) })
}

/** Communes are looked for by name in this EPCI: the demandes are read again at once. */
export async function changerTerritoire(volet: Volet, territoire: string): Promise<void> {
  volet.changer({ territoire })
  retenir(volet)
  await lire(volet)
}

/** Takes the tables that the user chose; reads them at once when nothing is in doubt. */
export async function ouvrir(volet: Volet, source: SourceTables): Promise<void> {
  volet.reprise = Promise.resolve()
  const jour = source.jour ?? volet.hote.aujourdhui
  volet.changer({ ...SANS_SOURCE, source, jour, etape: 'donnees', ...grilleDe(volet, source) })
  volet.anomalies.vider()
  volet.classees.vider()
  const champs = await volet.poste.executer((session) => session.champs())
  const table = await volet.travailler(
    { titre: `Ouverture\u202f: ${source.nom}`, annulable: true },
    ILLISIBLE,
    (session) => source.poser(session),
  )
  if (table === undefined) {
    volet.changer({ source: undefined })
    return
  }
  volet.changer({ champs, table })
  await retrouver(volet)
  if (!lisible(volet.etat)) volet.changer({ autreGenre: await volet.poste.executer((session) => session.autreGenre()) })
  if (lisible(volet.etat) && !volet.arretDemande) await lire(volet)
  volet.garderFoyer()
}

function grilleDe({ etat }: Volet, { grille }: SourceTables): Partial<Etat> {
  return grille === undefined || etat.grilleChoisie === grille ? {} : { grilleChoisie: undefined, grille: undefined }
}

/** Recognises the table again after a choice; the reading is done again when the user goes on. */
export async function choisir(volet: Volet, choix: Partial<ChoixTable>): Promise<void> {
  const nouveau = { ...volet.etat.choix, ...choix }
  const table = await volet.travailler(
    { titre: 'Reconnaissance des colonnes', annulable: false },
    ILLISIBLE,
    (session) => session.reconnaitre(nouveau),
  )
  if (table === undefined) return
  const { lecture } = volet.etat
  volet.changer({ table, choix: nouveau, corrigee: undefined, lecturePerimee: lecture !== undefined })
  volet.garderFoyer()
  retenir(volet)
}

/** Gives a column to a field, or leaves it alone. */
export function designer(volet: Volet, rang: number, champ: string | null): Promise<void> {
  return choisir(volet, { colonnes: { ...volet.etat.choix.colonnes, [rang]: champ } })
}

/** Keeps one of the columns that give the same field. */
export function departager(volet: Volet, champ: string, rang: number): Promise<void> {
  const autres = volet.etat.table?.colonnes.filter((c) => c.champ === champ && c.rang !== rang) ?? []
  const ecartees = Object.fromEntries(autres.map((c) => [c.rang, null]))
  return choisir(volet, { colonnes: { ...volet.etat.choix.colonnes, ...ecartees, [rang]: champ } })
}

export function declarerVide(volet: Volet, champ: string, declare: boolean): void {
  const videNon = volet.etat.videNon.filter((code) => code !== champ)
  volet.changer({ videNon: declare ? [...videNon, champ] : videNon, lecturePerimee: true })
  retenir(volet)
}

/** @param jour ISO day; an empty one is left for the field to complain of */
export function changerJour(volet: Volet, jour: string): void {
  if (jour === '') return
  const { lecture, cotation } = volet.etat
  volet.changer({ jour, lecturePerimee: lecture !== undefined, cotationPerimee: cotation !== undefined })
  retenir(volet)
}

/** What stays on screen when the worker was ended: what was chosen, to be read again; the ranking is gone. */
function apresCoupure({ source, table, lecture, grille }: Etat): Partial<Etat> {
  return {
    enCours: undefined,
    groupeOuvert: undefined,
    ligne: undefined,
    lecturePerimee: lecture !== undefined,
    ...SANS_CLASSEMENT,
    source: table === undefined ? undefined : source,
    etape: lecture !== undefined && grille !== undefined ? 'grille' : 'donnees',
  }
}

/** Stops the job under way, and puts the source back within reach when the worker had to be ended. */
export async function annuler(volet: Volet): Promise<void> {
  if (!(await volet.annuler())) return
  volet.anomalies.vider()
  volet.classees.vider()
  volet.changer(apresCoupure(volet.etat))
  const { source, choix, table } = volet.etat
  if (source === undefined || table === undefined) return
  volet.reprise = volet.poste.executer(async (session) => {
    for (const ecrite of volet.etat.grille?.ecrites ?? []) await session.poserGrille(ecrite)
    await source.poser(session)
    await session.reconnaitre(choix)
  })
  // Whoever waits for it is told; cancelled again meanwhile, there is nobody.
  volet.reprise.catch(() => undefined)
}
