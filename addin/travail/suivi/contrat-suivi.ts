import type { Partie } from '../../../core/document/index.ts'
import type { ChoixTable, GroupeAnomalies, TableVue, VideVu } from '../contrat.ts'

/** What goes between the screens of the follow-up and its worker: plain data, already written in French. */

/** A file given by the user. */
export interface FichierSuivi {
  readonly nom: string
  readonly octets: Uint8Array
}

export type GenreTable = 'attributions' | 'parc'

/** A table that was found, as one is chosen and corrected. */
export interface TableSuivie extends TableVue {
  /** What it is asked for by. */
  readonly cle: string
  readonly genre: GenreTable
}

export interface TablesSuivies {
  readonly tables: readonly TableSuivie[]
  /** Files in which no table was found. */
  readonly sansTable: readonly string[]
}

export type ChoixTables = Readonly<Record<string, ChoixTable>>

export interface DemandeSuivi {
  /** ISO day. */
  readonly jour: string
  readonly videNon: readonly string[]
}

export interface AnneeVue {
  readonly annee: number
  /** « 2025 (412 attributions) » */
  readonly libelle: string
}

export interface LectureSuivi {
  readonly attributions: number
  /** « 1 250 attributions de 3 fichiers » */
  readonly phrase: string
  readonly annees: readonly AnneeVue[]
  /** The year to look at first. */
  readonly annee: number | undefined
  /** Rows of the stock read; 0 without a table of stock. */
  readonly lignesParc: number
  readonly vides: readonly VideVu[]
  readonly anomalies: readonly GroupeAnomalies[]
}

/** A fault, and where to go to mend it. */
export interface AnomalieSuivie {
  readonly message: string
  readonly endroit: EndroitSuivi
}

/** A cell of one of the tables: row as the user sees it, column from 0 in the table. */
export interface EndroitSuivi {
  readonly table: string
  readonly fichier: string
  readonly ligne: number
  readonly colonne: number
}

export type AxeFiltre = 'epci' | 'commune' | 'bailleur' | 'reservataire' | 'qpv' | 'trimestre'

/** What the count is narrowed to, by axis; null is what the file does not give. */
export type FiltresSuivi = Readonly<Partial<Record<AxeFiltre, string | null>>>

export interface FacetteSuivi {
  readonly valeur: string | null
  readonly libelle: string
}

export interface FiltreVu {
  readonly axe: AxeFiltre
  readonly libelle: string
  readonly facettes: readonly FacetteSuivi[]
}

export interface DemandeCompte {
  readonly annee: number
  readonly filtres: FiltresSuivi
}

/** A rate through the year. */
export interface PointTrimestre {
  readonly nom: string
  /** 0–1; null when nothing is counted. */
  readonly taux: number | null
  /** « T1 : 20,0 %, 12 sur 60 » */
  readonly texte: string
}

export interface CarteObjectif {
  /** What the target is asked for by: its code, with the holder when it is bound by one. */
  readonly cle: string
  readonly titre: string
  readonly definition: string
  readonly baseLegale: string
  /** Whether its target is still to be checked in the text. */
  readonly aVerifier: boolean
  /** « 20,0 % »; undefined when nothing is counted. */
  readonly taux: string | undefined
  /** « de 20,0 % à 24,0 % selon 5 inconnues » */
  readonly fourchette: string | undefined
  /** « 12 baux sur 60 » */
  readonly compte: string
  readonly inconnues: number
  readonly jauge:
    | { readonly valeur: number; readonly plus: number; readonly cible: number | undefined; readonly maximum: number }
    | undefined
  /** « Objectif : au moins 25,0 % » */
  readonly cible: string | undefined
  readonly atteint: boolean | undefined
  /** « Il en manque 5 » */
  readonly manque: string | undefined
  /** « ou 7 de plus, toutes dans l’objectif » */
  readonly manqueAjoute: string | undefined
  readonly projection: string | undefined
  readonly trimestres: readonly PointTrimestre[]
  readonly ecart: string | undefined
}

