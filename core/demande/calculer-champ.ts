import type { Lieux } from '../lecture/cellules/lieu.ts'
import { CONNU, colonneVide } from '../lecture/colonne.ts'
import { creerLecteur, type Lecture } from '../lecture/lire.ts'
import type { Champ, Modele } from '../lecture/modele.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import type { Cellule } from '../socle/table.ts'
import type { ContexteCalcul } from './derives/derive.ts'
import { DERIVES } from './derives/index.ts'
import type { TableLue } from './donnees.ts'
import { creerDonnees } from './donnees.ts'
import { MODELE_DEMANDE } from './modele.ts'
import { reglesDemande } from './regles.ts'

/** The value of a derived field for cells taken alone, or why there is none. */
export type ChampCalcule =
  | { readonly etat: 'connu'; readonly valeur: number }
  /** A cell cannot be read, or contradicts another. */
  | { readonly etat: 'refuse'; readonly anomalies: readonly Anomalie[] }
  /** Codes of the fields to fill. */
  | { readonly etat: 'inconnu'; readonly manque: readonly string[] }

export interface ContexteChamp extends ContexteCalcul {
  readonly lieux: Lieux
}

/** What the fields that every demande must have hold when they do not matter. */
function neutres({ jour }: ContexteCalcul): Readonly<Record<string, Cellule>> {
  return { numero_unique: '0', date_depot: { jour }, nb_personnes: 1 }
}

/** What the reading and the rules of rows ask for, whatever the field computed. */
const TOUJOURS = ['epci', 'statut_demande', 'dalo', 'publics_prioritaires', 'nb_moins_14']

/** A model with the fields of the row, for speed: a cell of a workbook pays for each field at each computation. */
function modelePour(codes: readonly string[]): Modele {
  const utiles = MODELE_DEMANDE.champs.filter(
    ({ code, type }) => codes.includes(code) || type === 'date' || TOUJOURS.includes(code),
  )
  return { ...MODELE_DEMANDE, champs: utiles, defauts: [] }
}

function lireUneLigne(cellules: Readonly<Record<string, Cellule>>, { jour, lieux }: ContexteChamp): Lecture {
  const entetes = Object.keys(cellules)
  const lecteur = creerLecteur(
    modelePour(entetes),
    {
      entetes,
      ligneEntetes: 1,
      colonnes: new Map(entetes.map((code, i) => [code, [i]])),
      propositions: [],
      ambigus: [],
      manquants: [],
      anomalies: [],
    },
    { lieux },
    reglesDemande(jour, true),
  )
  lecteur.ajouter({ numero: 2, cellules: Object.values(cellules) })
  return lecteur.terminer()
}

/** Fields that the model left out are empty columns. */
function tableComplete(lecture: Lecture): TableLue {
  const absents = new Map<string, Champ>(MODELE_DEMANDE.champs.map((champ) => [champ.code, champ]))
  for (const { code } of lecture.modele.champs) absents.delete(code)
  return {
    nombre: lecture.nombre,
    colonne: (code) => {
      const absent = absents.get(code)
      return absent === undefined ? lecture.colonne(code) : colonneVide(absent, lecture.nombre)
    },
  }
}

/** Anomalies that say why the field is unknown: those that only inform of something else are left out. */
function causes(anomalies: readonly Anomalie[]): readonly Anomalie[] {
  return anomalies.filter(({ gravite, code }) => gravite !== 'information' || code === 'date-future')
}

/**
 * A derived field from a few cells, read and computed as in a table of one row: the same rules, the same faults.
 *
 * @param cellules by field code; fields that are not named are absent columns
 * @example
 * calculerChamp('uc', { nb_personnes: 3, nb_moins_14: 2 }, { ...contexte, lieux: territoires })
 * //=> { etat: 'connu', valeur: 1.6 }
 */
export function calculerChamp(
  code: string,
  cellules: Readonly<Record<string, Cellule>>,
  contexte: ContexteChamp,
): ChampCalcule {
  const lecture = lireUneLigne({ ...neutres(contexte), ...cellules }, contexte)
  const anomalies = causes(lecture.anomalies)
  const vides = anomalies.filter((anomalie) => anomalie.code === 'obligatoire-vide')
  if (anomalies.length > vides.length) return { etat: 'refuse', anomalies }
  if (lecture.nombre === 0) return { etat: 'inconnu', manque: vides.map(({ colonne }) => colonne) }
  const donnees = creerDonnees(tableComplete(lecture), contexte)
  const colonne = donnees.simple(code)
  if (colonne.etats[0] === CONNU) return { etat: 'connu', valeur: colonne.valeurs[0] ?? 0 }
  return { etat: 'inconnu', manque: DERIVES.find((derive) => derive.code === code)?.manque(donnees, 0) ?? [] }
}
