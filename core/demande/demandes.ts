import type { Lecteur, Lecture, OptionsLecture } from '../lecture/lire.ts'
import { creerLecteur } from '../lecture/lire.ts'
import type { Appariement } from '../lecture/reconnaitre.ts'
import type { Jour } from '../socle/jour.ts'
import type { LigneBrute } from '../socle/table.ts'
import { comparerCodes } from '../socle/texte.ts'
import { MODELE_DEMANDE } from './modele.ts'
import { reglesDemande } from './regles.ts'

/** Applications once read, one column a field. */
export interface Demandes extends Lecture {
  /** Unique number of each demande. */
  readonly numeros: readonly string[]
  /** Indexes of the demandes, by unique number (UTF-16 code units): the last tie-break. */
  readonly parNumero: Uint32Array
}

export interface OptionsDemandes extends OptionsLecture {
  readonly jour: Jour
  /** Uses applications that are not active too. */
  readonly toutes?: boolean
}

export interface LecteurDemandes {
  ajouter(ligne: LigneBrute): void
  terminer(): Demandes
}

/**
 * Makes the reader of a table of applications whose columns are recognised.
 *
 * @throws Refus when a required field has no column, or a field of a single value several
 * @example
 * const lecteur = creerLecteurDemandes(reconnaitreDemandes(feuilles).appariement, { jour, lieux: territoires })
 * for (const ligne of premieresLignes(feuilles[0]!, 3).slice(1)) lecteur.ajouter(ligne)
 * lecteur.terminer().numeros //=> ['099092500000199999', '099081800000299999']
 */
export function creerLecteurDemandes(appariement: Appariement, options: OptionsDemandes): LecteurDemandes {
  const regle = reglesDemande(options.jour, options.toutes ?? false)
  const lecteur: Lecteur = creerLecteur(MODELE_DEMANDE, appariement, options, regle)
  return {
    ajouter: (ligne) => {
      lecteur.ajouter(ligne)
    },
    terminer: () => avecNumeros(lecteur.terminer()),
  }
}

function avecNumeros(lecture: Lecture): Demandes {
  const colonne = lecture.colonne('numero_unique')
  if (colonne.genre !== 'simple') throw new Error('numero_unique is a single value')
  const numeros = Array.from(colonne.valeurs, (indice) => colonne.dictionnaire[indice] ?? '')
  const indices = Array.from(numeros, (_, i) => i)
  indices.sort((a, b) => comparerCodes(numeros[a] ?? '', numeros[b] ?? ''))
  return { ...lecture, numeros, parNumero: Uint32Array.from(indices) }
}
