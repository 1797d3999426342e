import type { Territoires } from '../../core/index.ts'
import { creerTerritoires, DONNEES_EPCI } from '../../core/index.ts'
import { DONNEES_COMMUNES } from '../../core/territoires/donnees-communes.ts'

/** Every EPCI and commune, by code and by name. */
export const TERRITOIRES: Territoires = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
