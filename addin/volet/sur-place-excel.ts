import { formatCompte, Refus } from '../../core/index.ts'
import type { FeuilleEcrite, ValeurEcrite } from '../../core/index.ts'
import type { ColonneAjoutee, Ecriture } from '../excel/index.ts'
import type { SurPlace } from '../ports/sur-place.ts'
import type { NotesParLigne } from '../travail/classement.ts'
import type { Progres } from '../travail/contrat.ts'
import type { FeuilleDecrite } from '../travail/feuille-decrite.ts'
import type { SessionDistante } from '../travail/poste.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'

/** Rows fetched at once from the worker: short enough for the pane to stay at hand. */
const LOT = 4_000

/** Titles of the columns put beside the user's own; they say whose they are. */
export const TITRES_AJOUTES = { note: 'Note (cotation)', rang: 'Rang (cotation)' } as const

/** Rows of the sheet of this rank, from one on. */
type Fenetre = (rang: number, debut: number, nombre: number) => Promise<readonly (readonly ValeurEcrite[])[]>

async function rapatrier(
  fenetre: Fenetre,
  feuille: FeuilleDecrite,
  rang: number,
  signal: AbortSignal,
): Promise<FeuilleEcrite> {
  const lignes: (readonly ValeurEcrite[])[] = []
  for (let debut = 0; debut < feuille.nombreLignes; debut += LOT) {
    signal.throwIfAborted()
    for (const ligne of await fenetre(rang, debut, LOT)) lignes.push(ligne)
  }
  return { ...feuille, ligne: (i) => lignes[i] ?? [] }
}

async function rapatrierToutes(
  decrites: readonly FeuilleDecrite[],
  fenetre: Fenetre,
  signal: AbortSignal,
): Promise<readonly FeuilleEcrite[]> {
  const feuilles: FeuilleEcrite[] = []
  for (const [rang, decrite] of decrites.entries()) feuilles.push(await rapatrier(fenetre, decrite, rang, signal))
  return feuilles
}

async function feuillesDe(session: SessionDistante, signal: AbortSignal): Promise<readonly FeuilleEcrite[]> {
  const fenetre: Fenetre = (rang, debut, nombre) => session.lignesResultat(rang, debut, nombre)
  return rapatrierToutes(await session.feuillesResultat(), fenetre, signal)
}

function enumerer(noms: readonly string[]): string {
  return noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')
}

function direEcriture({ feuilles, avis }: Ecriture, phrase: string): readonly string[] {
  return [`${phrase} ${enumerer(feuilles.map(({ ecriteDans }) => ecriteDans))}.`, ...avis]
}

/** One value a row of the table, empty where no demande was ranked. */
export function colonnesAjoutees(notes: NotesParLigne, premiere: number, lignes: number): readonly ColonneAjoutee[] {
  const valeurs = {
    note: new Array<number | null>(lignes).fill(null),
    rang: new Array<number | null>(lignes).fill(null),
  }
  for (const [ligne, note, rang] of notes) {
    valeurs.note[ligne - premiere] = note
    valeurs.rang[ligne - premiere] = rang
  }
  return [
    { titre: TITRES_AJOUTES.note, format: 'points', valeurs: valeurs.note },
    { titre: TITRES_AJOUTES.rang, format: 'entier', valeurs: valeurs.rang },
  ]
}

async function ajouter(
  classeur: ClasseurOuvert,
  session: SessionDistante,
  progres: Progres,
): Promise<readonly string[]> {
  const { source, lecture, excel } = classeur
  if (source === undefined || lecture === undefined) throw new Refus('Relisez les demandes, puis recommencez.')
  return classeur.faire(async (signal) => {
    const { entetes, premiere, blocs } = lecture.donnees
    const lignes = entetes.length - 1 + blocs.reduce((somme, bloc) => somme + bloc.lignes, 0)
    const notes = await session.notesParLigne()
    const colonnes = colonnesAjoutees(notes, premiere - entetes.length + 1, lignes)
    const avis = await excel.ajouterColonnes(source, colonnes, { lecture, signal, progres })
    // Our own columns moved the source: it is watched anew from here.
    const [numero = 0] = (await session.colonnesUtiles()).colonnes
    await classeur.garder(
      source,
      await excel.lire(source, { colonnes: [numero], dates: [], lignesEntete: entetes.length }),
    )
    return [`Note et rang ajoutés à droite de votre tableau\u202f: ${formatCompte(notes.length, 'demande')}.`, ...avis]
  })
}

/** Results in the live workbook. */
export function surPlaceExcel(classeur: ClasseurOuvert): SurPlace {
  const { excel } = classeur
  return {
    ecrire: (session, progres) =>
      classeur.faire(async (signal) => {
        const feuilles = await feuillesDe(session, signal)
        const { lecture } = classeur
        const demande = { signal, progres, ...(lecture === undefined ? {} : { lecture }) }
        return direEcriture(await excel.ecrire(feuilles, demande), 'Résultats écrits dans')
      }),
    ecrireFeuilles: (decrites, fenetre, progres) =>
      classeur.faire(async (signal) => {
        const feuilles = await rapatrierToutes(decrites, fenetre, signal)
        const { lecture } = classeur
        const demande = { signal, progres, ...(lecture === undefined ? {} : { lecture }) }
        return direEcriture(await excel.ecrire(feuilles, demande), 'Scénarios écrits dans')
      }),
    ajouterColonnes: (session, progres) => ajouter(classeur, session, progres),
    restaurables: () => excel.restaurables(),
    restaurer: () =>
      classeur.faire(async () => direEcriture(await excel.restaurer(), 'Contenu précédent rétabli dans')),
  }
}
