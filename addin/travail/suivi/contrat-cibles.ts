/** The local targets as the screen shows and sets them. */

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
