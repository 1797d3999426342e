import { creerRegistre } from '../cotation/grille/champs-nommables.ts'
import { CHAMPS_ATTRIBUTION } from './champs.ts'
import { DERIVES_ATTRIBUTION } from './derives.ts'

/** The fields of an allocation, as a condition of a target may name them. */
export const REGISTRE_ATTRIBUTION = creerRegistre(CHAMPS_ATTRIBUTION, DERIVES_ATTRIBUTION)