export interface ObjectifsVus {
  readonly annee: number
  /** The answer to « how many are missing, and at which landlord? ». */
  readonly titre: string
  readonly chapeau: string
  readonly cartes: readonly CarteObjectif[]
  /** Shares that the law observes without binding them. */
  readonly observees: readonly CarteObjectif[]
  readonly filtres: readonly FiltreVu[]
  /** What the count is narrowed to, in words; empty when it is not. */
  readonly portee: string
  readonly avertissements: readonly string[]
  readonly aides: readonly string[]
}

export interface LigneVentilee {
  readonly noms: readonly string[]
  readonly modalites: readonly (string | null)[]
  readonly compte: string
  readonly taux: string
  /** « jusqu’à 24,0 % »; empty when nothing is unknown. */
  readonly fourchette: string
  readonly ecart: string
  readonly manque: string
  readonly manqueAjoute: string
  readonly intervalle: string
  readonly inconnues: string
  readonly faible: boolean
}

export type TriVentilation = 'nom' | 'compte' | 'taux' | 'ecart' | 'manque' | 'manqueAjoute'

export interface DemandeVentilation {
  readonly objectif: string
  readonly axes: readonly [AxeVentilation] | readonly [AxeVentilation, AxeVentilation]
  readonly tri: TriVentilation
  readonly croissant: boolean
}

export type AxeVentilation = AxeFiltre | 'reservataire_nom' | 'mois'

export interface VentilationVue {
  readonly titre: string
  readonly axes: readonly string[]
  readonly nombre: number
  readonly total: LigneVentilee
  /** What the table leaves aside, in a sentence; empty when nothing. */
  readonly note: string
}

export type PlaceVoulue = 'toutes' | 'avec' | 'sans' | 'inconnues'

export interface DemandeLignes {
  readonly objectif: string
  /** One modality an axis of the breakdown. */
  readonly modalites: readonly (readonly [AxeVentilation, string | null])[]
  readonly places: PlaceVoulue
}

export interface LignesVues {
  readonly titre: string
  readonly nombre: number
  readonly parPlace: Readonly<Record<PlaceVoulue, number>>
}

export interface LigneSuivie {
  readonly endroit: EndroitSuivi
  readonly numero: string
  readonly jour: string
  readonly bailleur: string
  readonly commune: string
  readonly quartile: string
  readonly reservataire: string
  /** « compte », « ne compte pas », « à compléter »… */
  readonly place: string
}

export interface LigneDetaillee {
  readonly titre: string
  readonly cellules: readonly { readonly entete: string; readonly valeur: string }[]
}

export interface ManqueVu {
  readonly champ: string
  readonly libelle: string
  readonly phrase: string
  readonly nombre: number
  readonly seul: string
  readonly colonneAbsente: boolean
}

export interface CelluleManquante {
  readonly endroit: EndroitSuivi
  readonly numero: string
  readonly bailleur: string
  /** Other fields missing on the same row. */
  readonly autres: string
}

export interface DemandePartage {
  readonly objectif: string
  /** Between whom. */
  readonly par: 'bailleur' | 'commune'
  /** Whole number; undefined: what is missing. */
  readonly effort: number | undefined
  /** 0–1 */
  readonly poidsVacances: number
  /** Dwellings expected, by name, where the user set them. */
  readonly vacances: Readonly<Record<string, number>>
}

export interface PartageVu {
  readonly par: DemandePartage['par']
  readonly effort: number
  readonly regle: string
  /** Where the dwellings expected come from. */
  readonly origine: string
  readonly parties: readonly {
    readonly nom: string
    readonly libelle: string
    readonly vacances: number
    readonly manque: string
    readonly effort: string
  }[]
  readonly phrase: string
}

