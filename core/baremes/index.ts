export { CIBLES, PLAFONDS_FLUX, type CodeCible, type CodePlafondFlux, type Fraction } from './objectifs.ts'
export {
  MARGE_SOUS_OCCUPATION,
  MARGE_SOUS_OCCUPATION_1996,
  OCCUPATION_MINIMALE,
  surfaceMinimale,
} from './occupation.ts'
export { lireSeuils } from './lecture-seuils.ts'
export {
  creerTableSeuils,
  SEUILS_QUARTILES,
  seuilsDe,
  type LigneSeuils,
  type MillesimeSeuils,
  type SeuilsQuartiles,
  type SeuilsTrouves,
  type TableSeuils,
} from './seuils-quartiles.ts'
