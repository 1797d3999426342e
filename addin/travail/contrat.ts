import type { Anomalie, CellulesRemplies, CodeAnomalie, Gravite } from '../../core/index.ts'

/** What goes between the page and its worker: plain data, small, ready to be shown. Days are ISO (`2026-01-31`). */

/** What the user chose about the table of demandes. */
export interface ChoixTable {
  /** Name of the sheet; left out, the one that looks most like demandes. */
  readonly feuille?: string
  /** By column (0 is the first): the code of its field, or null for a column to leave alone. */
  readonly colonnes: Readonly<Record<number, string | null>>
}

/** `reconnue` by its header; `choisie` by the user; `proposee`: looks like a field; `ambigue`: a field that others give too. */
export type EtatColonne = 'reconnue' | 'choisie' | 'proposee' | 'inconnue' | 'ecartee' | 'ambigue'

export interface ColonneVue {
  readonly rang: number
  /** As Excel names it: A, B… */
  readonly lettre: string
  readonly entete: string
  readonly etat: EtatColonne
  /** Field that it gives, or null. */
  readonly champ: string | null
  readonly proposition?: { readonly champ: string; readonly libelle: string; readonly score: number }
  /** First different values, to recognise it by eye. */
  readonly exemples: readonly string[]
}

/** The table of demandes as found: enough to see that it is the right one. */
export interface TableVue {
  readonly nom: string
  /** Sheets that can be chosen; one only for a text file. */
  readonly feuilles: readonly string[]
  readonly feuille: string
  readonly ligneEntetes: number
  /** Other sheets that look just as much like the table. */
  readonly rivales: readonly string[]
  /** A header whose accents were lost before it came here. */
  readonly accentsAbimes?: string
  readonly colonnes: readonly ColonneVue[]
  /** Labels of required fields that no column gives. */
  readonly manquants: readonly { readonly champ: string; readonly libelle: string }[]
  readonly ambigus: readonly { readonly champ: string; readonly libelle: string; readonly entetes: readonly string[] }[]
  /** First rows, in the order of `colonnes`. */
  readonly apercu: readonly { readonly numero: number; readonly cellules: readonly string[] }[]
}

/** An EPCI to choose: its SIREN and its name. */
export interface EpciPropose {
  readonly valeur: string
  readonly libelle: string
}

export interface ChampVu {
  readonly code: string
  readonly libelle: string
  readonly obligatoire: boolean
  /** Whether the user may say that empty means « non ». */
  readonly accepteVideNon: boolean
}

export interface DemandeLecture {
  readonly jour: string
  readonly videNon: readonly string[]
  readonly sansDefauts: boolean
  /** Reads applications that are not active too. */
  readonly toutes: boolean
  /** SIREN within which communes are found by name when a row gives no EPCI. */
  readonly territoire?: string
}

/** Empty cells of one field among the demandes read. */
export interface VideVu {
  readonly champ: string
  readonly libelle: string
  /** Cells still unknown. */
  readonly vides: number
  /** What an empty cell means once declared. */
  readonly sens: 'non' | '0' | 'aucun'
  /** Cells taken as « non » because the user said so. */
  readonly remplies: number
  readonly declare: boolean
}

export interface LectureVue {
  readonly lignesLues: number
  readonly demandes: number
  /** In the order of the fields; only those that have empty cells or are declared. */
  readonly vides: readonly VideVu[]
  readonly defauts: readonly (CellulesRemplies & { readonly libelle: string; readonly motif: string })[]
}

export interface GroupeAnomalies {
  /** Gravity and code: what the group is asked for by. */
  readonly cle: string
  readonly code: CodeAnomalie
  readonly titre: string
  readonly gravite: Gravite
  readonly nombre: number
  /** Columns concerned, the most frequent first. */
  readonly colonnes: readonly { readonly code: string; readonly nom: string; readonly nombre: number }[]
}

export interface AnomalieVue extends Anomalie {
  /** Label of the field, or the header. */
  readonly nomColonne: string
}

/** One row of the source, cell by cell. */
export interface LigneSource {
  readonly numero: number
  readonly cellules: readonly {
    readonly entete: string
    readonly libelle: string | null
    readonly valeur: string
    /** What is wrong with it. */
    readonly anomalies: readonly string[]
  }[]
  /** Number of the demande, when the row is one that is used. */
  readonly demande: string | undefined
  /** What is wrong with the row as a whole. */
  readonly anomalies: readonly string[]
}

