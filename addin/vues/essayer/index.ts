export { creerEcran } from './ecran-essai.ts'
