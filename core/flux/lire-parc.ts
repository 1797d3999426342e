import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import type { CellulesRemplies, Lecteur, Lecture, OptionsLecture } from '../lecture/lire.ts'
import { creerLecteur } from '../lecture/lire.ts'
import type { Appariement } from '../lecture/reconnaitre.ts'
import { additionnerRemplies } from '../lecture/additionner-remplies.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import type { LigneBrute } from '../socle/table.ts'
import type { Lieu } from './anomalies-parc.ts'
import type { CHAMPS_PARC } from './champs.ts'
import { MODELE_PARC } from './modele.ts'

export type CodeChampParc = (typeof CHAMPS_PARC)[number]['code']

/** What a cell gave: a number (0 or 1 for a boolean), nothing, or something unreadable. */
export type Lu = number | 'vide' | 'illisible'

/** One row of the table, by field. */
export interface LigneParc {
  readonly lieu: Lieu
  nombre(code: CodeChampParc): Lu
  /** Undefined when empty or unreadable. */
  texte(code: CodeChampParc): string | undefined
}

/** A fault of a table of stocks; `fichier` is given when several tables were read together. */
export interface AnomalieParc extends Anomalie {
  readonly fichier?: string
}

/** Stocks and agreements once read. */
export interface Parc {
  readonly lignes: readonly LigneParc[]
  readonly anomalies: readonly AnomalieParc[]
  readonly videNon: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
}

/** Reads one table after another: a sheet of stocks, a sheet of agreements. */
export interface LecteurParc {
  /** @throws Refus when no column gives the landlord, or two a field of a single value */
  feuille(appariement: Appariement, nom: string): { ajouter(ligne: LigneBrute): void }
  terminer(): Parc
}

function simple(lecture: Lecture, code: string): ColonneSimple {
  const colonne = lecture.colonne(code)
  if (colonne.genre !== 'simple') throw new Error(`${code} is not a single value`)
  return colonne
}

function lignesDe(lecture: Lecture, fichier: string | undefined): readonly LigneParc[] {
  return Array.from(lecture.lignes, (ligne, i): LigneParc => ({
    lieu: { ligne, fichier },
    nombre: (code) => {
      const { etats, valeurs } = simple(lecture, code)
      return etats[i] === CONNU ? (valeurs[i] ?? 0) : etats[i] === VIDE ? 'vide' : 'illisible'
    },
    texte: (code) => {
      const { etats, valeurs, dictionnaire } = simple(lecture, code)
      return etats[i] === CONNU ? dictionnaire[valeurs[i] ?? 0] : undefined
    },
  }))
}

/**
 * Makes the reader of stocks and reservation agreements.
 *
 * @example
 * const reconnue = reconnaitreTable(feuilles, MODELE_PARC)
 * const lecteur = creerLecteurParc({ lieux: territoires })
 * lireTable(feuilles, reconnue, lecteur.feuille(reconnue.appariement, 'Parc'))
 * calculerFlux(lecteur.terminer(), { annee: 2025 }).lignes[0]?.assiette //=> 111
 */
export function creerLecteurParc(options: OptionsLecture): LecteurParc {
  const feuilles: { readonly nom: string; readonly lecteur: Lecteur }[] = []
  return {
    feuille: (appariement, nom) => {
      const lecteur = creerLecteur(MODELE_PARC, appariement, options)
      feuilles.push({ nom, lecteur })
      return lecteur
    },
    terminer: () => {
      const lues = feuilles.map(({ nom, lecteur }) => ({ nom, lecture: lecteur.terminer() }))
      return {
        lignes: lues.flatMap(({ nom, lecture }) => lignesDe(lecture, lues.length === 1 ? undefined : nom)),
        anomalies: lues.flatMap(({ nom, lecture }) =>
          lues.length === 1 ? lecture.anomalies : lecture.anomalies.map((a) => ({ ...a, fichier: nom })),
        ),
        videNon: additionnerRemplies(lues.map(({ lecture }) => lecture.videNon)),
        defauts: additionnerRemplies(lues.map(({ lecture }) => lecture.defauts)),
      }
    },
  }
}