/** A value that can be filtered on, and how many ranked demandes have it. */
export interface Facette {
  readonly valeur: string
  readonly libelle: string
  readonly nombre: number
}

export interface Facettes {
  readonly typologies: readonly Facette[]
  readonly communes: readonly Facette[]
  readonly quartiles: readonly Facette[]
  readonly publics: readonly Facette[]
  readonly natures: readonly Facette[]
  /** The most persons that a household has. */
  readonly personnesMaximum: number
}

export interface CotationVue {
  readonly grille: string
  readonly empreinte: string
  readonly jour: string
  readonly classees: number
  readonly incompletes: number
  /** Fields whose absence leaves most scores incomplete. */
  readonly manques: readonly { readonly libelle: string; readonly demandes: number }[]
  readonly facettes: Facettes
  readonly anomalies: number
  /** Demandes whose official note differs, when the table gives one; undefined otherwise. */
  readonly ecarts: { readonly comparees: number; readonly differentes: number } | undefined
}

/** What the ranking is narrowed to. An empty string, or undefined, leaves everything. */
export interface Filtres {
  readonly numero: string
  readonly typologie: string
  readonly commune: string
  readonly personnesMin: number | undefined
  readonly personnesMax: number | undefined
  readonly quartile: string
  readonly public: string
  readonly nature: string
  /** Only the first ones: « les dix premiers ». */
  readonly limite: number | undefined
}

export interface ListeVue {
  /** Rows of the list, `limite` applied. */
  readonly nombre: number
  /** Demandes that the filters keep, before `limite`. */
  readonly retenues: number
  /** Incomplete demandes of the list whose place could change. */
  readonly incertaines: number
  /** Milliseconds that filtering took in the worker. */
  readonly duree: number
}

/** One row of the ranking, written in French. */
export interface LigneClassee {
  /** Place in the list, from 0. */
  readonly place: number
  readonly rang: string
  readonly numero: string
  readonly note: string
  /** « de 40 à 60 », when the score is incomplete. */
  readonly bornes: string
  readonly incertaine: boolean
  readonly complete: boolean
  readonly personnes: string
  readonly quartile: string
  readonly typologies: string
  readonly communes: string
  readonly publics: string
  readonly nature: string
  readonly depot: string
}

export interface PartVue {
  readonly nom: string
  readonly points: number
  readonly texte: string
  readonly phrases: readonly string[]
}

export interface VoisinVu {
  readonly place: number
  readonly rang: string
  readonly numero: string
  readonly note: string
  /** « 3 points de plus » */
  readonly ecart: string
  readonly courant: boolean
}

export interface CritereVu {
  readonly nom: string
  readonly famille: string
  readonly etat: 'retenu' | 'ecarte' | 'absorbe' | 'inconnu'
  readonly points: string
  readonly motif: string
  readonly regle: string
  readonly baseLegale: string | undefined
}

export interface ExplicationVue {
  readonly place: number
  readonly numero: string
  readonly ligne: number
  readonly rang: string
  readonly sur: string
  readonly total: string
  readonly bornes: string | undefined
  readonly incertaine: boolean
  /** Labels of the fields to fill. */
  readonly manque: readonly string[]
  /** Points at the right end of the bar: the same for every demande of the ranking. */
  readonly maximum: number
  readonly parts: readonly PartVue[]
  readonly criteres: readonly CritereVu[]
  readonly ajustements: readonly { readonly motif: string; readonly points: string }[]
  readonly voisins: readonly VoisinVu[]
  /** What the household is: label, value. */
  readonly profil: readonly (readonly [etiquette: string, valeur: string])[]
  readonly officielle: string | undefined
  readonly provenance: readonly (readonly [etiquette: string, valeur: string])[]
}

/** A file to give to the user. */
export interface FichierProduit {
  readonly nom: string
  readonly type: string
  readonly octets: Uint8Array
}

/**
 * `classeur`: the source with the result sheets; `csv`: the ranking; `releves`: a Word statement a demande; `releves-html`:
 * the same to be copied, where no file can be saved.
 */
export type Produit = 'classeur' | 'csv' | 'releves' | 'releves-html'

export type Progres = (fait: number) => void

/** `annulee` when the user stopped it before the end: nothing has changed. */
export type Issue<T> = { readonly genre: 'fait'; readonly valeur: T } | { readonly genre: 'annulee' }
