import type { CellulesRemplies, Lecteur, Lecture, OptionsLecture } from '../lecture/lire.ts'
import { additionnerRemplies } from '../lecture/additionner-remplies.ts'
import { creerLecteur } from '../lecture/lire.ts'
import type { Colonne } from '../lecture/colonne.ts'
import type { Appariement } from '../lecture/reconnaitre.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import type { Jour } from '../socle/jour.ts'
import { Refus } from '../socle/refus.ts'
import type { LigneBrute } from '../socle/table.ts'
import { MODELE_ATTRIBUTION } from './modele.ts'
import { aucuneDate } from './phrases.ts'
import type { PremiereFois } from './regles.ts'
import { reglesAttribution } from './regles.ts'
import { reunirColonnes } from './reunir.ts'

/** A fault of a table of allocations; `fichier` is given when several files were read together. */
export interface AnomalieAttribution extends Anomalie {
  readonly fichier?: string
}

/** Allocations once read, from one file or several, one column a field. */
export interface Attributions {
  /** Rows used: duplicates are counted once. */
  readonly nombre: number
  /** Rows that held something, used or not. */
  readonly lignesLues: number
  /** Row of each allocation in its file, as the user sees it. */
  readonly lignes: Uint32Array
  /** Names of the files, in the order given. */
  readonly fichiers: readonly string[]
  /** File of each allocation: an index in `fichiers`. */
  readonly origines: Uint16Array
  /** Fields that at least one file gives. */
  readonly champsPresents: ReadonlySet<string>
  colonne(code: string): Colonne
  readonly anomalies: readonly AnomalieAttribution[]
  readonly videNon: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
}

export interface OptionsAttributions extends OptionsLecture {
  /** Day of the computation: dates after it are reported. */
  readonly jour: Jour
}

/** Takes the rows of one file. */
export interface LecteurFichier {
  ajouter(ligne: LigneBrute): void
}

/** Reads one file after another; duplicates are found over all of them. */
export interface LecteurAttributions {
  /**
   * Begins a file whose columns are recognised.
   *
   * @throws Refus when it has neither a decision date nor a lease date, or two columns for a field of a single value
   */
  fichier(appariement: Appariement, nom: string): LecteurFichier
  terminer(): Attributions
}

function exigerUneDate({ colonnes }: Appariement, nom: string): void {
  if (!colonnes.has('date_decision') && !colonnes.has('date_bail')) throw new Refus(aucuneDate(nom))
}

/**
 * Makes the reader of tables of allocations, one file or several.
 *
 * @example
 * const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION)
 * const lecteur = creerLecteurAttributions({ jour, lieux: territoires })
 * lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, 'bailleur.xlsx'))
 * lecteur.terminer().nombre //=> 1503
 */
export function creerLecteurAttributions(options: OptionsAttributions): LecteurAttributions {
  const vues = new Map<string, PremiereFois>()
  const fichiers: { readonly nom: string; readonly lecteur: Lecteur }[] = []
  return {
    fichier: (appariement, nom) => {
      exigerUneDate(appariement, nom)
      const regle = reglesAttribution(options.jour, vues, nom)
      const lecteur = creerLecteur(MODELE_ATTRIBUTION, appariement, options, regle)
      fichiers.push({ nom, lecteur })
      return lecteur
    },
    terminer: () => reunir(fichiers.map(({ nom, lecteur }) => ({ nom, lecture: lecteur.terminer() }))),
  }
}

interface FichierLu {
  readonly nom: string
  readonly lecture: Lecture
}

function reunir(fichiers: readonly FichierLu[]): Attributions {
  const lectures = fichiers.map(({ lecture }) => lecture)
  const nombre = lectures.reduce((total, lecture) => total + lecture.nombre, 0)
  const lignes = new Uint32Array(nombre)
  const origines = new Uint16Array(nombre)
  let debut = 0
  lectures.forEach((lecture, rang) => {
    lignes.set(lecture.lignes, debut)
    origines.fill(rang, debut, debut + lecture.nombre)
    debut += lecture.nombre
  })
  return {
    nombre,
    lignesLues: lectures.reduce((total, lecture) => total + lecture.lignesLues, 0),
    lignes,
    origines,
    fichiers: fichiers.map(({ nom }) => nom),
    champsPresents: new Set(lectures.flatMap(({ appariement }) => [...appariement.colonnes.keys()])),
    colonne: colonnesReunies(lectures),
    anomalies: fichiers.flatMap(({ nom, lecture }) =>
      fichiers.length === 1 ? lecture.anomalies : lecture.anomalies.map((a) => ({ ...a, fichier: nom })),
    ),
    videNon: additionnerRemplies(lectures.map(({ videNon }) => videNon)),
    defauts: additionnerRemplies(lectures.map(({ defauts }) => defauts)),
  }
}

function colonnesReunies(lectures: readonly Lecture[]): (code: string) => Colonne {
  const reunies = new Map<string, Colonne>()
  return (code) => {
    const connue = reunies.get(code)
    if (connue !== undefined) return connue
    const colonne = reunirColonnes(lectures.map((lecture) => lecture.colonne(code)))
    reunies.set(code, colonne)
    return colonne
  }
}
