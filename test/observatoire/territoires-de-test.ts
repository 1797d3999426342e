import { creerTerritoires, DONNEES_EPCI } from '../../core/index.ts'
import { DONNEES_COMMUNES } from '../../core/territoires/donnees-communes.ts'
import { creerHierarchie } from '../../core/observatoire/agregation/hierarchie.ts'

export const TERRITOIRES = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
export const HIERARCHIE = creerHierarchie(TERRITOIRES)

/** Communes of three EPCI, one of which lies in two départements of one région, and of another région. */
export const COMMUNES = [
  '59350',
  '59512',
  '59599',
  ...TERRITOIRES.communesDe('245900758').map(({ code }) => code),
  ...TERRITOIRES.communesDe('243500139')
    .slice(0, 3)
    .map(({ code }) => code),
]
