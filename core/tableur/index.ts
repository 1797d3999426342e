// Bytes of workbooks and text files to plain tables, and back.
export { ouvrirClasseur, type ClasseurOuvert } from './ouvrir.ts'
export type { FeuilleLue, PlageNommee } from './lire/lire-classeur.ts'
export { premieresLignes } from './premieres-lignes.ts'
export { ajouterFeuilles, creerClasseur, feuillesDeResultat } from './ecrire/ecrire-classeur.ts'
export { ecrireCsv } from './csv/ecrire-csv.ts'
