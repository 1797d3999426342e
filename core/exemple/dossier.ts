import type { Jour } from '../socle/jour.ts'

/** One fictitious application, as the register knows it: what the export shows is drawn from it, with gaps and faults. */
export interface Dossier extends Menage, Logement, Suivi {
  /** Begins with 099, a département that does not exist. */
  readonly numero: string
}

/** Who is to be housed. Lists hold the codes of the register. */
export interface Menage {
  readonly personnes: number
  readonly moins14: number
  readonly mineurs: number
  readonly aNaitre: number
  readonly parentSeul: boolean
  readonly situationFamiliale: string
  readonly naissance: Jour
  readonly contrat: string
  readonly essentiel: boolean
  /** Euros per month. */
  readonly ressources: number
  readonly rfrN2: number
  readonly rfrN1: number
  readonly handicap: boolean
}

/** Where they live now. A null surface or rent has no meaning for that kind of dwelling. */
export interface Logement {
  readonly nature: 'nouvelle' | 'mutation'
  readonly logement: string
  readonly residence: string
  readonly loyer: number | null
  readonly aide: number | null
  readonly surface: number | null
  readonly pieces: number | null
  readonly occupants: number | null
  readonly qpv: boolean
  readonly bailleur: string | null
  readonly impayes: number
  readonly indigne: boolean
  readonly expulsion: boolean
  readonly hebergeDepuis: Jour | null
}

/** What they ask for, and what became of it. */
export interface Suivi {
  readonly statut: 'active' | 'radiee' | 'satisfaite'
  readonly depot: Jour
  readonly renouvellement: Jour | null
  readonly communesSouhaitees: readonly string[]
  readonly travail: string | null
  readonly types: readonly string[]
  readonly motifs: readonly string[]
  readonly dalo: boolean
  readonly publics: readonly string[]
  readonly surendettement: boolean
  readonly dette: boolean
  readonly aJour: boolean
  readonly refus: number
  readonly nonReponses: number
  readonly passages: number
  readonly fausseDeclaration: boolean
  /** Codes of the fields that a document proves. */
  readonly justifies: readonly string[]
}
