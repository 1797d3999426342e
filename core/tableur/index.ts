// Bytes of workbooks and text files to plain tables, and back. Each place only imports those above it:
//   commun     what is too much (`plafonds.ts`), what is then said (`refus-fichier.ts`), bytes and texts
//   csv        text files, both ways
//   zip        archives: their directory, the content of an entry, writing
//   xml        tags one by one; the tree of a small part, and edits to its text
//   ooxml      what a workbook is made of: parts, links, content types, list of sheets, dates
//   nature.ts  what a file is, judged by its bytes
//   lire       the rows of a workbook
//   ecrire     sheets of ours into a workbook
//   ouvrir.ts  any file, opened
export { ouvrirClasseur, type ClasseurOuvert } from './ouvrir.ts'
export type { FeuilleLue, PlageNommee } from './lire/lire-classeur.ts'
export { premieresLignes } from './premieres-lignes.ts'
export { ajouterFeuilles, creerClasseur, feuillesDeResultat } from './ecrire/ecrire-classeur.ts'
export { ecrireCsv } from './csv/ecrire-csv.ts'
