// Bytes of workbooks and text files to plain tables, and back.
export { ouvrirClasseur, type ClasseurOuvert } from './ouvrir.ts'
export { premieresLignes, type FeuilleLue, type PlageNommee } from './lire-classeur.ts'
export { ajouterFeuilles, creerClasseur, feuillesDeResultat } from './ecrire-classeur.ts'
export { ecrireCsv } from './ecrire-csv.ts'
