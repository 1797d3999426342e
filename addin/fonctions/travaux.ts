import {
  anciennete,
  quartile,
  resteAVivre,
  seuil,
  sousOccupation,
  surOccupation,
  tauxEffort,
  unitesConso,
} from './champs.ts'
import { coterDemandes, detaillerDemande, rangDemande } from './cotation.ts'
import type { Rendu } from './erreur-cellule.ts'
import { part, resteAFaire, tension } from './objectifs.ts'
import type { References } from './references.ts'

/** What a function does with what Excel hands over; it throws an `ErreurCellule` when there is no result at all. */
export type Travail = (references: References, ...recus: readonly unknown[]) => Rendu | readonly (readonly Rendu[])[]

/** The job behind each function, by id. A new function is one line here and one entry of the catalogue. */
export const TRAVAUX: Readonly<Record<string, Travail>> = {
  UNITES_CONSO: unitesConso,
  QUARTILE: quartile,
  SEUIL: seuil,
  ANCIENNETE: anciennete,
  TAUX_EFFORT: tauxEffort,
  RESTE_A_VIVRE: resteAVivre,
  SUR_OCCUPATION: surOccupation,
  SOUS_OCCUPATION: sousOccupation,
  COTER: coterDemandes,
  DETAIL: detaillerDemande,
  RANG_DEMANDE: rangDemande,
  PART: part,
  RESTE_A_FAIRE: resteAFaire,
  TENSION: tension,
}
