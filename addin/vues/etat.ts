import type { FauteTable } from '../../core/index.ts'
import type { Partie } from '../../core/document/index.ts'
import type { SourceTables } from '../ports/source.ts'
import type {
  ChampVu,
  ChoixTable,
  CotationVue,
  EpciPropose,
  ExplicationVue,
  Filtres,
  GroupeAnomalies,
  LectureVue,
  LigneSource,
  ListeVue,
  Produit,
  TableVue,
} from '../travail/contrat.ts'
import type { ChampPropose, CritereOuvert, GrilleVue } from '../travail/contrat-grille.ts'
import type { CodeActivite } from './activites/ecran.ts'

export type CodeEtape = 'donnees' | 'anomalies' | 'grille' | 'cotation' | 'explication' | 'enregistrer'

/** What went wrong, in sentences for the user. */
export interface Faute {
  readonly titre: string
  readonly raisons: readonly string[]
  /** What was begun can go on from where it stopped. */
  readonly reprise?: 'lecture'
}

/** A job under way. */
export interface EnCours {
  readonly titre: string
  readonly detail?: string
  readonly annulable: boolean
  readonly annulation: boolean
}

/** All that the pane shows. It holds choices and summaries; rows and points stay in the worker. */
export interface Etat {
  readonly activite: CodeActivite
  /** Step of scoring on screen, or to come back to. */
  readonly etape: CodeEtape
  /** ISO day of the computation. */
  readonly jour: string
  readonly champs: readonly ChampVu[]
  readonly enCours: EnCours | undefined
  readonly faute: Faute | undefined

  readonly source: SourceTables | undefined
  readonly table: TableVue | undefined
  readonly choix: ChoixTable
  /** What the workbook looks like, when it is not demandes. */
  readonly autreGenre: 'attributions' | 'parc' | undefined
  readonly videNon: readonly string[]
  readonly sansDefauts: boolean
  readonly toutes: boolean
  /** Column whose field is being corrected. */
  readonly corrigee: number | undefined
  readonly lecture: LectureVue | undefined
  /** Choices changed since the reading. */
  readonly lecturePerimee: boolean
  /** SIREN that the user gave to find communes by name; empty, that of the grid. */
  readonly territoire: string
  readonly epcis: readonly EpciPropose[]
  /** SIREN within which the reading found communes by name; empty before a grid was chosen. */
  readonly territoireLu: string

  readonly groupes: readonly GroupeAnomalies[]
  readonly anomaliesVues: boolean
  readonly groupeOuvert: string | undefined
  readonly ligne: LigneSource | undefined
  /** Place of the anomaly whose row is shown, within its group. */
  readonly anomalieChoisie: number | undefined

  readonly grille: GrilleVue | undefined
  readonly grilleChoisie: string | undefined
  readonly fauteGrille: Faute | undefined
  readonly champsProposes: readonly ChampPropose[]
  /** Criterion open in the form. */
  readonly critere: CritereOuvert | undefined
  /** The sheets in which the grid is edited too, what is wrong in them, whether what was typed there was replaced; undefined when there are none. */
  readonly feuillesGrille: { readonly fautes: readonly FauteTable[]; readonly remplacees: boolean } | undefined
  /** Field of the form whose last text was refused, and why. */
  readonly refusee: { readonly id: string; readonly raison: string } | undefined

  readonly cotation: CotationVue | undefined
  /** The grid, the day or the reading changed since the scoring. */
  readonly cotationPerimee: boolean
  readonly filtres: Filtres
  readonly liste: ListeVue | undefined
  readonly place: number | undefined
  readonly explication: ExplicationVue | undefined
  /** Statement of the demande explained, once asked for. */
  readonly releve: Partie | undefined

  readonly enregistres: readonly Produit[]
  readonly remise: string | undefined
  readonly nombreReleves: number

  /** A cell is being edited in Excel: work waits. */
  readonly saisie: string | undefined
  /** What the host wants known. */
  readonly avis: readonly string[]
  /** Result sheets whose former content can be put back. */
  readonly restaurables: readonly string[]
}

export const SANS_FILTRE: Filtres = {
  numero: '',
  typologie: '',
  commune: '',
  personnesMin: undefined,
  personnesMax: undefined,
  quartile: '',
  public: '',
  nature: '',
  limite: undefined,
}

export function etatInitial(jour: string): Etat {
  return {
    activite: 'coter',
    etape: 'donnees',
    jour,
    champs: [],
    epcis: [],
    enCours: undefined,
    faute: undefined,
    ...SANS_SOURCE,
    grille: undefined,
    grilleChoisie: undefined,
    fauteGrille: undefined,
    champsProposes: [],
    critere: undefined,
    feuillesGrille: undefined,
    refusee: undefined,
    nombreReleves: 10,
    saisie: undefined,
    avis: [],
    restaurables: [],
  }
}

/** The ranking is gone, and all that was shown of it. */
export const SANS_CLASSEMENT = {
  cotation: undefined,
  cotationPerimee: false,
  filtres: SANS_FILTRE,
  liste: undefined,
  place: undefined,
  explication: undefined,
  releve: undefined,
  enregistres: [],
  remise: undefined,
} as const

/** What a new source makes void. */
export const SANS_SOURCE = {
  source: undefined,
  table: undefined,
  choix: { colonnes: {} },
  autreGenre: undefined,
  territoire: '',
  videNon: [],
  sansDefauts: false,
  toutes: false,
  corrigee: undefined,
  lecture: undefined,
  lecturePerimee: false,
  territoireLu: '',
  groupes: [],
  anomaliesVues: false,
  groupeOuvert: undefined,
  ligne: undefined,
  anomalieChoisie: undefined,
  ...SANS_CLASSEMENT,
} as const

/** How many filters narrow the ranking, search and `limite` left out. */
export function compterFiltres({
  typologie,
  commune,
  personnesMin,
  personnesMax,
  quartile,
  nature,
  ...f
}: Filtres): number {
  const textes = [typologie, commune, quartile, nature, f.public].filter((texte) => texte !== '').length
  return textes + Number(personnesMin !== undefined || personnesMax !== undefined)
}

/** Whether the table can be read: every required field has one column. */
export function lisible({ table }: Etat): boolean {
  return table !== undefined && table.manquants.length === 0 && table.ambigus.length === 0
}
