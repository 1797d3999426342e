import { MENAGES_11 } from '../protection/profils.ts'

/** The profile of protection that applies unless another is asked for. */
export const PROFIL_SECRET = MENAGES_11.id

/** Fewest households that a published count may be. */
export const SEUIL_MENAGES = MENAGES_11.seuil
