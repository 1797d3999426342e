import type { EndroitSuivi } from './contrat-suivi.ts'

/** What the screens of targets ask of the worker and are given: plain data, already written in French. */

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
