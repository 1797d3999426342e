import type { SourceSuivi } from '../../ports/source.ts'
import type { ChampVu } from '../../travail/contrat.ts'
import type {
  AnomalieSuivie,
  GenreTable,
  LectureSuivi,
  RapportVu,
  TablesSuivies,
} from '../../travail/suivi/contrat-suivi.ts'
import type {
  AxeVentilation,
  FiltresSuivi,
  LigneDetaillee,
  LignesVues,
  ManqueVu,
  ObjectifsVus,
  PartageVu,
  PlaceVoulue,
  TriVentilation,
  VentilationVue,
} from '../../travail/suivi/contrat-objectifs.ts'
import type { ChampCible, CiblePropre, CibleVue } from '../../travail/suivi/contrat-cibles.ts'
import type { ConversionVue, DemandeConversion, FluxVu } from '../../travail/suivi/contrat-flux.ts'
import type { DemandeQuartile, QuartileVu, ListeAuSeuil } from '../../travail/suivi/contrat-quartile.ts'

export type VueSuivre = 'objectifs' | 'cibles' | 'quartile' | 'flux' | 'donnees'

/** What the rows behind a figure are those of. */
export interface Derriere {
  readonly objectif: string
  readonly modalites: readonly (readonly [AxeVentilation, string | null])[]
  readonly places: PlaceVoulue
  readonly vue: LignesVues
}

/** All that the screens of the follow-up show. */
/** A table of the workbook that the user does not follow. */
export interface TableEcartee {
  readonly genre: GenreTable
  readonly feuille: string
}

export interface EtatSuivre {
  readonly vue: VueSuivre
  readonly jour: string
  readonly source: SourceSuivi | undefined
  readonly tables: TablesSuivies | undefined
  readonly champs: Readonly<Partial<Record<GenreTable, readonly ChampVu[]>>>
  /** Column being corrected: table, then rank. */
  readonly corrigee: readonly [table: string, rang: number] | undefined
  /** Tables that the user left aside. */
  readonly ecartees: readonly TableEcartee[]
  readonly videNon: readonly string[]
  readonly lecture: LectureSuivi | undefined
  /** Choices changed since the reading. */
  readonly perimee: boolean
  /** Why there is nothing to follow yet. */
  readonly absence: string | undefined

  readonly annee: number | undefined
  readonly filtres: FiltresSuivi
  readonly objectifs: ObjectifsVus | undefined
  /** Target of the table below the cards. */
  readonly objectif: string
  readonly axe: AxeVentilation
  readonly croise: AxeVentilation | ''
  readonly tri: TriVentilation
  readonly croissant: boolean
  readonly ventilation: VentilationVue | undefined
  /** Row of the table whose rows are shown. */
  readonly place: number | undefined
  readonly derriere: Derriere | undefined
  readonly ligne: LigneDetaillee | undefined
  readonly manques: readonly ManqueVu[]
  readonly champOuvert: string | undefined
  readonly partage: PartageVu | undefined
  readonly effort: string
  readonly poids: number
  readonly vacances: Readonly<Record<string, number>>
  readonly fautePartage: string | undefined

  readonly cibles: readonly CibleVue[] | undefined
  readonly champsCibles: readonly ChampCible[]
  readonly cibleOuverte: string | undefined
  readonly propre: CiblePropre
  readonly fauteCible: { readonly code: string; readonly raison: string } | undefined

  readonly quartile: DemandeQuartile
  readonly territoires: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly quartileVu: QuartileVu | undefined
  readonly fauteQuartile: string | undefined
  readonly auSeuil: ListeAuSeuil | undefined

  readonly flux: FluxVu | undefined
  readonly conversion: DemandeConversion
  readonly conversionVue: ConversionVue | undefined
  readonly fauteConversion: string | undefined

  readonly groupeOuvert: string | undefined
  readonly anomalies: readonly AnomalieSuivie[]
  /** The one-page report on screen. */
  readonly rapport: RapportVu | undefined
  readonly remise: string | undefined
}

export const PROPRE_VIDE: CiblePropre = {
  libelle: '',
  assiette: 'decisions',
  champ: 'prioritaire',
  valeur: 'oui',
  genre: 'taux',
  attendu: '',
  par: 'bailleur',
}

/** What a new reading makes void. */
export const SANS_RESULTAT = {
  objectifs: undefined,
  ventilation: undefined,
  place: undefined,
  derriere: undefined,
  ligne: undefined,
  manques: [],
  champOuvert: undefined,
  partage: undefined,
  effort: '',
  vacances: {},
  fautePartage: undefined,
  cibles: undefined,
  fauteCible: undefined,
  flux: undefined,
  groupeOuvert: undefined,
  anomalies: [],
  rapport: undefined,
  remise: undefined,
} as const

export function etatSuivreInitial(jour: string): EtatSuivre {
  return {
    vue: 'objectifs',
    jour,
    source: undefined,
    tables: undefined,
    champs: {},
    corrigee: undefined,
    ecartees: [],
    videNon: [],
    lecture: undefined,
    perimee: false,
    absence: undefined,
    annee: undefined,
    filtres: {},
    objectif: 'q1_hors_qpv',
    axe: 'bailleur',
    croise: '',
    tri: 'manque',
    croissant: false,
    poids: 0.5,
    champsCibles: [],
    cibleOuverte: undefined,
    propre: PROPRE_VIDE,
    quartile: {
      ressources: '',
      personnes: '1',
      moinsDe14: '0',
      epci: '',
      annee: Number(jour.slice(0, 4)),
      borne: 'stricte',
    },
    territoires: [],
    quartileVu: undefined,
    fauteQuartile: undefined,
    auSeuil: undefined,
    conversion: { parc: '', rotation: '', reservataire: 'COLTER', logements: '' },
    conversionVue: undefined,
    fauteConversion: undefined,
    ...SANS_RESULTAT,
  }
}
