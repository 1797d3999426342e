import type { ColonneSimple } from '../../lecture/colonne.ts'
import type { Lecteur, Lecture, OptionsLecture } from '../../lecture/lire.ts'
import { creerLecteur } from '../../lecture/lire.ts'
import type { Modele } from '../../lecture/modele.ts'
import type { Appariement } from '../../lecture/reconnaitre.ts'
import { CHAMPS_LOGEMENT } from '../../rapprochement/champs.ts'
import type { Lots } from '../mesures/recherches.ts'
import { HORS_DICTIONNAIRE } from '../mesures/recherches.ts'
import type { SourceSouhaits } from './souhaits.ts'
import { colonneSouhaits } from './souhaits.ts'

const SITUATION = ['commune', 'typologie']

/** The table of dwellings, when only those are of use of which commune and type are known. */
export const MODELE_LOTS: Modele = {
  nom: 'logement',
  champs: CHAMPS_LOGEMENT.map((champ) => (SITUATION.includes(champ.code) ? { ...champ, obligatoire: true } : champ)),
  defauts: [],
  derives: [],
}

/**
 * Makes the reader of a table of dwellings whose columns are recognised.
 *
 * @throws Refus when commune or type has no column
 */
export function creerLecteurLots(appariement: Appariement, options: OptionsLecture): Lecteur {
  return creerLecteur(MODELE_LOTS, appariement, options)
}

function simple(lecture: Lecture, code: string): ColonneSimple {
  const colonne = lecture.colonne(code)
  if (colonne.genre !== 'simple') throw new Error(`a single value is expected: got ${code}`)
  return colonne
}

function traduire({ valeurs, dictionnaire }: ColonneSimple, cible: readonly string[]): Uint16Array {
  const indices = dictionnaire.map((texte) => {
    const indice = cible.indexOf(texte)
    return indice < 0 ? HORS_DICTIONNAIRE : indice
  })
  return Uint16Array.from(valeurs, (valeur) => indices[valeur] ?? HORS_DICTIONNAIRE)
}

/**
 * Dwellings in the dictionaries of the wishes: what nobody names is sought only by those who seek everything.
 *
 * @example
 * const logements = lireLots([enFeuille('Logements', [['Commune', 'Type'], ['75056', 'T3']])], { lieux: territoires })
 * lotsDe(logements, demandes).communes[0] === HORS_DICTIONNAIRE //=> true
 */
export function lotsDe(logements: Lecture, demandes: SourceSouhaits): Lots {
  return {
    communes: traduire(simple(logements, 'commune'), colonneSouhaits(demandes, 'communes_souhaitees').dictionnaire),
    types: traduire(simple(logements, 'typologie'), colonneSouhaits(demandes, 'typologies_souhaitees').dictionnaire),
  }
}
