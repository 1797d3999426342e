import { entetesFiges } from '../../socle/entetes-figes.ts'
import { Refus } from '../../socle/refus.ts'
import type { FeuilleEcrite } from '../../socle/table.ts'
import { PLAFONDS } from '../commun/plafonds.ts'
import { titresUniques } from '../commun/titres-uniques.ts'

/** A line of the heading of a sheet: title or provenance. */
export interface LigneHaut {
  readonly role: 'titre' | 'provenance'
  readonly etiquette: string
  readonly valeur: string
  /** In points. */
  readonly hauteur: number
}

/** Where everything of a result sheet stands. Rows and columns are numbered as the user sees them, from 1. */
export interface MiseEnPage {
  readonly haut: readonly LigneHaut[]
  /** First and last columns (0 the first) under the values of the provenance; equal: one cell. */
  readonly valeurs: readonly [premiere: number, derniere: number]
  readonly titres: readonly string[]
  readonly ligneEntete: number
  readonly hauteurEntete: number
  readonly derniereLigne: number
  /** The header is frozen unless what stands above would fill a small screen. */
  readonly figee: boolean
  readonly pagesEnLargeur: number
  /** Percentage at which a sheet that has charts is printed, instead of a number of pages. */
  readonly echelle: number | undefined
}

const LARGEUR_VALEUR = 90
/** Width of a column that nothing sets. */
const LARGEUR_ORDINAIRE = 8
/** Width given to the values when the table is too narrow to have a column for them. */
export const LARGEUR_HORS_TABLEAU = 60
/** Characters across a landscape A4 page at about 60 %, the least that is read without effort. */
const LARGEUR_PAGE = 220
/** As wide a page; two charts abreast and two under them hold on it. */
const ECHELLE = 64

/** How many lines a text takes when it is folded in a width, both in characters. @example compter('a bb ccc', 4) //=> 2 */
export function compter(texte: string, largeur: number): number {
  let lignes = 1
  let occupee = 0
  for (const mot of texte.split(' ')) {
    if (occupee > 0 && occupee + 1 + mot.length > largeur) {
      lignes++
      occupee = 0
    }
    lignes += Math.floor(mot.length / (largeur + 1))
    occupee += (occupee > 0 ? 1 : 0) + mot.length
  }
  return lignes
}

/** The first column from which the labels, which overflow to the right, leave room; then as many as a value needs. */
function colonnesValeurs(feuille: FeuilleEcrite): [number, number] {
  const largeurs = feuille.colonnes.map(({ largeur }) => largeur)
  const besoin = 2 + Math.max(0, ...feuille.provenance.map(([etiquette]) => etiquette.length))
  let premiere = 1
  for (let cumul = largeurs[0] ?? 0; cumul < besoin; premiere++) cumul += largeurs[premiere] ?? LARGEUR_ORDINAIRE
  let derniere = premiere
  for (let cumul = largeurs[premiere] ?? LARGEUR_VALEUR; cumul < LARGEUR_VALEUR && derniere + 1 < largeurs.length;)
    cumul += largeurs[++derniere] ?? 0
  return [premiere, derniere]
}

function lignesDuHaut(feuille: FeuilleEcrite, [premiere, derniere]: readonly [number, number]): LigneHaut[] {
  const sousValeurs = feuille.colonnes.slice(premiere, derniere + 1).reduce((somme, { largeur }) => somme + largeur, 0)
  // Nine-point letters: a sixth more of them in the same width.
  const largeur = Math.max(8, Math.floor((sousValeurs === 0 ? LARGEUR_HORS_TABLEAU : sousValeurs) * 1.15))
  const provenance = feuille.provenance.map(([etiquette, valeur]): LigneHaut => ({
    role: 'provenance',
    etiquette,
    valeur,
    hauteur: 13 * compter(valeur, largeur),
  }))
  const titre: LigneHaut = { role: 'titre', etiquette: feuille.titre, valeur: '', hauteur: 24 }
  return feuille.titre === '' ? provenance : [titre, ...provenance]
}

function verifierTaille(feuille: FeuilleEcrite, derniereLigne: number): void {
  if (feuille.colonnes.length === 0) throw new Error(`sheet without columns: ${feuille.nom}`)
  if (derniereLigne > PLAFONDS.lignes || feuille.colonnes.length > PLAFONDS.colonnes)
    throw new Refus(
      `La feuille « ${feuille.nom} » serait trop grande pour Excel (${String(feuille.nombreLignes)} lignes, ${String(feuille.colonnes.length)} colonnes) : écrivez le résultat en .csv.`,
    )
}

/**
 * Where the parts of a sheet go. Without title nor provenance the headers are in row 1.
 *
 * @throws Refus when Excel could not hold the sheet.
 */
export function mettreEnPage(feuille: FeuilleEcrite): MiseEnPage {
  const valeurs = colonnesValeurs(feuille)
  const haut = lignesDuHaut(feuille, valeurs)
  const titres = titresUniques(feuille.colonnes.map(({ titre }) => titre))
  const ligneEntete = haut.length === 0 ? 1 : haut.length + 2
  // A table has at least one row under its headers.
  const derniereLigne = ligneEntete + Math.max(1, feuille.nombreLignes)
  verifierTaille(feuille, derniereLigne)
  // The filter button takes three characters.
  const lignesTitre = feuille.colonnes.map(({ largeur }, i) => compter(titres[i] ?? '', Math.max(4, largeur - 3)))
  const total = feuille.colonnes.reduce((somme, { largeur }) => somme + largeur, 0)
  return {
    haut,
    valeurs,
    titres,
    ligneEntete,
    hauteurEntete: 6 + 13.5 * Math.min(6, Math.max(...lignesTitre)),
    derniereLigne,
    figee: entetesFiges(feuille),
    pagesEnLargeur: Math.max(1, Math.ceil(total / LARGEUR_PAGE)),
    echelle: (feuille.graphiques ?? []).length > 0 ? ECHELLE : undefined,
  }
}
