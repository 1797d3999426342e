/** The flow as the screen shows it. */

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