export interface CibleVue {
  readonly code: string
  readonly libelle: string
  readonly phrase: string
  readonly source: string
  readonly aVerifier: boolean
  readonly propre: boolean
  /** Whether the figure expected is a share, a number of households, or for the territory to set. */
  readonly genre: 'taux' | 'menages' | 'a-fixer'
  /** « 42,5 » or « 400 »; empty when it is to be set. */
  readonly valeur: string
  readonly avertissement: string | undefined
  readonly resultat: string
  readonly parNom: readonly { readonly nom: string; readonly resultat: string }[]
}

/** A target of the user's own: one field, one value. */
export interface CiblePropre {
  readonly libelle: string
  readonly assiette: 'baux' | 'decisions'
  readonly champ: string
  readonly valeur: string
  readonly genre: 'taux' | 'menages'
  /** « 30 » for 30 %, or a number of households. */
  readonly attendu: string
  readonly par: 'bailleur' | 'epci' | 'commune' | 'reservataire'
}

export interface ChampCible {
  readonly code: string
  readonly libelle: string
  readonly valeurs: readonly { readonly valeur: string; readonly libelle: string }[]
}

export interface DemandeQuartile {
  /** As typed. */
  readonly ressources: string
  readonly personnes: string
  readonly moinsDe14: string
  readonly epci: string
  readonly annee: number
  readonly borne: 'stricte' | 'incluse'
}

export interface QuartileVu {
  readonly phrase: string
  readonly calcul: string
  readonly distances: readonly { readonly seuil: string; readonly distance: string }[]
  readonly borne: string
  readonly annees: readonly { readonly annee: string; readonly quartile: string }[]
  readonly avertissement: string | undefined
}

/** An allocation of the year whose quartile hangs by little, or by the year or the bound chosen. */
export interface LigneAuSeuilVue {
  readonly endroit: EndroitSuivi
  readonly numero: string
  readonly bailleur: string
  readonly quartile: string
  /** To the first-quartile threshold, € per consumption unit and year. */
  readonly distance: string
  /** What another bound or the thresholds of the year before would make of it; empty when nothing. */
  readonly bascule: string
}

export interface ListeAuSeuil {
  readonly annee: number
  readonly marge: string
  readonly lignes: readonly LigneAuSeuilVue[]
}

/** A landlord's flow in a département. */
export interface FluxBailleurVu {
  readonly bailleur: string
  readonly departement: string
  readonly assiette: string
  /** « 100 libérés + 12 premières locations − 8 mutations… » */
  readonly calcul: string
  readonly parts: readonly { readonly nom: string; readonly taux: string; readonly logements: string }[]
  readonly plafonds: readonly { readonly texte: string; readonly respecte: boolean }[]
}

export interface LivraisonVue {
  readonly bailleur: string
  readonly reservataire: string
  readonly annuel: string
  readonly du: string
  readonly livres: string
  readonly retard: string
  readonly enRetard: boolean
  readonly rythme: string
}

export interface FluxVu {
  readonly annee: number
  readonly titre: string
  readonly chapeau: string
  readonly formule: string
  readonly note: string
  readonly bailleurs: readonly FluxBailleurVu[]
  readonly livraisons: readonly LivraisonVue[]
  readonly bilan: string
  readonly anomalies: readonly string[]
}

export interface DemandeConversion {
  readonly parc: string
  /** In %. */
  readonly rotation: string
  readonly reservataire: string
  readonly logements: string
}

export interface ConversionVue {
  readonly etapes: readonly { readonly libelle: string; readonly calcul: string; readonly valeur: string }[]
  readonly phrase: string
  readonly note: string
}

/** For whom a one-page report is: each body follows the targets at its own pace. */
export type CadenceSuivi = 'caleol' | 'trimestre' | 'annee'

export interface RapportVu {
  readonly cadence: CadenceSuivi
  readonly partie: Partie
  /** The same, to be pasted. */
  readonly texte: string
}

export type ProduitSuivi = 'objectifs' | 'flux' | 'bilan'
